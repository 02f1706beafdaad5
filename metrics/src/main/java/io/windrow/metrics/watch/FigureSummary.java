package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;

/**
 * One figure over all samples that a profiler saw. Immutable. In the unit of the figure.
 *
 * @param figure which.
 * @param count samples that knew it, at least 1.
 * @param baseline its first value.
 * @param lowest its lowest value.
 * @param peak its highest value.
 * @param last its last value.
 * @param mean its mean.
 * @param variance the mean of its squared distances from the mean, in the square of the unit; 0 for one sample.
 */
public record FigureSummary(Figure figure, long count, long baseline, long lowest, long peak, long last, double mean, double variance) {

    /**
     * The typical distance from the mean.
     *
     * @return the root of the variance.
     */
    public double deviation() {
        return Math.sqrt(variance);
    }

    void writeTo(JsonText json) {
        json.open('{').text("figure", figure.key()).number("count", count).figure("baseline", figure, baseline);
        json.figure("lowest", figure, lowest).figure("peak", figure, peak).figure("last", figure, last);
        json.figure("mean", figure, mean).figure("deviation", figure, deviation()).close('}');
    }
}
