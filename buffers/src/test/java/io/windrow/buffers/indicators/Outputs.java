package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** What suites over indicators compare: all outputs of all indicators of a set, bit for bit. */
final class Outputs {

    private Outputs() {
    }

    /** By indicator, then by output. */
    static double[][] of(IndicatorSet set) {
        double[][] values = new double[set.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new double[set.get(i).spec().outputCount()];
            for (int output = 0; output < values[i].length; output++) {
                values[i][output] = set.get(i).value(output);
            }
        }
        return values;
    }

    static double[][] peeked(IndicatorSet set, CandleInput candle) {
        double[][] values = of(set);
        for (int i = 0; i < values.length; i++) {
            for (int output = 0; output < values[i].length; output++) {
                values[i][output] = set.get(i).peek(candle, output);
            }
        }
        return values;
    }

    static void assertSame(IndicatorSet actual, IndicatorSet expected, Object when) {
        assertSame(actual, of(expected), when);
    }

    static void assertSame(IndicatorSet actual, double[][] expected, Object when) {
        double[][] values = of(actual);
        for (int i = 0; i < values.length; i++) {
            for (int output = 0; output < values[i].length; output++) {
                assertThat(Double.doubleToRawLongBits(values[i][output]))
                    .as("%s output %s, %s: %s, expected %s", actual.get(i), output, when, values[i][output], expected[i][output])
                    .isEqualTo(Double.doubleToRawLongBits(expected[i][output]));
            }
        }
    }

    static void feed(IndicatorSet set, Series series, int from, int to) {
        CandleInput candle = new CandleInput();
        for (int i = from; i < to; i++) {
            set.update(series.into(candle, i));
        }
    }

    /** Enough candles for all outputs, and some more. */
    static int enough(IndicatorSpec[] specs, Random random) {
        int longest = 0;
        for (IndicatorSpec spec : specs) {
            longest = Math.max(longest, spec.warmUpPeriod());
        }
        return longest + 20 + random.nextInt(100);
    }
}
