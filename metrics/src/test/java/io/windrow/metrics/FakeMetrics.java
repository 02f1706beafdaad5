package io.windrow.metrics;

/** Metrics whose process and collector a test moves by hand, for tests of other packages. */
public final class FakeMetrics {

    private final FakeProcess process = new FakeProcess();
    private final FakeStatistics statistics;

    public FakeMetrics() {
        this(new FakeStatistics());
    }

    private FakeMetrics(FakeStatistics statistics) {
        this.statistics = statistics;
    }

    public static FakeMetrics inMilliseconds() {
        FakeStatistics statistics = new FakeStatistics();
        statistics.resolutionNanos = 1_000_000;
        return new FakeMetrics(statistics);
    }

    /** A builder of metrics without a thread. */
    public EngineMetricsBuilder builder() {
        return EngineMetrics.builder().process(process).collector(statistics).withoutThread();
    }

    public void set(Figure figure, long value) {
        process.figures.put(figure, value);
    }

    public void setAll(long value) {
        for (int i = 0; i < Figure.count(); i++) {
            set(Figure.at(i), value);
        }
    }

    public void forget(Figure figure) {
        process.figures.remove(figure);
    }

    public void collect(long nanos) {
        statistics.collect(nanos);
    }

    /** A collection for another reason than {@code unknown}. */
    public void collect(long nanos, String cause) {
        statistics.cause = cause;
        statistics.collect(nanos);
    }

    /** A collection has begun, its time is not known yet. */
    public void beginCollection() {
        statistics.collections++;
    }

    public void endCollection(long nanos) {
        statistics.collectionNanos += nanos;
    }

    public void stop(long nanos) {
        statistics.stop(nanos);
    }

    public void passSeconds(long seconds) {
        process.timeNanos += seconds * 1_000_000_000L;
    }
}
