package io.windrow.examples.samples.indicators;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorRegistry;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.buffers.memory.OffHeapMemory;

/** Indicators that whoever asks shares. */
final class SharedIndicators {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private SharedIndicators() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        try (CandleWindow candles = CandleWindow.open(memory, btc, CandleSpec.of(Timeframe.minutes(1)).capacity(50));
            IndicatorRegistry registry = IndicatorRegistry.open(memory, 2, 4_096)) {
            Indicator ema = registry.get(candles, Ema.of(2));
            System.out.println(registry.get(candles, Ema.of(2)) == ema);
            candles.append(0, 100, 100, 100, 100, 1);
            candles.append(MINUTE_NANOS, 200, 200, 200, 200, 1);
            registry.onCandle(candles);
            System.out.println(ema.value());
            registry.get(candles, Ema.of(3));
            registry.get(candles, Rsi.of(2));
            System.out.println(registry.hits() + " hit, " + registry.misses() + " misses, " + registry.evictions() + " eviction");
            ema.value();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        // docs:end
    }
}
