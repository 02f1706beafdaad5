package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.WaitStrategy;
import io.windrow.buffers.testing.Seeds;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that fails half-way: no thread stays, nothing leaks, and the pipeline can be started again or closed at once. */
@Timeout(60)
class StartFailureTest {

    private static final int SHARDS = 2;
    /** The sink's, and for each shard those of a handler before, the stage and a handler after. */
    private static final int THREADS = 1 + 3 * SHARDS;
    private static final int NEVER = Integer.MAX_VALUE;

    private final EventHandler<MarketEvent> quiet = (event, sequence, endOfBatch) -> { };
    private int made;
    private int failsAt;
    private RuntimeException failure = new IllegalStateException("no more threads");

    private void sharded(PipelineBuilder plan) {
        ThreadFactory made = plan.threadFactory;
        plan.shards(SHARDS).strategy(Counting::new).beforeEach(shard -> quiet).afterEach(shard -> quiet)
            .threadFactory(task -> next(made, task));
    }

    private Thread next(ThreadFactory factory, Runnable task) {
        if (++made == failsAt) {
            if (failure != null) {
                throw failure;
            }
            return null;
        }
        return factory.newThread(task);
    }

    private static void assertUsable(Rig rig, int times) {
        for (int i = 0; i < times; i++) {
            rig.pipeline.start();
            rig.trade(0, 0, 1);
            rig.trade(1, 0, 1);
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
        }
        rig.join();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldStartAgainWhicheverThreadCouldNotBeMade(boolean none) {
        failure = none ? null : failure;
        for (int at = 1; at <= THREADS; at++) {
            made = 0;
            failsAt = at;
            try (Rig rig = new Rig(2, this::sharded)) {
                assertThatThrownBy(rig.pipeline::start).as("thread %s", at).isInstanceOf(RuntimeException.class);
                rig.join();
                assertThat(rig.pipeline.isRunning()).isFalse();
                failsAt = NEVER;
                assertUsable(rig, 2);
            }
        }
    }

    @Test
    void shouldStartAgainAfterARestartThatFailed() {
        Seeds.forEach(5, random -> {
            failsAt = NEVER;
            try (Rig rig = new Rig(2, this::sharded)) {
                for (int life = 0; life < 5; life++) {
                    assertUsable(rig, 1);
                    made = 0;
                    failsAt = 1 + random.nextInt(THREADS);
                    assertThatThrownBy(rig.pipeline::start).isInstanceOf(RuntimeException.class);
                    assertThat(rig.pipeline.backlog()).isZero();
                    rig.join();
                    failsAt = NEVER;
                }
                assertUsable(rig, 1);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, THREADS})
    void shouldCloseAtOnceWhatCouldNotBeStarted(int at) {
        failsAt = at;
        long least = Long.MAX_VALUE;
        // What the machine adds to the time it does not add to each of several.
        for (int round = 0; round < 5 && least >= Rig.SECOND / 2; round++) {
            made = 0;
            try (Rig rig = new Rig(2, this::sharded)) {
                assertThatThrownBy(rig.pipeline::start).isSameAs(failure);
                long began = System.nanoTime();
                rig.pipeline.close();
                least = Math.min(least, System.nanoTime() - began);
            }
        }
        assertThat(least).as("nothing to wait for").isLessThan(Rig.SECOND / 2);
    }

    private WaitStrategy everyOther() {
        if (++made % 2 == 1) {
            throw new IllegalStateException("no wait strategy");
        }
        return new BlockingWaitStrategy();
    }

    @Test
    void shouldTellThatThereIsNoWaitStrategyAndStartWhenThereIsOne() {
        try (Rig rig = new Rig(1, plan -> plan.waitStrategy(this::everyOther))) {
            assertThatThrownBy(rig.pipeline::start).isInstanceOf(IllegalStateException.class).hasMessage("no wait strategy");
            assertThatThrownBy(() -> rig.trade(0, 1)).hasMessage("pipeline is not running: running=false");
            rig.pipeline.start();
            rig.trade(0, 1);
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
            assertThatThrownBy(rig.pipeline::start).hasMessage("no wait strategy");
            assertThat(rig.pipeline.backlog()).isZero();
        }
        try (Rig rig = new Rig(1, plan -> plan.waitStrategy(() -> null))) {
            assertThatThrownBy(rig.pipeline::start).isInstanceOf(NullPointerException.class).hasMessage("waitStrategy");
        }
    }

    @Test
    void shouldTellThatAHandlersFactoryFailsInALaterShard() {
        try (Rig rig = new Rig(2, plan -> plan.shards(2).afterEach(shard -> shard == 0 ? quiet : null))) {
            assertThatThrownBy(rig.pipeline::start).isInstanceOf(NullPointerException.class).hasMessage("handler");
            rig.join();
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
        }
    }
}
