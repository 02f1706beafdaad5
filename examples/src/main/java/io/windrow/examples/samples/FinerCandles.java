package io.windrow.examples.samples;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;

/** Candles of a minute, as an exchange gives them, become candles of five. */
final class FinerCandles {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private FinerCandles() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        try (CandleBuilder candles = CandleBuilder.open(memory, btc, CandlePolicy.DEFAULT,
            window -> System.out.println("high " + window.high(0) + ", volume " + window.volume(0)),
            CandleSpec.of(Timeframe.minutes(5)))) {
            for (int i = 0; i < 6; i++) {
                long open = 6180000 + 100 * i;
                candles.onCandle(i * MINUTE_NANOS, open, open + 150, open - 50, open + 100, 50_000, 0, 0, 0, 0);
            }
        }
        // docs:end
    }
}
