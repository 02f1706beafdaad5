package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In which order the stages of one event run, on the one consumer thread. */
@Timeout(30)
class PipelineOrderTest {

    /** Written by the consumer thread, read when the pipeline is drained. */
    private final List<String> log = new ArrayList<>();

    /** Writes down what it is told. */
    private final class Logging implements Strategy {
        private final String name;
        private final IndicatorSpec spec;
        private PerWindow<Indicator> indicator;

        Logging(String name) {
            this.name = name;
            spec = logged(name);
        }

        @Override
        public List<IndicatorSpec> indicators() {
            return List.of(spec);
        }

        @Override
        public void onStart(StrategyContext context) {
            indicator = context.indicator(spec);
        }

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            log.add(name + ": trade at " + trades.price(0));
        }

        @Override
        public void onCandle(CandleWindow candles, StrategyContext context) {
            log.add(name + ": " + candles.timeframe() + " after " + (long) indicator.of(candles).value() + " updates");
        }

        @Override
        public void onClock(long nowNanos, StrategyContext context) {
            log.add(name + ": tick " + nowNanos / Rig.SECOND);
        }
    }

    private IndicatorSpec logged(String name) {
        return new OwnFormula(name, candle -> log.add("indicator of " + name + ": close " + (long) (candle.close() * 100)));
    }

    @Test
    void shouldUpdateIndicatorsBeforeStrategiesAndFinerFramesBeforeCoarser() {
        try (Rig rig = Rig.started(plan -> plan.strategy(new Logging("a")).strategy(new Logging("b")))) {
            rig.trade(4 * Rig.SECOND, 100);
            rig.trade(5 * Rig.SECOND, 200);
            rig.drain();

            assertThat(log).containsExactly(
                "a: trade at 100", "b: trade at 100",
                "indicator of a: close 100", "indicator of b: close 100", "a: 1s after 1 updates", "b: 1s after 1 updates",
                "indicator of a: close 100", "indicator of b: close 100", "a: 5s after 1 updates", "b: 5s after 1 updates",
                "a: trade at 200", "b: trade at 200");
        }
    }

    @Test
    void shouldCloseTheCandlesOfEveryInstrumentAtATickAndThenTellOfTheTick() {
        try (Rig rig = new Rig(2, plan -> plan.strategy(new Logging("a")))) {
            rig.pipeline.start();
            rig.trade(0, 0, 100);
            rig.trade(1, 0, 300);
            rig.pipeline.publishClock(Rig.SECOND - 1);
            rig.pipeline.publishClock(Rig.SECOND);
            rig.drain();

            assertThat(log).containsExactly("a: trade at 100", "a: trade at 300", "a: tick 0",
                "indicator of a: close 100", "a: 1s after 1 updates", "indicator of a: close 300", "a: 1s after 1 updates", "a: tick 1");
            assertThat(rig.pipeline.candles(0, 0).close(0)).isEqualTo(100);
            assertThat(rig.pipeline.candles(1, 0).close(0)).isEqualTo(300);
        }
    }

    @Test
    void shouldTellStrategiesOfALateTradeAndKeepItOutOfTheCandles() {
        try (Rig rig = Rig.started(plan -> plan.strategy(new Logging("a")))) {
            rig.trade(2 * Rig.SECOND, 100);
            rig.trade(Rig.SECOND, 999);
            rig.pipeline.publishClock(3 * Rig.SECOND);
            rig.drain();

            assertThat(log).startsWith("a: trade at 100", "a: trade at 999");
            assertThat(rig.pipeline.lateTrades()).isEqualTo(1);
            assertThat(rig.pipeline.candles(0, 0).high(0)).isEqualTo(100);
            assertThat(rig.pipeline.trades(0).size()).isEqualTo(2);
        }
    }

    @Test
    void shouldRefuseToMakeIndicatorsAndObjectsPerWindowAfterTheStart() {
        AtomicReference<Throwable> perWindow = new AtomicReference<>();
        AtomicReference<Throwable> indicator = new AtomicReference<>();
        IndicatorSpec spec = logged("late");
        Strategy late = new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                perWindow.set(catchThrowable(() -> context.perWindow(Object::new)));
                indicator.set(catchThrowable(() -> context.indicator(spec)));
            }
        };
        try (Rig rig = Rig.started(plan -> plan.strategy(late))) {
            rig.trade(0, 1);
            rig.pipeline.publishClock(Rig.SECOND);
            rig.drain();

            assertThat(List.of(perWindow.get(), indicator.get())).allSatisfy(thrown -> assertThat(thrown)
                .isInstanceOf(IllegalStateException.class).hasMessage("indicators and objects per window must be asked for in onStart"));
            assertThat(log).as("updates of an indicator that was refused").isEmpty();
        }
    }

    @Test
    void shouldMakeOneObjectForEachWindowAndFindIt() {
        List<Object> made = new ArrayList<>();
        Strategy asking = new Strategy() {
            @Override
            public void onStart(StrategyContext context) {
                PerWindow<Object> objects = context.perWindow(Object::new);
                for (int id = 0; id < context.instruments().size(); id++) {
                    for (int frame = 0; frame < context.frames(); frame++) {
                        CandleWindow window = context.candles(id, frame);
                        assertThat(window.instrument().id()).isEqualTo(id);
                        assertThat(objects.of(window)).isSameAs(objects.of(window));
                        made.add(objects.of(window));
                    }
                    assertThat(context.trades(id).instrument().id()).isEqualTo(id);
                }
            }
        };
        try (Rig rig = new Rig(3, plan -> plan.strategy(asking))) {
            assertThat(made).hasSize(6).doesNotHaveDuplicates();
            assertThatThrownBy(() -> rig.pipeline.candles(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> rig.pipeline.candles(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> rig.pipeline.trades(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldRefuseAnUnknownInstrumentAndANegativeQuantityAndPublishNothing() {
        Counting counting = new Counting();
        try (Rig rig = Rig.started(plan -> plan.strategy(counting))) {
            for (int id : new int[] {-1, 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                assertThatThrownBy(() -> rig.trade(id, 0, 1)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("instrument must be known and quantity not negative: instrumentId=" + id + ", instruments=1, quantity=1");
            }
            assertThatThrownBy(() -> rig.pipeline.publishTrade(0, 0, 1, -5, 0, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instrument must be known and quantity not negative: instrumentId=0, instruments=1, quantity=-5");
            rig.numberedTrades(3);
            rig.drain();

            assertThat(counting.trades).isEqualTo(3);
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }
}
