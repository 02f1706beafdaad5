package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.pools.Signal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sinks that throw, on the strategies' thread or on their own: it is their fault and not the strategy's. */
@Timeout(60)
class SinkFaultTest {

    private static final int TRADES = 50;

    /** Signals at every trade, and counts the answers. */
    private static final class Signalling implements Strategy {
        private final AtomicInteger sent = new AtomicInteger();

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            if (context.signal(0, Side.BUY, 1)) {
                sent.incrementAndGet();
            }
        }
    }

    /** Throws in one of its calls. */
    private static final class Thrower implements SignalSink {
        private final String call;
        private final Throwable failure;
        private final AtomicInteger signals = new AtomicInteger();

        Thrower(String call, Throwable failure) {
            this.call = call;
            this.failure = failure;
        }

        private void called(String name) {
            if (name.equals(call)) {
                Throw.anything(failure);
            }
        }

        @Override
        public void onSignal(Signal signal) {
            signal.close();
            signals.incrementAndGet();
            called("onSignal");
        }

        @Override
        public void onIdle() {
            called("onIdle");
        }

        @Override
        public void onStop() {
            called("onStop");
        }
    }

    @ParameterizedTest
    @CsvSource({"onSignal, false", "onSignal, true", "onIdle, false", "onIdle, true", "onStop, false", "onStop, true"})
    void shouldCountTheFaultAndLoseNoSignal(String call, boolean ownThread) {
        Signalling strategy = new Signalling();
        Thrower sink = new Thrower(call, new Exception("mine"));
        try (Rig rig = new Rig(1, plan -> {
            plan.onFault(OnFault.DISABLE_STRATEGY).strategy(strategy).sink(sink);
            if (ownThread) {
                plan.sinkOnOwnThread();
            }
        })) {
            rig.pipeline.start();
            for (int i = 0; i < TRADES; i++) {
                rig.trade(0, 1);
                rig.drain();
            }
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);

            assertThat(strategy.sent.get()).as("signals that the strategy knows it sent").isEqualTo(TRADES);
            assertThat(sink.signals.get()).isEqualTo(TRADES);
            assertThat(rig.pipeline.disabledStrategies()).isZero();
            String event = call.equals("onSignal") && !ownThread ? "TRADE SYM0, time 0" : "";
            assertThat(rig.pipeline.faults().get(0)).isEqualTo(new Fault("sink in " + call, event, sink.failure));
            assertThat(rig.pipeline.faultCount()).isPositive();
        }
    }

    @Test
    void shouldStopThePipelineWhereItIsTo() {
        Thrower sink = new Thrower("onSignal", new IllegalStateException("mine"));
        try (Rig rig = new Rig(1, plan -> plan.onFault(OnFault.STOP_PIPELINE).strategy(new Signalling()).sink(sink).sinkOnOwnThread())) {
            rig.pipeline.start();
            rig.lastTrade(0, 1);
            while (rig.pipeline.isRunning()) {
                Thread.onSpinWait();
            }
            assertThat(rig.pipeline.stopCause()).isSameAs(sink.failure);
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
        }
    }
}
