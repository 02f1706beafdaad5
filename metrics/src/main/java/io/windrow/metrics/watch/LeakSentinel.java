package io.windrow.metrics.watch;

import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import java.util.List;

/**
 * Counts hours without a leak. 
 */
public final class LeakSentinel implements SampleListener {

    LeakSentinel(LeakSentinelBuilder plan) {
    }

    /**
     * Plans a sentinel.
     *
     * @return a builder.
     */
    public static LeakSentinelBuilder builder() {
        return new LeakSentinelBuilder();
    }

    @Override
    public void onSample(Sample sample) {
    }

    /**
     * Clean hours in a row.
     *
     * @return whole hours, 0 after a finding or a restart of the process.
     */
    public synchronized long cleanHours() {
        return 0;
    }

    /**
     * Whether the target is reached.
     *
     * @return true if there are as many clean hours in a row as were wanted.
     */
    public synchronized boolean isTargetReached() {
        return false;
    }

    /**
     * Hours that did not count because samples were missing.
     *
     * @return their number since the start.
     */
    public synchronized long incompleteHours() {
        return 0;
    }

    /**
     * Objects that leaked from pools since the first sample.
     *
     * @return their number.
     */
    public synchronized long leakedObjects() {
        return 0;
    }

    /**
     * All findings, at most the last 100.
     *
     * @return a copy, the oldest first.
     */
    public synchronized List<LeakFinding> findings() {
        return List.of();
    }

    /**
     * How many findings there were.
     *
     * @return their number since the start.
     */
    public synchronized long findingCount() {
        return 0;
    }

    /**
     * Whether it still warms up.
     *
     * @return true until the warm-up is over.
     */
    public synchronized boolean isWarmingUp() {
        return true;
    }

    /**
     * Where the sentinel stands, in words: clean hours of the target, what it found, which figures no sample knew.
     *
     * @return one line.
     */
    public synchronized String status() {
        return "";
    }

    /**
     * The same as JSON.
     *
     * @return one object on one line.
     */
    public synchronized String toJson() {
        return "{}";
    }
}
