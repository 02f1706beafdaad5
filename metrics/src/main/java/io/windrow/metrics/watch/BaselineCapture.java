package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers samples for a {@link MemoryBaseline}. A sample allocates nothing. For one thread at a time. */
public final class BaselineCapture implements SampleListener {

    private static final double HOUR_NANOS = 3_600e9;

    private final Summary summary = new Summary();
    private long samples;
    private long firstNanos;
    private long lastNanos;

    BaselineCapture() {
    }

    @Override
    public void onSample(Sample sample) {
        if (samples == 0) {
            firstNanos = sample.timeNanos();
        }
        lastNanos = sample.timeNanos();
        samples++;
        summary.add(sample);
    }

    /**
     * How many samples came.
     *
     * @return their number.
     */
    public long samples() {
        return samples;
    }

    /**
     * Ends the capture.
     *
     * @param conditions under what it was taken.
     * @return the baseline.
     * @throws IllegalStateException if no sample came.
     */
    public MemoryBaseline finish(BaselineConditions conditions) {
        if (samples == 0) {
            throw new IllegalStateException("a baseline needs at least one sample: samples=0");
        }
        Map<Figure, BaselineFigure> figures = new EnumMap<>(Figure.class);
        List<FigureSummary> known = summary.known();
        for (FigureSummary figure : known) {
            figures.put(figure.figure(), figure.figure().kind() == Figure.Kind.TOTAL ? rate(figure) : level(figure));
        }
        return new MemoryBaseline(conditions, samples, lastNanos - firstNanos, figures);
    }

    private static BaselineFigure level(FigureSummary figure) {
        long mean = Math.round(figure.mean());
        return new BaselineFigure(figure.figure(), mean, figure.peak(), figure.lowest(), Math.round(figure.deviation()));
    }

    private BaselineFigure rate(FigureSummary figure) {
        long span = lastNanos - firstNanos;
        long growth = Math.max(0, figure.last() - figure.baseline());
        long perHour = span <= 0 ? 0 : Math.round(growth * (HOUR_NANOS / span));
        return new BaselineFigure(figure.figure(), perHour, perHour, perHour, 0);
    }
}
