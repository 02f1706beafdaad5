package io.windrow.buffers.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.Indicator;
import org.ta4j.core.Strategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.ParabolicSarIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.DecimalNum;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.StopLossRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/** A ta4j strategy on a window does what it does on ta4j's own series. */
class WindowStrategyTest {

    private static final int CANDLES = 2_000;
    private static final int MOVING_CAPACITY = 60;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);

    static List<Num> numbers() {
        return List.of(DoubleNum.ZERO, DecimalNum.ZERO);
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void shouldTradeAWalkInABacktest(Num num) {
        Seeds.forEach(3, random -> assertSameBacktest(BothSeries.walk(random, CANDLES), num));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void shouldTradeRecordedDaysInABacktest(Num num) {
        assertSameBacktest(BothSeries.recorded(), num);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void shouldSignalOnAWalkBarByBarInAWindowThatMovesOn(Num num) {
        Seeds.forEach(1, random -> assertSameSignals(BothSeries.walk(random, CANDLES), num));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void shouldSignalOnRecordedDaysBarByBarInAWindowThatMovesOn(Num num) {
        assertSameSignals(BothSeries.recorded(), num);
    }

    private void assertSameBacktest(long[][] days, Num num) {
        try (BothSeries both = new BothSeries(memory, days.length, num)) {
            for (long[] day : days) {
                both.append(day);
            }
            TradingRecord expected = new BarSeriesManager(both.own).run(new Setup(both.own).strategy);
            TradingRecord actual = new BarSeriesManager(both.shown()).run(new Setup(both.shown()).strategy);
            assertThat(expected.getPositionCount()).as("positions").isGreaterThan(3);
            assertThat(actual.getTrades()).isEqualTo(expected.getTrades());
            assertThat(actual.getStartIndex()).isEqualTo(expected.getStartIndex());
            assertThat(actual.getEndIndex()).isEqualTo(expected.getEndIndex());
        }
    }

    private void assertSameSignals(long[][] days, Num num) {
        try (BothSeries both = new BothSeries(memory, MOVING_CAPACITY, num)) {
            Setup expected = new Setup(both.own);
            Setup actual = new Setup(both.shown());
            for (long[] day : days) {
                both.append(day);
                int end = both.own.getEndIndex();
                assertThat(actual.series.getEndIndex()).isEqualTo(end);
                expected.assertSameValues(actual, end);
                assertThat(actual.step(end)).as("signal at %s", end).isEqualTo(expected.step(end));
                if (end % 16 == 0) {
                    // Also where they have to compute again, or ask for what is evicted.
                    expected.assertSameValues(actual, Math.max(0, end - 1));
                    expected.assertSameValues(actual, Math.max(0, end - MOVING_CAPACITY / 2));
                    expected.assertSameValues(actual, both.own.getBeginIndex());
                    expected.assertSameValues(actual, Math.max(0, end - MOVING_CAPACITY));
                }
            }
            assertThat(expected.record.getPositionCount()).as("positions").isGreaterThan(3);
            assertThat(actual.record.getTrades()).isEqualTo(expected.record.getTrades());
        }
    }

    /** A strategy with its indicators and what it traded, on one series. */
    private static final class Setup {

        private final BarSeries series;
        private final List<Indicator<Num>> indicators;
        private final Strategy strategy;
        private final TradingRecord record = new BaseTradingRecord();

        Setup(BarSeries series) {
            this.series = series;
            ClosePriceIndicator close = new ClosePriceIndicator(series);
            EMAIndicator fast = new EMAIndicator(close, 5);
            EMAIndicator slow = new EMAIndicator(close, 20);
            RSIIndicator rsi = new RSIIndicator(close, 14);
            indicators = List.of(close, fast, slow, rsi, new SMAIndicator(fast, 10), new ATRIndicator(series, 14),
                new ParabolicSarIndicator(series), new OnBalanceVolumeIndicator(series));
            strategy = new BaseStrategy(new CrossedUpIndicatorRule(fast, slow).and(new UnderIndicatorRule(rsi, 70)),
                new CrossedDownIndicatorRule(fast, slow).or(new OverIndicatorRule(rsi, 80)).or(new StopLossRule(close, 3)));
        }

        /** 1 for an entry, -1 for an exit. */
        int step(int index) {
            Num price = series.getBar(index).getClosePrice();
            if (strategy.shouldEnter(index, record) && record.enter(index, price, series.one())) {
                return 1;
            }
            return strategy.shouldExit(index, record) && record.exit(index, price, series.one()) ? -1 : 0;
        }

        void assertSameValues(Setup other, int index) {
            for (int i = 0; i < indicators.size(); i++) {
                Object expected = indicators.get(i).getValue(index).getDelegate();
                // Not the numbers: those of doubles are equal to others nearby.
                assertThat(other.indicators.get(i).getValue(index).getDelegate()).as("%s at %s", indicators.get(i), index)
                    .isEqualTo(expected);
            }
        }
    }
}
