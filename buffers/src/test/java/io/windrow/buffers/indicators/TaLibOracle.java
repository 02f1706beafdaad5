package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;

/** Holds an output of an indicator against a function of TA-Lib over a whole series: the first index is the same, and every value. */
final class TaLibOracle {

    private static final double TOLERANCE = 1e-9;
    private static final Core CORE = new Core();

    private TaLibOracle() {
    }

    /** Calls one of TA-Lib's functions over the series from 0 to its end. */
    @FunctionalInterface
    interface Call {

        RetCode run(Core core, Series series, int end, MInteger begin, MInteger count, double[] out);
    }

    /**
     * Fails where the two are more than 1e-9 of the value apart; where values below {@code scale} are what is left of larger ones, of that.
     *
     * @return the largest relative difference.
     */
    static double check(IndicatorSpec spec, int output, Series series, double scale, Call call) {
        double[] expected = new double[series.size()];
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        assertThat(call.run(CORE, series, series.size() - 1, begin, count, expected)).isEqualTo(RetCode.Success);
        double[] actual = Streamed.outputs(spec, series)[output];
        assertThat(spec.warmUpPeriod(output)).as("warm-up of %s", spec).isEqualTo(begin.value + 1);
        assertThat(count.value).isEqualTo(series.size() - begin.value);
        double largest = 0;
        for (int i = 0; i < series.size(); i++) {
            assertThat(Double.isNaN(actual[i])).as("%s is NaN at %s", spec, i).isEqualTo(i < begin.value);
            if (i >= begin.value && actual[i] != expected[i - begin.value]) {
                double value = expected[i - begin.value];
                double apart = Math.abs(actual[i] - value) / Math.max(scale, Math.abs(value));
                assertThat(apart).as("%s output %s at %s: %s, TA-Lib %s", spec, output, i, actual[i], value).isLessThanOrEqualTo(TOLERANCE);
                largest = Math.max(largest, apart);
            }
        }
        return largest;
    }
}
