package io.windrow.examples.prove.child;

/**
 * How a run is divided: a warm-up, then as fast as the engine goes, then at a fixed rate to measure latency. The measured phase
 * is all that follows the warm-up.
 *
 * @param total         events in all.
 * @param warmUp        events of the warm-up, the first.
 * @param paced         events at the fixed rate, the last.
 * @param ratePerSecond the rate of those.
 */
public record Phases(long total, long warmUp, long paced, long ratePerSecond) {

    private static final int WARM_UP_SHARE = 5;
    private static final int LARGEST_PACED_SHARE = 3;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /**
     * Divides a run: a fifth to warm up, and of the rest as many events as the rate gives in the time, at most a third of all.
     *
     * @param total         events in all.
     * @param ratePerSecond events a second in the last phase.
     * @param seconds       how long the last phase should be.
     * @return the phases.
     */
    public static Phases of(long total, long ratePerSecond, long seconds) {
        return new Phases(total, total / WARM_UP_SHARE, Math.min(total / LARGEST_PACED_SHARE, ratePerSecond * seconds), ratePerSecond);
    }

    long pacedStart() {
        return total - paced;
    }

    /**
     * Events between the warm-up and the last phase, as fast as they go.
     *
     * @return the count.
     */
    public long flatOut() {
        return total - warmUp - paced;
    }

    /** When event {@code n} of the last phase is due, after its start. */
    long dueNanos(long n) {
        return n / ratePerSecond * NANOS_PER_SECOND + n % ratePerSecond * NANOS_PER_SECOND / ratePerSecond;
    }
}
