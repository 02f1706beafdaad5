package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two years of daily candles with the values that other projects work out and test. */
class RecordedIndicatorsTest {

    /** Both sides round in their last digits only, in a different order. */
    private static final double DIGITS = 1e-9;
    /** Rounded to four decimals, and worked out of other values that were. */
    private static final double FOUR_DECIMALS = 1e-4;
    private static final double FIVE_DECIMALS = 0.500_001e-5;

    @ParameterizedTest
    @CsvSource({
        "sma, sma, sma:20", "ema, ema, ema:20", "rsi, rsi, rsi:14", "atr, atr, atr:14", "atr, atrp, natr:14", "atr, tr, tr",
        "stdev, stdDev, stddev:14", "stdev, mean, sma:14", "bb, sma, bbands:20:2.middle", "bb, upperBand, bbands:20:2.upper",
        "bb, lowerBand, bbands:20:2.lower", "bb, percentB, bbands:20:2.percentB", "bb, width, bbands:20:2.width",
        "macd, fastEma, ema:12", "macd, slowEma, ema:26"
    })
    void shouldGiveTheRecordedValues(String file, String member, String indicator) {
        double[] expected = RecordedValues.json(file, member);
        double[] actual = outputs(indicator, Series.recorded());
        assertThat(expected).hasSize(502);
        check(actual, expected, 0, DIGITS);
    }

    /** That file's fast average starts from the very first candles, TA-Lib's and ours with the slow one: until that has faded. */
    @ParameterizedTest
    @CsvSource({"macd", "signal", "histogram"})
    void shouldGiveTheRecordedConvergenceOnceTheSeedsHaveFaded(String member) {
        check(outputs("macd:12:26:9." + member, Series.recorded()), RecordedValues.json("macd", member), 250, DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"6, bbands:20:2.upper", "7, bbands:20:2.lower", "9, bbands:20:2.percentB"})
    void shouldGiveTheRecordedBandsToTheirDecimals(int column, String indicator) {
        String file = "spy_bollinger_bands.txt";
        check(outputs(indicator, RecordedValues.series(file)), RecordedValues.column(file, column), 0, FOUR_DECIMALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma:20", "bbands:20:2.middle"})
    void shouldGiveTheRecordedMean(String indicator) {
        String file = "spy_bollinger_bands.txt";
        check(outputs(indicator, RecordedValues.series(file)), RecordedValues.column(file, 5), 0, DIGITS);
    }

    /** In percent there, of a price below 200 by bands that are rounded to four decimals. */
    @Test
    void shouldGiveTheRecordedWidthOfTheBands() {
        String file = "spy_bollinger_bands.txt";
        double[] width = outputs("bbands:20:2.width", RecordedValues.series(file));
        check(Naive.each(width.length, i -> 100 * width[i]), RecordedValues.column(file, 8), 0, 1.5 * FOUR_DECIMALS);
    }

    @ParameterizedTest
    @CsvSource({"spy_max.txt, highest:5", "spy_min.txt, lowest:5"})
    void shouldGiveTheRecordedExtremes(String file, String indicator) {
        check(outputs(indicator, RecordedValues.series(file)), RecordedValues.column(file, 6), 0, 0);
    }

    /** That file counts the range of the very first candle, which has no close before it. */
    @Test
    void shouldGiveTheRecordedWilderAverageOfTheRangesFromTheFirstCandleOn() {
        String file = "spy_atr_wilder.txt";
        Series candles = RecordedValues.series(file);
        double[] ranges = Naive.ranges(candles, Seed.FIRST_VALUE);
        Series ofRanges = new Series(candles.times(), ranges, ranges, ranges, ranges, ranges);
        check(outputs("rma:14", ofRanges), RecordedValues.column(file, 5), 0, FIVE_DECIMALS);
    }

    @ParameterizedTest
    @CsvSource({"atr:14", "atr:14:first"})
    void shouldAgreeWithTheRecordedWilderAverageToTwoDecimalsAfterTheTimeItStates(String indicator) {
        String file = "spy_atr_wilder.txt";
        int faded = 15 + (int) Math.ceil(5.3 * 14);
        check(outputs(indicator, RecordedValues.series(file)), RecordedValues.column(file, 5), faded, 0.005);
    }

    private static double[] outputs(String indicator, Series series) {
        int dot = indicator.indexOf('.');
        IndicatorSpec spec = IndicatorSpec.parse(dot < 0 ? indicator : indicator.substring(0, dot));
        for (int output = 0; output < spec.outputCount(); output++) {
            if (dot < 0 || spec.outputName(output).equals(indicator.substring(dot + 1))) {
                return Streamed.outputs(spec, series)[output];
            }
        }
        throw new AssertionError(indicator);
    }

    private static void check(double[] actual, double[] expected, int from, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected).hasSizeGreaterThan(from + 100);
        for (int i = from; i < actual.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(actual[i]).as("at %s", i).isNaN();
            } else {
                assertThat(actual[i]).as("at %s", i).isCloseTo(expected[i], within(tolerance));
            }
        }
    }
}
