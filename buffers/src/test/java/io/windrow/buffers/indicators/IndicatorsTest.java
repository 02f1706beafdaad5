package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorsTest {

    private static final int CANDLES = 120;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final CandleWindow window = CandleWindow.open(memory, new Instrument(0, "ETHUSD", 3, 0),
                CandleSpec.of(Timeframe.minutes(1)).capacity(4));
    private final double[] highs = new double[CANDLES];
    private final double[] lows = new double[CANDLES];
    private final double[] closes = new double[CANDLES];

    @AfterEach
    void close() {
        memory.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldFollowItsFormulaOverTheWholeSeries(Kind kind) {
        Seeds.forEach(40, random -> {
            for (Seed seed : Seed.values()) {
                int period = 1 + random.nextInt(30);
                Indicator indicator = kind.create(period, seed);
                int more = seed == Seed.MEAN ? kind.moreForMean : 0;
                assertThat(indicator.warmUpPeriod()).isEqualTo(period + more);
                fill(random);
                double[] expected = kind.expected(highs, lows, closes, period, seed);
                follow(indicator, expected);
                indicator.reset();
                assertThat(indicator.isReady()).isFalse();
                assertThat(indicator.value()).isNaN();
                follow(indicator, expected);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldStartFromTheMeanUnlessToldOtherwise(Kind kind) {
        fill(new Random(7));
        follow(kind.create(5, null), kind.expected(highs, lows, closes, 5, Seed.MEAN));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAPeriodThatIsNotPositive(Kind kind) {
        for (int period : new int[] {0, -1}) {
            assertThatThrownBy(() -> kind.create(period, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be positive: period=" + period);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothing(Kind kind) {
        Indicator indicator = kind.create(14, Seed.MEAN);
        window.append(0, 1, 3, 1, 2, 1);
        double[] sum = new double[1];
        Allocations.assertNone(() -> {
            indicator.update(window);
            sum[0] += indicator.isReady() ? indicator.value() : 0;
        });
    }

    @Test
    void shouldPutTheStrengthIndexAtItsEndsWherePricesMoveOneWayOrNotAtAll() {
        for (Seed seed : Seed.values()) {
            assertThat(rsiOfSteps(seed, 0)).isZero();
            assertThat(rsiOfSteps(seed, 1)).isEqualTo(100);
            assertThat(rsiOfSteps(seed, -1)).isZero();
        }
    }

    private static double rsiOfSteps(Seed seed, double step) {
        Rsi rsi = new Rsi(3, seed);
        for (int i = 0; i < 10; i++) {
            rsi.update(100 + i * step);
        }
        return rsi.value();
    }

    /** Feeds the series through a window and compares after each candle. */
    private void follow(Indicator indicator, double[] expected) {
        for (int i = 0; i < CANDLES; i++) {
            long openTime = window.size() == 0 ? 0 : window.openTimeNanos(0) + 1;
            window.append(openTime, 0, Math.round(highs[i] * 1000), Math.round(lows[i] * 1000), Math.round(closes[i] * 1000), 1);
            indicator.update(window);
            assertThat(indicator.isReady()).as("ready after candle %s", i).isEqualTo(i + 1 >= indicator.warmUpPeriod());
            if (indicator.isReady()) {
                assertThat(indicator.value()).as("after candle %s", i).isCloseTo(expected[i], within(1e-9 * Math.max(1, expected[i])));
            } else {
                assertThat(indicator.value()).isNaN();
                assertThat(expected[i]).isNaN();
            }
        }
    }

    /** A random walk with gaps between candles; some candles stand still. */
    private void fill(Random random) {
        long price = 1_000_000;
        for (int i = 0; i < CANDLES; i++) {
            price += random.nextInt(4) == 0 ? 0 : random.nextInt(20_001) - 10_000;
            closes[i] = price / 1000.0;
            highs[i] = (price + random.nextInt(5000)) / 1000.0;
            lows[i] = (price - random.nextInt(5000)) / 1000.0;
        }
    }
}
