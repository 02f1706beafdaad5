package io.windrow.examples.footprint;

/**
 * How long a process is watched.
 *
 * @param warmUpSeconds are not counted.
 * @param steadySeconds are.
 */
record PhaseTime(int warmUpSeconds, int steadySeconds) {

    private static final int LONGEST_WARM_UP = 10;

    /** A third of the time, but no more than ten seconds, is warm-up. */
    static PhaseTime of(int seconds) {
        int warmUp = Math.min(LONGEST_WARM_UP, Math.max(1, seconds / 3));
        return new PhaseTime(warmUp, seconds - warmUp);
    }
}
