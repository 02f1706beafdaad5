package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.SharedData;
import io.windrow.pipeline.feeds.FeedFormat;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.FileTradeSource;
import io.windrow.pools.EmptyPolicy;
import io.windrow.pools.LanePool;
import io.windrow.pools.Message;
import io.windrow.pools.Trade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recorded trades that outlive the ring: copied into pooled messages by a handler, read and released by a thread behind it. */
@Timeout(60)
class PooledTradesTest {

    private static final int POOLED = 16;

    private final BlockingQueue<Trade> queue = new LinkedBlockingQueue<>();
    private final List<List<Long>> read = new ArrayList<>();

    private static List<Long> row(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        return List.of((long) instrumentId, timeNanos, price, quantity, tradeId, (long) sideCode);
    }

    private void readAndRelease(int count) {
        try {
            for (int i = 0; i < count; i++) {
                try (Trade trade = queue.take()) {
                    read.add(row(trade.instrumentId(), trade.timeNanos(), trade.price(), trade.quantity(), trade.tradeId(),
                        trade.side().code()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void shouldHandEveryRecordedTradeOnWithAllItsValues() throws IOException, InterruptedException {
        Path file = SharedData.file("binance-ws/spot_btcusdt_20240808.gz");
        FeedOptions options = FeedOptions.builder(FeedFormat.BINANCE_WS).build();
        FeedScan scan = FeedScan.of(List.of(file), options, 1);
        FileTradeSource source = new FileTradeSource(List.of(file), options, scan.registry());
        List<List<Long>> expected = new ArrayList<>();
        source.replay((id, time, price, quantity, tradeId, side) -> expected.add(row(id, time, price, quantity, tradeId, side)));
        Thread reader = new Thread(() -> readAndRelease(expected.size()), "reader under test");

        try (OffHeapMemory memory = OffHeapMemory.withBudget(Trade.LAYOUT.slabBytes(POOLED)); LanePool<Trade> pool = pool(memory);
            Rig rig = new Rig(0, plan -> plan.instruments(scan.registry()).ringSize(64).before(copying(pool)))) {
            reader.start();
            rig.pipeline.start();
            source.replay(rig.pipeline::publishTrade);
            rig.drain();
            reader.join();

            assertThat(rig.pipeline.firstFault()).isNull();
            assertThat(read).hasSize(9757).isEqualTo(expected);
            assertThat(pool.acquiredCount()).isEqualTo(9757);
            assertThat(pool.inUse()).isZero();
        }
    }

    private static LanePool<Trade> pool(OffHeapMemory memory) {
        return Message.pool(memory, Trade::new).capacity(POOLED).whenEmpty(EmptyPolicy.waitUpTo(Duration.ofSeconds(30))).lane();
    }

    private EventHandler<MarketEvent> copying(LanePool<Trade> pool) {
        return (event, sequence, endOfBatch) -> {
            Trade trade = pool.acquire();
            event.copyTo(trade);
            queue.add(trade);
        };
    }
}
