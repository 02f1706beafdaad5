package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RewindableException;
import com.lmax.disruptor.TimeoutBlockingWaitStrategy;
import com.lmax.disruptor.TimeoutException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers that throw, in each call that Disruptor makes: they miss no event, and nobody else does. */
@Timeout(60)
class HandlerFaultTest {

    private static final int TRADES = 50;

    /** Throws in one of its calls, and counts events. */
    private static final class Thrower implements EventHandler<MarketEvent> {
        private final String call;
        private final Throwable failure;
        private final AtomicInteger events = new AtomicInteger();
        private final AtomicInteger thrown = new AtomicInteger();

        Thrower(String call, Throwable failure) {
            this.call = call;
            this.failure = failure;
        }

        private void called(String name) {
            if (name.equals(call)) {
                thrown.incrementAndGet();
                Throw.anything(failure);
            }
        }

        @Override
        public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) {
            events.incrementAndGet();
            called("onEvent");
        }

        @Override
        public void onBatchStart(long batchSize, long queueDepth) {
            called("onBatchStart");
        }

        @Override
        public void onTimeout(long sequence) {
            called("onTimeout");
        }

        @Override
        public void onStart() {
            called("onStart");
        }

        @Override
        public void onShutdown() {
            called("onShutdown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"onEvent", "onBatchStart", "onTimeout", "onStart", "onShutdown"})
    void shouldCountTheFaultAndMissNoEvent(String call) {
        IllegalStateException failure = new IllegalStateException("mine");
        Thrower before = new Thrower(call, failure);
        Thrower after = new Thrower(call, failure);
        Counting strategy = new Counting();
        try (Rig rig = new Rig(1, plan -> plan.ringSize(8).before(before).strategy(strategy).after(after)
            .waitStrategy(new TimeoutBlockingWaitStrategy(1, TimeUnit.MILLISECONDS)))) {
            rig.pipeline.start();
            for (int i = 1; i <= TRADES; i++) {
                rig.pipeline.publishTrade(0, 0, 1, 1, i, 0);
                rig.drain();
            }
            while (call.equals("onTimeout") && (before.thrown.get() == 0 || after.thrown.get() == 0)) {
                Thread.onSpinWait();
            }
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);

            assertThat(List.of(before.events.get(), (int) strategy.trades, after.events.get())).containsOnly(TRADES);
            assertThat(rig.pipeline.faultCount()).isEqualTo(before.thrown.get() + after.thrown.get()).isGreaterThan(1);
            String event = call.equals("onEvent") ? "TRADE SYM0, time 0" : "";
            assertThat(rig.pipeline.faults().get(0)).isEqualTo(new Fault("handler (Thrower) in " + call, event, failure));
        }
    }

    /** Disruptor takes these for its own: it would show the event again and again, or end its thread. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shouldSurviveWhatDisruptorTakesForItsOwn(int which) {
        Throwable failure = List.of(AlertException.INSTANCE, TimeoutException.INSTANCE, new RewindableException(null),
            new StackOverflowError()).get(which);
        Thrower thrower = new Thrower("onEvent", failure);
        try (Rig rig = new Rig(1, plan -> plan.ringSize(8).before(thrower))) {
            rig.pipeline.start();
            rig.numberedTrades(TRADES);
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);

            assertThat(thrower.events.get()).isEqualTo(TRADES);
            assertThat(rig.pipeline.faultCount()).isEqualTo(TRADES);
        }
    }

    @Test
    void shouldLetTheConsumerTakeWhatWaitsThoughEveryBatchStartsWithAFault() {
        Thrower thrower = new Thrower("onBatchStart", new IllegalStateException("mine"));
        Sights sights = new Sights();
        try (Rig rig = new Rig(8, plan -> plan.ringSize(1).whenRingFull(WhenRingFull.DROP_OLDEST).before(thrower).after(sights))) {
            rig.pipeline.start();
            for (int round = 0; round < 200; round++) {
                for (int id = 0; id < 8; id++) {
                    rig.trade(id, 0, 1);
                }
                rig.drain();
            }
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
            assertThat(thrower.events.get()).isEqualTo(sights.seen().size()).isEqualTo(200 * 8);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIP_EVENT", "DISABLE_STRATEGY"})
    void shouldRunThoughAHandlerFailsAsItStarts(OnFault policy) {
        try (Rig rig = new Rig(1, plan -> plan.onFault(policy).before(new Thrower("onStart", new IllegalStateException("mine"))))) {
            rig.pipeline.start();
            assertThat(rig.pipeline.isRunning()).isTrue();
            assertThat(rig.pipeline.faultCount()).isEqualTo(1);
            assertThat(rig.pipeline.disabledStrategies()).isZero();
        }
    }

    @Test
    void shouldNotRunWhereAFaultStopsThePipelineAndAHandlerFailsAsItStarts() {
        Thrower thrower = new Thrower("onStart", new IllegalStateException("mine"));
        try (Rig rig = new Rig(1, plan -> plan.onFault(OnFault.STOP_PIPELINE).before(thrower))) {
            for (int life = 0; life < 3; life++) {
                rig.pipeline.start();
                assertThat(rig.pipeline.isRunning()).isFalse();
                assertThat(rig.pipeline.stopCause()).isSameAs(thrower.failure);
                assertThatThrownBy(() -> rig.trade(0, 1)).hasCause(thrower.failure);
                assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
            }
        }
    }

    @Test
    void shouldLeaveEventsThatAHandlerHasNotSeenWhenAFaultStopsThePipeline() {
        Thrower thrower = new Thrower("onEvent", new IllegalStateException("mine"));
        Gate gate = new Gate();
        try (Rig rig = new Rig(1, plan -> plan.onFault(OnFault.STOP_PIPELINE).before((event, sequence, endOfBatch) -> gate.hold())
            .after(thrower))) {
            rig.pipeline.start();
            rig.numberedTrades(TRADES);
            gate.open();
            while (rig.pipeline.isRunning()) {
                Thread.onSpinWait();
            }
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(new StopReport(TRADES - 1, 0, List.of()));
            assertThat(thrower.events.get()).isEqualTo(1);
        }
    }
}
