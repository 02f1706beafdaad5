package io.windrow.metrics;

/**
 * Watches this process from a thread of its own: resident memory, heap, and stops of the world, over the whole run.
 *
 * <p>At each interval the thread reads the resident memory, the used heap and the pauses; every 100 ms also the rest of the
 * kernel's memory figures. A sample takes 15 to 30 us and allocates nothing. The memory is taken at the start: four series of
 * 16 bytes per point, and what {@link PauseRecorder#footprintBytes()} says.
 *
 * <p>All methods may be called from any thread while it samples. They lock, so that a caller sees everything that was sampled
 * before; a series is handed out as a copy that does not change any more. After {@link #close()} the figures stay readable.
 *
 * <p>Where the system lacks a source, its series stay empty and its figures are -1; {@link #missing()} says so in words. A
 * sample is taken by the clock of the thread: one that falls into a stop of the world is late by the stop, and then merged
 * polls of {@link #pauses()} can be expected.
 */
public final class ProcessSampler implements AutoCloseable {

    private final ProcessSamples samples;
    private final boolean closesStatistics;
    private final SamplerThread thread;

    private ProcessSampler(Builder builder) {
        closesStatistics = builder.statistics == null;
        samples = new ProcessSamples(closesStatistics ? CollectorStatistics.self() : builder.statistics, builder.points,
            builder.intervalNanos);
        thread = new SamplerThread("windrow-process-sampler", samples);
    }

    /**
     * A sampler with 10 ms between samples and 1000 points in each series, until told otherwise.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a new record of pauses: what {@link #pauses()} tells afterwards happened afterwards. The series go on.
     *
     * @throws IllegalStateException if closed
     */
    public void mark() {
        samples.mark();
    }

    /**
     * When the record of pauses began.
     *
     * @return nanoseconds since the epoch: of the last {@link #mark()}, or of the start
     */
    public long markNanos() {
        return samples.markNanos();
    }

    /**
     * Resident bytes over time, the largest of each point's samples.
     *
     * @return a copy; empty without {@code /proc}
     */
    public TimeSeries residentSeries() {
        return samples.copyOfResident();
    }

    /**
     * Anonymous resident bytes over time, read each 100 ms, the largest of each point's samples.
     *
     * @return a copy; empty without {@code /proc}
     */
    public TimeSeries anonymousSeries() {
        return samples.copyOfAnonymous();
    }

    /**
     * Used heap bytes over time, garbage included, the largest of each point's samples.
     *
     * @return a copy
     */
    public TimeSeries heapSeries() {
        return samples.copyOfHeap();
    }

    /**
     * Nanoseconds for which the world has stood still since the start of the sampler, over time; {@link #mark()} does not
     * reset it.
     *
     * @return a copy; empty without performance counters
     */
    public TimeSeries pauseTotalSeries() {
        return samples.copyOfPauseTotals();
    }

    /**
     * The highest resident memory of the process's whole life, by the kernel's own record, as of the last 100 ms.
     *
     * @return bytes, or -1
     */
    public long peakResidentBytes() {
        return samples.peakResidentBytes();
    }

    /**
     * The most used heap that a sample saw; between samples it may have been more.
     *
     * @return bytes, 0 before the first sample
     */
    public long peakHeapBytes() {
        return samples.peakHeapBytes();
    }

    /**
     * The pauses since the start or the last {@link #mark()}, which go on while the sampler runs.
     *
     * @return the recorder itself; to be read, the sampler polls it
     */
    public PauseRecorder pauses() {
        return samples.pauses();
    }

    /**
     * Samples that were taken.
     *
     * @return samples since the start
     */
    public long samples() {
        return samples.samples();
    }

    /**
     * What this system does not give.
     *
     * @return words for a report, or an empty string
     */
    public String missing() {
        return samples.missing();
    }

    /** Stops the thread, within the time of one sample, and takes a last sample. May be called twice. */
    @Override
    public void close() {
        thread.finish();
        samples.close(closesStatistics);
    }

    /** The sampling thread, for the test that weighs it. */
    Thread thread() {
        return thread;
    }

    /** Settings of a sampler; for one thread. */
    public static final class Builder {

        private static final long NANOS_PER_MILLI = 1_000_000;

        private long intervalNanos = 10 * NANOS_PER_MILLI;
        private int points = 1000;
        private CollectorStatistics statistics;

        private Builder() {
        }

        /**
         * The time between two samples.
         *
         * @param millis milliseconds, at least 1
         * @return this
         * @throws IllegalArgumentException if {@code millis} is less than 1
         */
        public Builder intervalMillis(long millis) {
            if (millis < 1) {
                throw new IllegalArgumentException("the interval is at least 1 ms: intervalMillis=" + millis);
            }
            intervalNanos = Math.multiplyExact(millis, NANOS_PER_MILLI);
            return this;
        }

        /**
         * The most points of each series.
         *
         * @param capacity points, even and at least 2
         * @return this
         */
        public Builder points(int capacity) {
            points = capacity;
            return this;
        }

        /**
         * Statistics to use in place of {@link CollectorStatistics#self()}.
         *
         * @param source the statistics; the sampler does not close them
         * @return this
         */
        public Builder statistics(CollectorStatistics source) {
            statistics = source;
            return this;
        }

        /**
         * Makes the sampler and starts its thread.
         *
         * @return the running sampler; the caller closes it
         * @throws IllegalArgumentException if the points are odd or fewer than 2
         */
        public ProcessSampler start() {
            ProcessSampler sampler = new ProcessSampler(this);
            sampler.thread.start();
            return sampler;
        }
    }
}
