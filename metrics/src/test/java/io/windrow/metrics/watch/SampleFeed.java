package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.SampleSource;
import io.windrow.metrics.SourceLostException;
import java.time.Instant;

/** Samples that never were: one a second from noon on, each changed by the test before a tool sees it. */
final class SampleFeed implements SampleSource {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long MB = 1_000_000;
    static final long NOON = Instant.parse("2026-11-20T12:00:00Z").getEpochSecond() * SECOND;

    final Sample sample = new Sample();
    long second;
    volatile String lost;

    /** Sets the figures of one second. */
    @FunctionalInterface
    interface Shape {

        void set(Sample sample, long second);
    }

    SampleFeed() {
        sample.clear(NOON);
    }

    /** So many seconds of the shape. */
    SampleFeed run(SampleListener listener, long seconds, Shape shape) {
        for (long end = second + seconds; second < end; second++) {
            sample.clear(NOON + second * SECOND);
            shape.set(sample, second);
            listener.onSample(sample);
        }
        return this;
    }

    /** Seconds without a sample. */
    SampleFeed skip(long seconds) {
        second += seconds;
        return this;
    }

    /** A sample of one figure. */
    static Sample of(long second, Figure figure, long value) {
        Sample sample = new Sample();
        sample.clear(NOON + second * SECOND);
        sample.set(figure, value);
        return sample;
    }

    @Override
    public synchronized void read(Sample target) {
        if (lost != null) {
            throw new SourceLostException(lost, null);
        }
        target.copyFrom(sample);
    }

    synchronized void set(Figure figure, long value) {
        sample.set(figure, value);
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public String missing() {
        return "";
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
