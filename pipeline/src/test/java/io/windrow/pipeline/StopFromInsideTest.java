package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pipeline that is stopped by one of its own threads: it waits for itself, but no longer than its limit. */
@Timeout(60)
class StopFromInsideTest {

    private static final Duration LIMIT = Duration.ofMillis(100);
    private static final String ITSELF = "who stops";
    private final CompletableFuture<StopReport> report = new CompletableFuture<>();
    private volatile TradingPipeline pipeline;

    private void stop() {
        Thread.currentThread().setName(ITSELF);
        report.complete(pipeline.stop(LIMIT));
    }

    /** Signals at every trade, or does something. */
    private record AtTrade(Runnable action) implements Strategy {
        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            if (action == null) {
                context.signal(trades.instrument().id(), Side.BUY, 1);
            } else {
                action.run();
            }
        }
    }

    private void assertEnds(Rig rig, long left, long signalsLeft) throws Exception {
        pipeline = rig.pipeline;
        rig.pipeline.start();
        rig.lastTrade(0, 1);
        List<String> running = report.get(Rig.LONG.toSeconds(), TimeUnit.SECONDS).stillRunning();
        assertThat(report.get()).isEqualTo(new StopReport(left, signalsLeft, running));
        assertThat(running).containsOnlyOnce(ITSELF);
        assertThat(running.size()).as("others may not have ended yet, where the machine is busy").isBetween(1, rig.threads().size());
        rig.join();
        assertThat(rig.pipeline.isRunning()).isFalse();
        assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
    }

    @Test
    void shouldReturnAtTheLimitInAStrategy() throws Exception {
        try (Rig rig = new Rig(1, plan -> plan.strategy(new AtTrade(this::stop)))) {
            assertEnds(rig, 1, 0);
        }
    }

    @Test
    void shouldReturnAtTheLimitInAHandler() throws Exception {
        EventHandler<MarketEvent> stopping = (event, sequence, endOfBatch) -> stop();
        try (Rig rig = new Rig(1, plan -> plan.after(stopping))) {
            assertEnds(rig, 1, 0);
        }
    }

    @Test
    void shouldReturnAtTheLimitInASink() throws Exception {
        try (Rig rig = new Rig(1, plan -> plan.strategy(new AtTrade(null)).sink(signal -> {
            signal.close();
            stop();
        }))) {
            assertEnds(rig, 1, 0);
        }
    }

    @Test
    void shouldReturnAtTheLimitInASinkOnItsOwnThread() throws Exception {
        try (Rig rig = new Rig(1, plan -> plan.strategy(new AtTrade(null)).sinkOnOwnThread().sink(signal -> {
            signal.close();
            Rig.await("the trade is done with", () -> pipeline.backlog() == 0);
            stop();
        }))) {
            assertEnds(rig, 0, 0);
        }
    }
}
