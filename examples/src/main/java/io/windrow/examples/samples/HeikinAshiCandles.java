package io.windrow.examples.samples;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.HeikinAshi;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;

/** Averaged candles beside those they are made of. */
final class HeikinAshiCandles {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private HeikinAshiCandles() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        Timeframe minute = Timeframe.minutes(1);
        try (CandleWindow averaged = CandleWindow.open(memory, btc, CandleSpec.heikinAshi(minute))) {
            HeikinAshi listener = new HeikinAshi(averaged, window ->
                System.out.println(window.spec() + ": " + window.open(0) + " to " + window.close(0)));
            try (CandleBuilder candles = CandleBuilder.open(memory, btc, CandlePolicy.DEFAULT, listener, CandleSpec.of(minute))) {
                for (int i = 0; i < 3; i++) {
                    candles.onTrade(i * MINUTE_NANOS, 6180000, 100_000, 0, Side.BUY.code());
                    candles.onTrade(i * MINUTE_NANOS, 6180400, 100_000, 0, Side.BUY.code());
                }
            }
        }
        // docs:end
    }
}
