package io.windrow.metrics.watch;

import java.time.Duration;
import java.util.Objects;

/** Plans a {@link LeakSentinel}. Unless told otherwise it expects a sample a second, a warm-up of 10 minutes, and 24 clean hours. */
public final class LeakSentinelBuilder {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    long intervalNanos = Duration.ofSeconds(1).toNanos();
    long warmUpNanos = Duration.ofMinutes(10).toNanos();
    long windowNanos = HOUR_NANOS;
    int targetHours = 24;
    boolean pretouched;
    AlarmListener listener = Silent.LISTENER;

    LeakSentinelBuilder() {
    }

    /**
     * The time between two samples; an hour is clean only if at most 1 % of them are missing and no gap is longer than three.
     *
     * @param time positive, at most a minute.
     * @return this.
     * @throws IllegalArgumentException if it is out of range.
     */
    public LeakSentinelBuilder interval(Duration time) {
        long nanos = Rules.positiveNanos("interval", time);
        if (nanos > Duration.ofMinutes(1).toNanos()) {
            throw new IllegalArgumentException("interval must be at most a minute: interval=" + time);
        }
        intervalNanos = nanos;
        return this;
    }

    /**
     * The time after the start of the process, or after the first sample if that is not known, in which nothing is judged: classes load,
     * code is compiled, windows fill.
     *
     * @param time 0 or more.
     * @return this.
     * @throws IllegalArgumentException if it is negative.
     */
    public LeakSentinelBuilder warmUp(Duration time) {
        warmUpNanos = Rules.notNegativeNanos("warmUp", time);
        return this;
    }

    /**
     * The time over which growth is judged, in 12 blocks; two such windows in a row must grow, or one that is 24 times as long. A block
     * must be longer than a tooth of the heap.
     *
     * @param time at least a minute; an hour unless told otherwise.
     * @return this.
     * @throws IllegalArgumentException if it is less.
     */
    public LeakSentinelBuilder window(Duration time) {
        Rules.atLeast("window", Rules.positiveNanos("window", time), Duration.ofMinutes(1).toNanos());
        windowNanos = time.toNanos();
        return this;
    }

    /**
     * How many clean hours in a row are wanted.
     *
     * @param hours at least 1.
     * @return this.
     * @throws IllegalArgumentException if it is less.
     */
    public LeakSentinelBuilder targetHours(int hours) {
        Rules.atLeast("targetHours", hours, 1);
        targetHours = hours;
        return this;
    }

    /**
     * Says that the heap was touched at the start, by {@code -XX:+AlwaysPreTouch}, so that no growth of resident memory is put down to it.
     *
     * @param on true if it was.
     * @return this.
     */
    public LeakSentinelBuilder pretouched(boolean on) {
        pretouched = on;
        return this;
    }

    /**
     * Who is told of findings.
     *
     * @param newListener is called on the thread that samples.
     * @return this.
     */
    public LeakSentinelBuilder onFinding(AlarmListener newListener) {
        listener = Objects.requireNonNull(newListener, "listener");
        return this;
    }

    /**
     * Makes the sentinel.
     *
     * @return the sentinel, with no clean hour yet.
     */
    public LeakSentinel build() {
        return new LeakSentinel(this);
    }
}
