package io.windrow.examples.ops;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import java.util.ArrayList;
import java.util.List;

/** All samples of a look at a target, about 0.6 KB each; the looks are bounded, see {@link #MOST_NANOS}. */
final class SampleSeries implements SampleListener {

    /** The longest look whose samples are all kept. */
    static final long MOST_NANOS = Spans.HOUR;

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Sample> samples = new ArrayList<>();

    @Override
    public void onSample(Sample sample) {
        Sample copy = new Sample();
        copy.copyFrom(sample);
        samples.add(copy);
    }

    List<Sample> samples() {
        return samples;
    }

    int size() {
        return samples.size();
    }

    Sample first() {
        return samples.get(0);
    }

    Sample last() {
        return samples.get(samples.size() - 1);
    }

    double seconds() {
        return (last().timeNanos() - first().timeNanos()) / NANOS_PER_SECOND;
    }

    /** How much a figure grew from the first sample to the last, or {@link Sample#ABSENT}. */
    long growth(Figure figure) {
        return first().has(figure) && last().has(figure) ? last().get(figure) - first().get(figure) : Sample.ABSENT;
    }

    boolean knows(Figure figure) {
        return samples.stream().anyMatch(sample -> sample.has(figure));
    }

    /** The largest value, or {@link Sample#ABSENT}. */
    long largest(Figure figure) {
        return samples.stream().mapToLong(sample -> sample.get(figure)).max().orElse(Sample.ABSENT);
    }

    /** The value in the middle, or {@link Sample#ABSENT}. */
    long median(Figure figure) {
        long[] known = samples.stream().filter(sample -> sample.has(figure)).mapToLong(sample -> sample.get(figure)).sorted().toArray();
        return known.length == 0 ? Sample.ABSENT : known[known.length / 2];
    }

    double mean(Figure figure) {
        return samples.stream().filter(sample -> sample.has(figure)).mapToLong(sample -> sample.get(figure)).average().orElse(Double.NaN);
    }
}
