package io.windrow.examples.samples.indicators;

import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.CandleInput;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.memory.OffHeapMemory;
import java.nio.ByteBuffer;

/** Indicators that go on after a restart, of candles that come from anywhere. */
final class SavedIndicators {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private SavedIndicators() {
    }

    static void run(OffHeapMemory memory) {
        // docs:begin
        CandleInput candle = new CandleInput();
        ByteBuffer saved;
        try (IndicatorSet set = IndicatorSet.open(memory, Ema.of(3), Atr.of(3))) {
            for (int i = 0; i < 10; i++) {
                set.update(candle.set(i * MINUTE_NANOS, 100 + i, 102 + i, 99 + i, 101 + i, 7));
            }
            saved = ByteBuffer.allocate(set.stateBytes());
            set.writeTo(saved);
            System.out.println(saved.position() + " bytes: " + set.get(0).value() + " " + set.get(1).value());
        }
        try (IndicatorSet set = IndicatorSet.open(memory, Ema.of(3), Atr.of(3))) {
            set.readFrom(saved.flip());
            System.out.println(set.get(0).samples() + " candles: " + set.get(0).value() + " " + set.get(1).value());
        }
        try (IndicatorSet other = IndicatorSet.open(memory, Ema.of(4), Atr.of(3))) {
            other.readFrom(saved.flip());
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        // docs:end
    }
}
