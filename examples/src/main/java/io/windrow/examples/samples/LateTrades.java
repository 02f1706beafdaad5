package io.windrow.examples.samples;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.IngestResult;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;

/** A late trade changes a closed candle, a repeated one changes nothing. */
final class LateTrades {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private LateTrades() {
    }

    static void run(OffHeapMemory memory, Instrument btc) {
        // docs:begin
        CandleListener listener = new CandleListener() {
            @Override public void onCandle(CandleWindow window) { System.out.println("closed at " + window.close(0)); }

            @Override public void onRevision(CandleWindow window, long sequence) {
                System.out.println("candle " + sequence + " now closes at " + window.close((int) (window.newestSequence() - sequence)));
            }
        };
        CandlePolicy policy = CandlePolicy.merge(5 * SECOND_NANOS).withoutDuplicates(1_024);
        try (CandleBuilder candles = CandleBuilder.open(memory, btc, policy, listener, CandleSpec.of(Timeframe.seconds(1)))) {
            candles.onTrade(0, 6180000, 100_000, 11, Side.BUY.code());
            candles.onTrade(SECOND_NANOS, 6180100, 100_000, 13, Side.BUY.code());
            System.out.println(candles.onTrade(SECOND_NANOS / 2, 6180900, 100_000, 12, Side.SELL.code()));
            System.out.println(candles.onTrade(SECOND_NANOS / 2, 6180900, 100_000, 12, Side.SELL.code()));
            System.out.println("merged " + candles.count(IngestResult.LATE_MERGED));
        }
        // docs:end
    }
}
