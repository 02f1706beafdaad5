package io.windrow.metrics;

import java.io.IOException;

/**
 * Makes garbage and keeps some, watches itself, prints what it saw, and waits for its input to end. Free of lambdas and joined
 * strings, because one test looks at which classes the instruments alone bring in.
 */
final class AllocatingMain {

    private static final Object[] KEPT = new Object[20_000];

    private AllocatingMain() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        CollectorStatistics statistics = CollectorStatistics.self();
        long[] first = settled(statistics);
        ProcessSampler sampler = ProcessSampler.builder().intervalMillis(2).start();
        long firstSampled = statistics.safepoints();
        allocate();
        long lastSampled = statistics.safepoints();
        sampler.close();
        long closed = statistics.safepoints();
        printSource();
        long[] last = settled(statistics);
        print("lastStop", last[0]);
        print("stoppedNanos", last[1] - first[1]);
        print("firstSampled", firstSampled);
        print("lastSampled", lastSampled);
        print("closed", closed);
        print("firstStop", first[0]);
        print("collections", statistics.collections());
        print("source", statistics.source());
        print("missing", sampler.missing());
        print("samples", sampler.samples());
        print("peakHeapBytes", sampler.peakHeapBytes());
        printPauses(sampler.pauses());
        System.out.println("ready");
        while (System.in.read() >= 0) {
            continue;
        }
    }

    /** Stops and their time, of one moment: a stop is counted when it begins, and its time a little after the threads go on. */
    private static long[] settled(CollectorStatistics statistics) throws InterruptedException {
        while (true) {
            long stops = statistics.safepoints();
            long nanos = statistics.safepointNanos();
            Thread.sleep(20);
            if (stops == statistics.safepoints() && nanos == statistics.safepointNanos()) {
                return new long[] {stops, nanos};
            }
        }
    }

    private static void allocate() {
        for (int i = 0; i < 400_000; i++) {
            KEPT[i % KEPT.length] = new byte[2_000];
        }
        System.gc();
    }

    private static void printSource() {
        Sample sample = new Sample();
        try (ProcessSource source = ProcessSource.self()) {
            source.read(sample);
            print("sourceMissing", source.missing());
        }
        print("sourceHeapUsed", sample.get(Figure.HEAP_USED));
        print("sourceCollections", sample.get(Figure.COLLECTIONS));
        print("sourceStops", sample.get(Figure.STOPS));
        print("sourceYoungCommitted", sample.get(Figure.YOUNG_COMMITTED));
        print("sourceMetaspace", sample.get(Figure.METASPACE_USED));
        print("sourceAfterCollection", sample.get(Figure.HEAP_AFTER_COLLECTION));
    }

    private static void printPauses(PauseRecorder pauses) {
        print("count", pauses.count());
        print("totalNanos", pauses.totalNanos());
        print("maxNanos", pauses.maxNanos());
        print("maxBoundNanos", pauses.maxBoundNanos());
        print("mergedPolls", pauses.mergedPolls());
        print("collectionCount", pauses.collectionCount());
        print("collectionTotalNanos", pauses.collectionTotalNanos());
    }

    private static void print(String name, long value) {
        print(name, Long.toString(value));
    }

    private static void print(String name, String value) {
        System.out.println(name.concat("=").concat(value));
    }
}
