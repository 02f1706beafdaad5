package io.windrow.examples.samples.indicators;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.indicators.Bollinger;
import io.windrow.buffers.indicators.CandleInput;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.Sma;
import io.windrow.buffers.memory.OffHeapMemory;

/** Indicators on a window. */
final class IndicatorValues {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private IndicatorValues() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        IndicatorSpec smooth = IndicatorSpec.parse("sma:2(rsi:3)");
        try (CandleWindow candles = CandleWindow.open(memory, btc, CandleSpec.of(Timeframe.minutes(1)).capacity(50));
            IndicatorSet set = IndicatorSet.open(memory, candles, Sma.of(3), Bollinger.of(3, 2), smooth)) {
            Indicator average = set.get(0);
            Indicator bands = set.get(1);
            for (int i = 0; i < 5; i++) {
                long close = 6180000 + 1000 * i;
                candles.append(i * MINUTE_NANOS, close, close + 100, close - 100, close, 50_000);
                set.update();
                System.out.println(average.value() + " " + average.isReady());
            }
            System.out.println(bands.value(Bollinger.MIDDLE) + ", width " + bands.value(Bollinger.WIDTH));
            System.out.println(set.get(smooth).warmUpPeriod() + " candles: " + set.get(smooth).value());
            CandleInput next = new CandleInput().set(5 * MINUTE_NANOS, 61840, 61860, 61840, 61860, 0.5);
            System.out.println("would be " + average.peek(next, 0) + ", is " + average.value());
        }
        // docs:end
    }
}
