package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import java.util.ArrayList;
import java.util.List;

/** Mean and variance of every figure in one pass (Welford 1962), with first, lowest, highest and last value. Allocates nothing to add. */
final class Summary {

    private final long[] counts = new long[Figure.count()];
    private final long[] firsts = new long[Figure.count()];
    private final long[] lowests = new long[Figure.count()];
    private final long[] peaks = new long[Figure.count()];
    private final long[] lasts = new long[Figure.count()];
    private final double[] means = new double[Figure.count()];
    private final double[] squares = new double[Figure.count()];

    void add(Sample sample) {
        for (int i = 0; i < counts.length; i++) {
            long value = sample.get(Figure.at(i));
            if (value != Sample.ABSENT) {
                add(i, value);
            }
        }
    }

    FigureSummary of(Figure figure) {
        int i = figure.ordinal();
        return counts[i] == 0 ? null
            : new FigureSummary(figure, counts[i], firsts[i], lowests[i], peaks[i], lasts[i], means[i], squares[i] / counts[i]);
    }

    List<FigureSummary> known() {
        List<FigureSummary> known = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                known.add(of(Figure.at(i)));
            }
        }
        return known;
    }

    private void add(int i, long value) {
        if (counts[i] == 0) {
            firsts[i] = value;
            lowests[i] = value;
        }
        counts[i]++;
        lowests[i] = Math.min(lowests[i], value);
        peaks[i] = Math.max(peaks[i], value);
        lasts[i] = value;
        double distance = value - means[i];
        means[i] += distance / counts[i];
        squares[i] += distance * (value - means[i]);
    }
}
