package io.windrow.metrics.watch;

import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;

/** Watches. */
public final class Watchdog implements SampleListener, AutoCloseable {

    Watchdog(WatchdogBuilder plan) {
    }

    /**
     * Plans a watchdog.
     *
     * @return a builder.
     */
    public static WatchdogBuilder builder() {
        return new WatchdogBuilder();
    }

    @Override
    public void onSample(Sample sample) {
    }

    /**
     * How often any rule fired.
     *
     * @return the number since the start.
     */
    public synchronized long fired() {
        return 0;
    }

    /**
     * How often a rule fired.
     *
     * @param rule its name.
     * @return the number since the start.
     * @throws IllegalArgumentException if there is no such rule.
     */
    public synchronized long fired(String rule) {
        return 0;
    }

    /**
     * Events that came while 64 others waited for their actions, and were given up.
     *
     * @return their number.
     */
    public synchronized long droppedEvents() {
        return 0;
    }

    /**
     * Actions that threw or returned another code than 0, and snapshots that could not be written.
     *
     * @return their number.
     */
    public synchronized long failures() {
        return 0;
    }

    /**
     * Waits until every event so far has been acted upon.
     *
     * @param timeoutNanos how long to wait at most.
     * @return whether it has.
     * @throws InterruptedException if the caller is interrupted.
     */
    public boolean awaitIdle(long timeoutNanos) throws InterruptedException {
        return true;
    }

    /** Gives up what has not begun, ends a running program by force, and lets the thread go. May be called twice. */
    @Override
    public void close() {
    }
}
