package io.windrow.examples.bench;

import io.windrow.examples.bench.StreamExperiment.Kind;
import java.util.ArrayList;
import java.util.List;

/** The rows there are, in the order of the table. A new one is a line here. */
final class BenchRows {

    private static final String YIELDING = "yielding";
    private static final String PHASED = "phased";
    private static final String BARE = "bare Disruptor";
    /** At most 1.5 times the peer's latency. */
    private static final Goal LATENCY = Goal.ratioAtLeast(1 / 1.5);
    /** At most 1.2 times the time of a queue. */
    private static final Goal QUEUE = Goal.ratioAtLeast(1 / 1.2);
    /** What the JVM itself makes once, such as a class, may be in it: 10 kB in 100 million events. */
    private static final Goal NOTHING_ALLOCATED = Goal.valueAtMost(1e-4);

    private final List<Row> rows = new ArrayList<>();

    private BenchRows() {
        pipeline();
        decoders();
        candles();
        windows();
        pools();
    }

    static List<Row> all() {
        return List.copyOf(new BenchRows().rows);
    }

    private void pipeline() {
        stream("pipeline.full-work", new StreamExperiment(Kind.THROUGHPUT, YIELDING, 0), BARE + ", yielding", Goal.ratioAtLeast(0.8));
        stream("pipeline.full-work", new StreamExperiment(Kind.THROUGHPUT, PHASED, 0), BARE + ", phased", Goal.NONE);
        stream("pipeline.latency-p99-100k", new StreamExperiment(Kind.LATENCY, YIELDING, 100_000), BARE + ", yielding", LATENCY);
        stream("pipeline.latency-p99-1m", new StreamExperiment(Kind.LATENCY, YIELDING, 1_000_000), BARE + ", yielding", LATENCY);
        alone("pipeline.allocated", Unit.BYTES_PER_EVENT, new StreamExperiment(Kind.ALLOCATION, YIELDING, 0), NOTHING_ALLOCATED);
        alone("pipeline.epsilon", Unit.EVENTS_PER_SECOND, new StreamExperiment(Kind.UNCOLLECTED, YIELDING, 0), Goal.FINISHED);
    }

    private void decoders() {
        Bench json = bench("decode.binance-json", "io.windrow.pipeline.feeds.DecodeBinanceJson", null);
        json.row("windrow", "Jackson tree, BigDecimal", "jacksonTree", Goal.ratioAtLeast(5));
        json.row("windrow", "Jackson streaming", "jacksonStreaming", Goal.ratioAbove(1));
        Bench csv = bench("decode.csv", "io.windrow.pipeline.feeds.DecodeCsv", null);
        csv.row("windrow", "String.split, BigDecimal", "splitBigDecimal", Goal.ratioAtLeast(5));
    }

    private void candles() {
        Bench append = bench("candle.append", "io.windrow.buffers.CandleAppendBenchmark", null);
        append.row("windowFull", "bare Agrona stores, 10 values", "agronaFull", Goal.ratioAtLeast(0.5));
        append.row("window", "bare Agrona stores, 6 values", "agrona", Goal.ratioAtLeast(0.5));
        append.row("window", "arrays, 6 values", "arrays", Goal.NONE);
        append.row("window", "objects, 6 values", "objects", Goal.NONE);
        Bench trade = bench("trade.three-frames", "io.windrow.buffers.TradeIntoCandlesBenchmark", "intake");
        trade.row("trade:windrow", "plain objects", "trade:objects", Goal.ratioAtLeast(1));
        trade.row("trade:windrow", "arrays", "trade:arrays", Goal.ratioAtLeast(0.9));
        trade.row("trade:windrow", "ta4j, its default numbers", "trade:ta4jDecimal", Goal.ratioAtLeast(20));
        trade.row("trade:windrow", "ta4j, DoubleNum", "trade:ta4jDouble", Goal.NONE);
        trade.row("trade:windrow", "BigDecimal", "trade:bigdecimal", Goal.ratioAtLeast(10));
    }

    private void windows() {
        Bench scan = bench("window.scan-200", "io.windrow.buffers.WindowScanBenchmark", null);
        scan.row("windowMean", "double[], mean", "arrayMean", Goal.ratioAtLeast(0.8));
        scan.row("windowMaximum", "double[], highest", "arrayMaximum", Goal.ratioAtLeast(0.8));
        scan.row("windowMean", "ring of double[], mean", "arrayRingMean", Goal.NONE);
        Bench read = bench("window.read-other-thread", "io.windrow.buffers.SharedReadBenchmark", null);
        read.row("shared", "the writer's own read", "plain", Goal.ratioAtLeast(0.5));
    }

    private void pools() {
        String peers = "io.windrow.pools.peers.";
        Bench one = bench("pool.one-thread", peers + "OneThreadBenchmark", "pool");
        one.row("escaping:single", "array stack, unchecked", "escaping:stack", Goal.ratioAtLeast(1.0 / 3));
        one.row("escaping:single", "commons-pool2", "escaping:commons", Goal.NONE);
        one.row("escaping:single", "Vibur", "escaping:vibur", Goal.NONE);
        Bench lane = bench("pool.lane", peers + "OneThreadBenchmark", "pool");
        lane.row("escaping:lane", "Agrona many-to-many queue", "escaping:manyToMany", QUEUE);
        lane.row("escaping:lane", "Agrona one-to-one queue", "escaping:oneToOne", Goal.NONE);
        Bench handed = bench("pool.lane", peers + "HandOverBenchmark", "pool");
        handed.row("handOver:lane", "Agrona one-to-one queue, handed over", "handOver:oneToOne", Goal.NONE);
        Bench any = bench("pool.any-thread", peers + "OneThreadBenchmark", "pool");
        any.row("escaping:concurrent", "Agrona many-to-many queue", "escaping:manyToMany", QUEUE);
        Bench shared = bench("pool.any-thread", peers + "TwoThreadsBenchmark", "pool");
        shared.row("shared:concurrent", "Agrona many-to-many queue, two threads", "shared:manyToMany", QUEUE);
        shared.row("shared:concurrent", "commons-pool2, two threads", "shared:commons", Goal.NONE);
    }

    private void stream(String name, StreamExperiment experiment, String peer, Goal goal) {
        Unit unit = experiment.kind() == Kind.LATENCY ? Unit.NANOS : Unit.EVENTS_PER_SECOND;
        rows.add(new Row(name, unit, new Subject(experiment, StreamExperiment.WINDROW), peer,
            new Subject(experiment, StreamExperiment.BARE), goal));
    }

    private void alone(String name, Unit unit, StreamExperiment experiment, Goal goal) {
        rows.add(new Row(name, unit, new Subject(experiment, StreamExperiment.WINDROW), null, null, goal));
    }

    private Bench bench(String name, String benchmark, String parameter) {
        return new Bench(name, new BenchmarkExperiment(benchmark, parameter));
    }

    /** Rows of one JMH benchmark. */
    private final class Bench {
        private final String name;
        private final Experiment experiment;

        Bench(String name, Experiment experiment) {
            this.name = name;
            this.experiment = experiment;
        }

        void row(String windrow, String peer, String peerKey, Goal goal) {
            rows.add(new Row(name, Unit.NANOS_PER_OP, new Subject(experiment, windrow), peer, new Subject(experiment, peerKey), goal));
        }
    }
}
