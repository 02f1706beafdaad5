package io.windrow.examples.samples;

import io.windrow.buffers.CandleExpectations;
import io.windrow.buffers.CandleKind;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.EventCandleBuilder;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.List;

/** Candles that are closed by what is traded. */
final class EventCandles {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private EventCandles() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        CandleListener listener = window -> System.out.println(window.spec() + ": " + window.open(0) + " to " + window.close(0)
            + ", volume " + window.volume(0));
        CandleSpec volume = CandleSpec.of(CandleKind.VOLUME, 250_000); // 2.5 BTC at 5 decimals
        CandleSpec renko = CandleSpec.of(CandleKind.RENKO, 1_000);     // bricks of 10.00
        CandleSpec runs = CandleSpec.of(CandleKind.TICK_RUNS, 3);      // 3 trades in the first candle
        CandleExpectations learning = new CandleExpectations(20, 5);   // for imbalance and runs
        for (CandleSpec spec : List.of(volume, renko, runs)) {
            try (EventCandleBuilder candles = EventCandleBuilder.open(memory, btc, CandlePolicy.DEFAULT, listener, spec, learning)) {
                for (int i = 0; i < 3; i++) {
                    candles.onTrade(i * SECOND_NANOS, 6180000 + 1_200 * i, 100_000, 0, Side.BUY.code());
                }
            }
        }
        // docs:end
    }
}
