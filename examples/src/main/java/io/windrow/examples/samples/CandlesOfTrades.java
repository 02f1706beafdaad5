package io.windrow.examples.samples;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleLayout;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;

/** Two frames in one pass, and what is forming. */
final class CandlesOfTrades {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private CandlesOfTrades() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        CandleSpec seconds = CandleSpec.of(Timeframe.seconds(1)).layout(CandleLayout.FULL);
        CandleSpec minutes = CandleSpec.of(Timeframe.minutes(1)).layout(CandleLayout.FULL).capacity(1_000);
        CandleListener listener = window -> System.out.println(window.timeframe() + " closes at " + window.close(0) + ", trades "
            + window.value(CandleField.TRADE_COUNT, 0) + ", vwap " + window.vwap(0));
        try (CandleBuilder candles = CandleBuilder.open(memory, btc, CandlePolicy.DEFAULT, listener, seconds, minutes)) {
            candles.onTrade(58 * SECOND_NANOS, 6180000, 100_000, 1, Side.BUY.code());
            candles.onTrade(59 * SECOND_NANOS, 6180400, 300_000, 2, Side.SELL.code()); // closes the second before
            System.out.println("minute so far " + candles.window(1).forming(CandleField.VOLUME));
            candles.onClock(60 * SECOND_NANOS);                                        // closes the second, then the minute
        }
        // docs:end
    }
}
