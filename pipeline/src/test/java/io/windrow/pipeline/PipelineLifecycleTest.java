package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.EventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PipelineLifecycleTest {

    @Test
    void shouldRefuseToPublishBeforeItIsStartedAndAfterItIsStopped() {
        try (Rig rig = new Rig(1, plan -> { })) {
            assertNotRunning(rig);
            rig.pipeline.start();
            rig.trade(0, 1);
            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();
            assertNotRunning(rig);
            assertThat(rig.pipeline.trades(0).size()).isEqualTo(1);
            assertThat(rig.pipeline.backlog()).isZero();
        }
    }

    private static void assertNotRunning(Rig rig) {
        assertThatThrownBy(() -> rig.trade(0, 1)).isInstanceOf(IllegalStateException.class)
            .hasMessage("pipeline is not running: running=false");
        assertThatThrownBy(() -> rig.pipeline.publishClock(1)).isInstanceOf(IllegalStateException.class)
            .hasMessage("pipeline is not running: running=false");
    }

    @Test
    void shouldRefuseToStartTwiceOrAfterClose() {
        try (Rig rig = Rig.started(plan -> { })) {
            assertThatThrownBy(rig.pipeline::start).isInstanceOf(IllegalStateException.class)
                .hasMessage("pipeline must be stopped to be started, and not closed: started=true, closed=false");
        }
        try (Rig rig = new Rig(1, plan -> { })) {
            rig.pipeline.close();
            assertThatThrownBy(rig.pipeline::start).isInstanceOf(IllegalStateException.class)
                .hasMessage("pipeline must be stopped to be started, and not closed: started=false, closed=true");
            assertThat(rig.threads()).as("threads of a closed pipeline").isEmpty();
        }
    }

    @Test
    void shouldStopAndCloseInAnyStateAndTwice() {
        try (Rig rig = new Rig(1, plan -> { })) {
            assertThat(rig.pipeline.stop(Rig.LONG).left()).as("before the start").isZero();
            rig.pipeline.start();
            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();
            assertThat(rig.pipeline.stop(Rig.LONG).left()).as("the second time").isZero();
            rig.pipeline.close();
            assertThatCode(rig.pipeline::close).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldReturnFromStartOnlyWhenEveryHandlerRuns() {
        Handler before = new Handler();
        Handler after = new Handler();
        AtomicInteger number = new AtomicInteger();
        try (Rig rig = new Rig(1, plan -> plan.before(before).after(after))) {
            rig.firstOnThread = () -> pause(40L * number.getAndIncrement());

            rig.pipeline.start();

            assertThat(before.begun).as("the handler before runs").isTrue();
            assertThat(after.begun).as("the handler after runs").isTrue();
            rig.numberedTrades(10);
            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();
            assertThat(before.events).isEqualTo(10);
            assertThat(after.events).isEqualTo(10);
        }
    }

    @Test
    void shouldReturnFromStopOnlyWhenEveryHandlerHasEnded() {
        Handler before = new Handler();
        Handler after = new Handler();
        try (Rig rig = Rig.started(plan -> plan.before(before).after(after))) {
            rig.numberedTrades(10);

            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();

            assertThat(before.ended).as("the handler before has ended").isTrue();
            assertThat(after.ended).as("the handler after has ended").isTrue();
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }

    @Test
    void shouldEndTheThreadsItStartedWhenAnotherCannotBeMade() throws InterruptedException {
        List<Thread> made = new ArrayList<>();
        try (Rig rig = new Rig(1, plan -> plan.after(new Handler()).threadFactory(task -> made.isEmpty() ? remember(made, task) : null))) {
            assertThatThrownBy(rig.pipeline::start).isInstanceOf(RuntimeException.class);

            made.get(0).join(Rig.LONG.toMillis());
            assertThat(made.get(0).isAlive()).as("the thread that was started").isFalse();
            assertNotRunning(rig);
        }
    }

    @Test
    void shouldEndTheThreadsItStartedWhenInterruptedMeanwhile() {
        try (Rig rig = new Rig(1, plan -> { })) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(rig.pipeline::start).isInstanceOf(IllegalStateException.class).hasMessage("interrupted while starting");

            assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
            rig.join();
            assertNotRunning(rig);
        }
    }

    @Test
    void shouldEndItsThreadsWhenItIsStopped() {
        try (Rig rig = Rig.started(plan -> { })) {
            assertThat(rig.threads()).hasSize(1);
            rig.pipeline.stop(Rig.LONG);
            rig.join();
        }
    }

    private static Thread remember(List<Thread> made, Runnable task) {
        Thread thread = new Thread(task);
        made.add(thread);
        return thread;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts events; takes its time to end. */
    private static final class Handler implements EventHandler<MarketEvent> {
        volatile boolean begun;
        volatile boolean ended;
        volatile long events;

        @Override
        public void onStart() {
            begun = true;
        }

        @Override
        public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) {
            events = event.tradeId();
        }

        @Override
        public void onShutdown() {
            pause(40);
            ended = true;
        }
    }
}
