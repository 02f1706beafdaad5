package io.windrow.examples.ops;

import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.watch.LeakSentinel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Writes a line for each clean hour, and for each that could not count. */
final class HourLines implements SampleListener {

    private static final long NANOS = 1_000_000_000L;

    private final LeakSentinel sentinel;
    private final Consumer<String> out;
    private long clean;
    private long incomplete;

    HourLines(LeakSentinel sentinel, Consumer<String> out) {
        this.sentinel = sentinel;
        this.out = out;
    }

    @Override
    public void onSample(Sample sample) {
        if (sentinel.cleanHours() != clean || sentinel.incompleteHours() != incomplete) {
            clean = sentinel.cleanHours();
            incomplete = sentinel.incompleteHours();
            Instant time = Instant.ofEpochSecond(sample.timeNanos() / NANOS).truncatedTo(ChronoUnit.SECONDS);
            out.accept(time + " " + sentinel.status());
        }
    }
}
