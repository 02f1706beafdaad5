package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.Sma;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The indicators of strategies: one of each on every window, up to date when a strategy is called. */
@Timeout(30)
class StrategyIndicatorsTest {

    private static final IndicatorSpec COUNTED = new OwnFormula("counted", candle -> { });

    /** Looks at indicators, and keeps what it saw of them at each candle. Written by the consumer thread, read when it is drained. */
    private static class Looking implements Strategy {

        final List<IndicatorSpec> specs;
        final List<PerWindow<Indicator>> found = new ArrayList<>();
        final List<Double> values = new ArrayList<>();

        Looking(IndicatorSpec... specs) {
            this.specs = List.of(specs);
        }

        @Override
        public List<IndicatorSpec> indicators() {
            return specs;
        }

        @Override
        public void onStart(StrategyContext context) {
            specs.forEach(spec -> found.add(context.indicator(spec)));
        }

        @Override
        public void onCandle(CandleWindow candles, StrategyContext context) {
            found.forEach(each -> values.add(each.of(candles).value()));
        }
    }

    /** Declares nothing. */
    private static final class Forgetful implements Strategy {

        @Override
        public void onStart(StrategyContext context) {
            context.indicator(Ema.of(20));
        }
    }

    /** Closes four candles of a second and one of five. */
    private static void candles(Rig rig) {
        for (int second = 1; second <= 5; second++) {
            rig.trade(second * Rig.SECOND, 100 * second);
        }
        rig.drain();
    }

    @Test
    void shouldKeepOneForAllStrategiesThatDeclareTheSameAndUpdateItOnceACandle() {
        AtomicInteger updates = new AtomicInteger();
        Looking first = new Looking(Ema.of(2), new OwnFormula("counted", candle -> updates.incrementAndGet()));
        Looking second = new Looking(new OwnFormula("counted", candle -> updates.addAndGet(1_000)), Ema.of(2), Sma.of(2));
        try (Rig rig = Rig.started(plan -> plan.strategy(first).strategy(second))) {
            candles(rig);

            CandleWindow window = rig.pipeline.candles(0, 0);
            assertThat(first.found.get(1).of(window)).isSameAs(second.found.get(0).of(window));
            assertThat(first.found.get(0).of(window)).isSameAs(second.found.get(1).of(window));
            assertThat(first.found.get(0).of(window)).isNotSameAs(first.found.get(0).of(rig.pipeline.candles(0, 1)));
            assertThat(updates).as("four candles of 1 s and one of 5 s").hasValue(5);
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }

    @Test
    void shouldBeUpToDateWhenAStrategyIsCalled() {
        Looking strategy = new Looking(COUNTED, Sma.of(2));
        try (Rig rig = Rig.started(plan -> plan.strategy(strategy))) {
            candles(rig);

            assertThat(strategy.values).as("of the fourth second, and of the five it ends").containsExactly(1.0, Double.NaN, 2.0, 1.5,
                3.0, 2.5, 4.0, 3.5, 1.0, Double.NaN);
        }
    }

    @Test
    void shouldGiveAStrategyWithAThreadOfItsOwnIndicatorsOfItsOwn() {
        Looking shared = new Looking(COUNTED);
        Looking own = new Looking(COUNTED);
        try (Rig rig = Rig.started(plan -> plan.strategy(() -> shared).strategyOnOwnThread(() -> own))) {
            candles(rig);

            CandleWindow window = rig.pipeline.candles(0, 0);
            assertThat(shared.found.get(0).of(window)).isNotSameAs(own.found.get(0).of(window));
            assertThat(shared.values).isEqualTo(own.values).containsExactly(1.0, 2.0, 3.0, 4.0, 1.0);
        }
    }

    @Test
    void shouldShowTheFormingCandleAtATradeAndCommitNothing() {
        List<Double> peeked = new ArrayList<>();
        Looking strategy = new Looking(Sma.of(2)) {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                Indicator average = found.get(0).of(context.candles(0, 0));
                peeked.add(average.peek());
                peeked.add(average.value());
            }
        };
        try (Rig rig = Rig.started(plan -> plan.strategy(strategy))) {
            rig.trade(0, 100);
            rig.trade(Rig.SECOND, 200);
            rig.trade(Rig.SECOND, 400);
            rig.trade(2 * Rig.SECOND, 600);
            rig.drain();

            assertThat(peeked).containsExactly(Double.NaN, Double.NaN, 1.5, Double.NaN, 2.5, Double.NaN, 5.0, 2.5);
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }

    @Test
    void shouldCountWhatAFormulaThrowsAndLeaveTheOthersOfTheWindowUnharmed() {
        IndicatorSpec broken = new OwnFormula("broken", candle -> {
            Throw.anything(new Exception("at " + candle.close()));
        });
        Looking strategy = new Looking(Sma.of(2), broken, COUNTED);
        try (Rig rig = Rig.started(plan -> plan.onFault(OnFault.DISABLE_STRATEGY).strategy(strategy))) {
            candles(rig);

            assertThat(strategy.values).containsExactly(Double.NaN, Double.NaN, 1.0, 1.5, Double.NaN, 2.0, 2.5, Double.NaN, 3.0, 3.5,
                Double.NaN, 4.0, Double.NaN, Double.NaN, 1.0);
            assertThat(rig.pipeline.faultCount()).isEqualTo(5);
            assertThat(rig.pipeline.faults()).extracting(Fault::where).containsOnly("indicator broken");
            assertThat(rig.pipeline.firstFault()).hasMessage("at 1.0");
        }
    }

    @Test
    void shouldRefuseAnIndicatorThatTheStrategyDoesNotDeclare() {
        Strategy asking = new Forgetful();
        assertThatThrownBy(() -> build(plan -> plan.strategy(asking))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("indicator must be among Strategy.indicators(): indicator=ema:20, strategy=Forgetful");
        assertThatThrownBy(() -> build(plan -> plan.strategy(new Looking(Ema.of(20))).strategy(asking)))
            .as("declared by another").isInstanceOf(IllegalArgumentException.class).hasMessageContaining("indicator=ema:20");
        assertThatThrownBy(() -> build(plan -> plan.strategy(new Looking(Ema.of(21)) {
            @Override
            public void onStart(StrategyContext context) {
                context.indicator(null);
            }
        }))).isInstanceOf(NullPointerException.class).hasMessage("spec");
    }

    @Test
    void shouldRefuseAPeriodThatIsLongerThanTheWindow() {
        String message = "period must be at most the candles kept: indicator=ema:20, period=20, candles=19";
        assertThatThrownBy(() -> build(plan -> plan.candles(19).strategy(new Looking(Ema.of(20)))))
            .isInstanceOf(IllegalArgumentException.class).hasMessage(message);
        assertThatThrownBy(() -> build(plan -> plan.candles(19).strategyOnOwnThread(() -> new Looking(Ema.of(20)))))
            .isInstanceOf(IllegalArgumentException.class).hasMessage(message);
        build(plan -> plan.candles(20).strategy(new Looking(Ema.of(20))));
    }

    private static void build(Consumer<PipelineBuilder> change) {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
            PipelineBuilder plan = TradingPipeline.builder().memory(memory).instruments(Rig.registry(1));
            change.accept(plan);
            try {
                plan.build().close();
            } finally {
                assertThat(memory.usedBytes()).isZero();
            }
        }
    }
}
