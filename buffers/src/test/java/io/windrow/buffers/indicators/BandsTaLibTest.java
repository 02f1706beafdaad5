package io.windrow.buffers.indicators;

import com.tictactec.ta.lib.MAType;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BandsTaLibTest {

    private static final int CANDLES = 10_000;
    /** A difference near 0 is what is left of the averages. */
    private static final double DIFFERENCES = 1;

    @Test
    void shouldEqualTaLibOverRandomSeries() {
        Seeds.forEach(3, random -> checkAll(Series.random(random, CANDLES)));
    }

    @Test
    void shouldEqualTaLibOverTheRecordedSeries() {
        checkAll(Series.recorded());
    }

    private static void checkAll(Series series) {
        for (int period : new int[] {2, 5, 20, 200}) {
            checkDeviation(series, period, 1);
            checkDeviation(series, period, 2.5);
            checkBands(series, period, 2);
            checkBands(series, period, 0.5);
        }
        checkMacd(series, 12, 26, 9);
        checkMacd(series, 2, 3, 2);
        checkMacd(series, 5, 200, 2);
        checkMacd(series, 199, 200, 200);
    }

    /** TA-Lib subtracts the square of the mean from that of the values: what it gets right is a part of the square of the price. */
    private static void checkDeviation(Series series, int period, double factor) {
        double scale = 10 * factor * Arrays.stream(series.closes()).max().orElseThrow();
        TaLibOracle.check(StdDev.of(period, factor, Source.CLOSE), 0, series, scale,
            (core, candles, end, begin, count, out) -> core.stdDev(0, end, candles.closes(), period, factor, begin, count, out));
    }

    private static void checkBands(Series series, int period, double factor) {
        Bollinger bands = Bollinger.of(period, factor);
        double highest = Arrays.stream(series.closes()).max().orElseThrow();
        for (int output : new int[] {Bollinger.UPPER, Bollinger.MIDDLE, Bollinger.LOWER}) {
            double scale = output == Bollinger.MIDDLE ? 0 : 10 * factor * highest;
            TaLibOracle.check(bands, output, series, scale, (core, candles, end, begin, count, out) -> {
                double[][] outs = outs(3, end + 1, output, out);
                return core.bbands(0, end, candles.closes(), period, factor, factor, MAType.Sma, begin, count, outs[0], outs[1], outs[2]);
            });
        }
    }

    private static void checkMacd(Series series, int fast, int slow, int signal) {
        for (int output : new int[] {Macd.MACD, Macd.SIGNAL, Macd.HISTOGRAM}) {
            TaLibOracle.check(Macd.of(fast, slow, signal), output, series, DIFFERENCES, (core, candles, end, begin, count, out) -> {
                double[][] outs = outs(3, end + 1, output, out);
                return core.macd(0, end, candles.closes(), fast, slow, signal, begin, count, outs[0], outs[1], outs[2]);
            });
        }
    }

    private static double[][] outs(int outputs, int size, int wanted, double[] out) {
        double[][] outs = new double[outputs][size];
        outs[wanted] = out;
        return outs;
    }
}
