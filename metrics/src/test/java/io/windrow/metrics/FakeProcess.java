package io.windrow.metrics;

import java.util.EnumMap;
import java.util.Map;

/** Figures of a process that a test sets by hand. */
final class FakeProcess implements SampleSource {

    final Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    volatile long timeNanos = 1_000_000_000_000L;
    volatile RuntimeException failure;
    volatile boolean closed;

    @Override
    public void read(Sample sample) {
        sample.clear(timeNanos);
        if (failure != null) {
            throw failure;
        }
        figures.forEach(sample::set);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String missing() {
        return "";
    }

    @Override
    public void close() {
        closed = true;
    }
}
