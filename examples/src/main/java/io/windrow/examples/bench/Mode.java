package io.windrow.examples.bench;

/** How long everything is measured. */
enum Mode {
    /** All rows within five minutes: to see that nothing has broken. */
    QUICK(3, 2, 150, 3, 10_000_000, 3, 2, 20_000_000, 50_000_000),
    /** For figures to publish. */
    FULL(5, 4, 300, 9, 20_000_000, 5, 6, 100_000_000, 1_000_000_000);

    /** Rounds of a JMH benchmark, a JVM for each. */
    final int benchmarkRounds;
    /** Iterations of a round, as many again to warm up. */
    final int iterations;
    final int iterationMillis;
    /** Pairs of a bare and a full stream. */
    final int streamRounds;
    /** Events of each. */
    final long streamEvents;
    final int latencyRounds;
    final int latencySeconds;
    /** Events over which allocation is counted. */
    final long countedEvents;
    /** Events without a collector. */
    final long uncollectedEvents;

    Mode(int benchmarkRounds, int iterations, int iterationMillis, int streamRounds, long streamEvents, int latencyRounds,
        int latencySeconds, long countedEvents, long uncollectedEvents) {
        this.benchmarkRounds = benchmarkRounds;
        this.iterations = iterations;
        this.iterationMillis = iterationMillis;
        this.streamRounds = streamRounds;
        this.streamEvents = streamEvents;
        this.latencyRounds = latencyRounds;
        this.latencySeconds = latencySeconds;
        this.countedEvents = countedEvents;
        this.uncollectedEvents = uncollectedEvents;
    }
}
