package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a pipeline when a strategy throws, in each of its calls and by each policy. */
@Timeout(60)
class FaultPolicyTest {

    /** A round calls each of a strategy's methods, onCandle for two frames. */
    private static final int ROUND_CALLS = 6;

    /** Throws in one of its calls, and counts them. */
    private static final class Thrower implements Strategy {
        private final String call;
        private final Throwable failure;
        volatile int calls;

        Thrower(String call, Throwable failure) {
            this.call = call;
            this.failure = failure;
        }

        private void called(String name) {
            calls = calls + 1;
            if (name.equals(call)) {
                Throw.anything(failure);
            }
        }

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            called("onTrade");
        }

        @Override
        public void onQuote(QuoteWindow quotes, StrategyContext context) {
            called("onQuote");
        }

        @Override
        public void onDepth(MarketEvent depth, StrategyContext context) {
            called("onDepth");
        }

        @Override
        public void onCandle(CandleWindow candles, StrategyContext context) {
            called("onCandle");
        }

        @Override
        public void onClock(long nowNanos, StrategyContext context) {
            called("onClock");
        }
    }

    private static Rig started(OnFault policy, Strategy... strategies) {
        Rig rig = new Rig(2, plan -> {
            plan.quotes(4).onFault(policy);
            for (Strategy strategy : strategies) {
                plan.strategy(strategy);
            }
        });
        rig.pipeline.start();
        return rig;
    }

    private static void round(Rig rig, long second) {
        MarketPublisher publisher = rig.pipeline.publishers().get(0);
        publisher.onTrade(1, second * Rig.SECOND, 5, 6, 7, 1);
        publisher.onQuote(1, second * Rig.SECOND, 5, 6, 7, 8);
        publisher.onDepth(1, second * Rig.SECOND, 1, 5, 6, 7, 0);
        publisher.onClock((second + 5) * Rig.SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "onTrade, 'TRADE SYM1, time 5000000000', 1", "onQuote, 'QUOTE SYM1, time 5000000000', 1",
        "onDepth, 'DEPTH SYM1, time 5000000000', 1", "onCandle, 'CLOCK, time 10000000000', 2", "onClock, 'CLOCK, time 10000000000', 1"})
    void shouldSayWhereAndAtWhichEventAndGoOn(String call, String event, int times) {
        Thrower thrower = new Thrower(call, new IllegalStateException("mine"));
        Thrower next = new Thrower("", null);
        try (Rig rig = started(OnFault.SKIP_EVENT, thrower, next)) {
            round(rig, 5);
            round(rig, 10);
            rig.drain();

            assertThat(rig.pipeline.faults().get(0)).isEqualTo(new Fault("strategy 0 (Thrower) in " + call, event, thrower.failure));
            assertThat(rig.pipeline.faults().get(0)).hasToString("strategy 0 (Thrower) in " + call + " at " + event
                + ": java.lang.IllegalStateException: mine");
            assertThat(rig.pipeline.faultCount()).isEqualTo(2L * times);
            assertThat(List.of(thrower.calls, next.calls)).containsOnly(2 * ROUND_CALLS);
            assertThat(rig.pipeline.isRunning()).isTrue();
            assertThat(rig.pipeline.stopCause()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"onTrade, 1", "onQuote, 2", "onDepth, 3", "onCandle, 4", "onClock, 6"})
    void shouldNotCallAStrategyAgainThatIsDisabled(String call, int calls) {
        Thrower thrower = new Thrower(call, new IllegalStateException("mine"));
        Thrower next = new Thrower("", null);
        try (Rig rig = started(OnFault.DISABLE_STRATEGY, thrower, next)) {
            round(rig, 5);
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
            rig.pipeline.start();
            round(rig, 10);
            rig.drain();

            assertThat(thrower.calls).as("up to the one that threw").isEqualTo(calls);
            assertThat(next.calls).isEqualTo(2 * ROUND_CALLS);
            assertThat(rig.pipeline.faultCount()).isEqualTo(1);
            assertThat(rig.pipeline.disabledStrategies()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"onTrade, 4", "onQuote, 3", "onDepth, 2", "onCandle, 1", "onClock, 1"})
    void shouldStopAndSayWhatIsLeftAndTellPublishersWhy(String call, int fromIt) {
        Gate gate = new Gate();
        Thrower thrower = new Thrower(call, new IllegalStateException("mine"));
        try (Rig rig = new Rig(2, plan -> plan.quotes(4).onFault(OnFault.STOP_PIPELINE).strategy(thrower)
            .before((event, sequence, endOfBatch) -> gate.hold()))) {
            rig.pipeline.start();
            round(rig, 5);
            gate.open();
            while (rig.pipeline.isRunning()) {
                Thread.onSpinWait();
            }
            assertThat(rig.pipeline.stopCause()).isSameAs(thrower.failure);
            assertThatThrownBy(() -> rig.trade(0, 1)).isInstanceOf(IllegalStateException.class).hasCause(thrower.failure)
                .hasMessage("pipeline is not running, a fault has stopped it: fault=java.lang.IllegalStateException: mine");
            assertThat(rig.pipeline.stop(Rig.LONG)).as("what comes after the event in hand")
                .isEqualTo(new StopReport(fromIt - 1, 0, List.of()));
        }
    }

    @Test
    void shouldForgetWhatStoppedItWhenItIsStartedAgain() {
        Thrower thrower = new Thrower("onTrade", new IllegalStateException("mine"));
        try (Rig rig = started(OnFault.STOP_PIPELINE, thrower)) {
            for (int life = 1; life <= 3; life++) {
                rig.lastTrade(0, 1);
                while (rig.pipeline.isRunning()) {
                    Thread.onSpinWait();
                }
                rig.pipeline.stop(Rig.LONG);
                rig.pipeline.start();
                assertThat(rig.pipeline.stopCause()).isNull();
                assertThat(rig.pipeline.isRunning()).isTrue();
                assertThat(rig.pipeline.faultCount()).as("of all lives").isEqualTo(life);
            }
        }
    }

    /** Kinds of failure. */
    enum Failure {
        EXCEPTION(new IllegalStateException("mine")), CHECKED(new Exception("mine")), ASSERTION(new AssertionError("mine")),
        STACK(new StackOverflowError("mine")), MEMORY(new OutOfMemoryError("mine")), INTERRUPT(new InterruptedException("mine")),
        LINKAGE(new NoClassDefFoundError("mine"));

        private final Throwable thrown;

        Failure(Throwable thrown) {
            this.thrown = thrown;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSurviveAnythingThatCanBeThrown(Failure failure) {
        Thrower atTrade = new Thrower("onTrade", failure.thrown);
        Thrower atCandle = new Thrower("onCandle", failure.thrown);
        Thrower next = new Thrower("", null);
        try (Rig rig = started(OnFault.SKIP_EVENT, atTrade, atCandle, next)) {
            for (int second = 0; second < 100; second += 5) {
                round(rig, second);
            }
            rig.drain();

            assertThat(rig.pipeline.faultCount()).isEqualTo(20 * 3);
            assertThat(rig.pipeline.firstFault()).isSameAs(failure.thrown);
            assertThat(List.of(atTrade.calls, atCandle.calls, next.calls)).containsOnly(20 * ROUND_CALLS);
        }
    }

    @Test
    void shouldKeepTheFirstFewOfAMillionFaults() {
        Strategy throwing = new Thrower("onTrade", new IllegalStateException("mine"));
        try (Rig rig = new Rig(1, plan -> plan.strategy(throwing).strategy(new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                context.signal(0, Side.BUY, 1);
            }
        }))) {
            rig.pipeline.start();
            rig.numberedTrades(1_000_000);
            rig.drain();

            assertThat(rig.pipeline.faultCount()).isEqualTo(1_000_000);
            assertThat(rig.pipeline.faults()).hasSize(16);
            assertThat(rig.pipeline.signalCount()).isEqualTo(1_000_000);
        }
    }
}
