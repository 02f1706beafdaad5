package io.windrow.examples.ops;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;

/** Lets an hour pass in less: samples are told with times that run faster. With an hour of an hour nothing is changed. */
final class ScaledTime {

    private final long factor;
    private long firstNanos = -1;

    ScaledTime(long hourNanos) {
        factor = Spans.HOUR / hourNanos;
    }

    long scaled(long nanos) {
        return nanos * factor;
    }

    SampleListener to(SampleListener listener) {
        if (factor == 1) {
            return listener;
        }
        Sample faster = new Sample();
        return sample -> {
            firstNanos = firstNanos < 0 ? sample.timeNanos() : firstNanos;
            faster.clear(firstNanos + (sample.timeNanos() - firstNanos) * factor);
            for (Figure figure : Figure.values()) {
                faster.set(figure, sample.get(figure));
            }
            if (sample.has(Figure.UPTIME)) {
                faster.set(Figure.UPTIME, sample.get(Figure.UPTIME) * factor);
            }
            listener.onSample(faster);
        };
    }
}
