package io.windrow.examples.bench;

import static io.windrow.examples.bench.StreamExperiment.BARE;
import static io.windrow.examples.bench.StreamExperiment.BATCHES;
import static io.windrow.examples.bench.StreamExperiment.BYTES;
import static io.windrow.examples.bench.StreamExperiment.NUMBER;
import static io.windrow.examples.bench.StreamExperiment.WATCHED;
import static io.windrow.examples.bench.StreamExperiment.WINDROW;

import io.windrow.examples.bench.StreamExperiment.Kind;
import java.util.ArrayList;
import java.util.List;

/** The rows there are, in the order of the table. A new one is a line here. */
final class BenchRows {

    private static final String YIELDING = "yielding";
    private static final String PHASED = "phased";
    /** At most 1.5 times the peer's latency. */
    private static final Goal LATENCY = Goal.ratioAtLeast(1 / 1.5);
    /** At most 1.2 times the time of a queue. */
    private static final Goal QUEUE = Goal.ratioAtLeast(1 / 1.2);
    /** What the JVM itself makes once, such as a class, may be in it: 10 kB in 100 million events. */
    private static final Goal NOTHING_ALLOCATED = Goal.valueAtMost(1e-4);
    /** What JMH itself makes between iterations may be in it: a few kB in a million operations. */
    private static final Goal NOTHING_PER_OPERATION = Goal.valueAtMost(0.01);

    private final List<Row> rows = new ArrayList<>();

    private BenchRows() {
        pipeline();
        decoders();
        candles();
        indicators();
        windows();
        pools();
        metrics();
    }

    static List<Row> all() {
        return List.copyOf(new BenchRows().rows);
    }

    private void pipeline() {
        Group full = new Group("pipeline.full-work", Unit.EVENTS_PER_SECOND, new StreamExperiment(Kind.THROUGHPUT, YIELDING, 0));
        full.row(BATCHES, "bare Disruptor, yielding", BARE, Goal.ratioAtLeast(0.8));
        full.row(BATCHES, "bare Disruptor, yielding; counts in a loop", NUMBER, Goal.ratioAtLeast(0.8));
        full.row(WINDROW, "bare Disruptor, yielding; no batches", BARE, Goal.NONE);
        new Group("pipeline.full-work", Unit.EVENTS_PER_SECOND, new StreamExperiment(Kind.THROUGHPUT, PHASED, 0))
            .row(BATCHES, "bare Disruptor, phased", BARE, Goal.NONE);
        new Group("pipeline.latency-p99-100k", Unit.NANOS, new StreamExperiment(Kind.LATENCY, YIELDING, 100_000))
            .row(WINDROW, "bare Disruptor, yielding", BARE, LATENCY);
        new Group("pipeline.latency-p99-1m", Unit.NANOS, new StreamExperiment(Kind.LATENCY, YIELDING, 1_000_000))
            .row(WINDROW, "bare Disruptor, yielding", BARE, LATENCY);
        alone("pipeline.allocated", Unit.BYTES_PER_EVENT, new StreamExperiment(Kind.ALLOCATION, YIELDING, 0), BYTES, NOTHING_ALLOCATED);
        alone("pipeline.epsilon", Unit.EVENTS_PER_SECOND, new StreamExperiment(Kind.UNCOLLECTED, YIELDING, 0), BYTES, Goal.FINISHED);
    }

    private void decoders() {
        Group json = bench("decode.binance-json", "io.windrow.pipeline.feeds.DecodeBinanceJson", null);
        json.row("windrow", "Jackson tree, BigDecimal", "jacksonTree", Goal.ratioAtLeast(5));
        json.row("windrow", "Jackson streaming", "jacksonStreaming", Goal.ratioAbove(1));
        Group csv = bench("decode.csv", "io.windrow.pipeline.feeds.DecodeCsv", null);
        csv.row("windrow", "String.split, BigDecimal", "splitBigDecimal", Goal.ratioAtLeast(5));
    }

    private void candles() {
        Group append = bench("candle.append", "io.windrow.buffers.CandleAppendBenchmark", null);
        append.row("windowFull", "bare Agrona stores, 10 values", "agronaFull", Goal.ratioAtLeast(0.5));
        append.row("window", "bare Agrona stores, 6 values", "agrona", Goal.ratioAtLeast(0.5));
        append.row("window", "arrays, 6 values", "arrays", Goal.NONE);
        append.row("window", "objects, 6 values", "objects", Goal.NONE);
        Group trade = bench("trade.three-frames", "io.windrow.buffers.TradeIntoCandlesBenchmark", "intake");
        trade.row("trade:windrow", "plain objects", "trade:objects", Goal.ratioAtLeast(1));
        trade.row("trade:windrow", "arrays", "trade:arrays", Goal.ratioAtLeast(0.9));
        trade.row("trade:windrow", "ta4j, its default numbers", "trade:ta4jDecimal", Goal.ratioAtLeast(20));
        trade.row("trade:windrow", "ta4j, DoubleNum", "trade:ta4jDouble", Goal.NONE);
        trade.row("trade:windrow", "BigDecimal", "trade:bigdecimal", Goal.ratioAtLeast(10));
    }

    /** SMA 20, EMA 20, RSI 14, ATR 14, upper Bollinger band 20 and MACD, of one closed candle. */
    private void indicators() {
        Group six = bench("indicators.six-per-candle", "io.windrow.buffers.SixIndicatorsBenchmark", null);
        six.row("windrow", "ta4j, DoubleNum", "ta4jDouble", Goal.ratioAtLeast(20));
        six.row("windrow", "ta4j, DecimalNum", "ta4jDecimal", Goal.ratioAtLeast(500));
        six.row("windrow", "ta4j, DoubleNum, bars that lie ready", "ta4jDoubleReady", Goal.NONE);
        alone("indicators.allocated", Unit.BYTES_PER_EVENT, six.experiment, "windrow", NOTHING_PER_OPERATION);
    }

    private void windows() {
        Group scan = bench("window.scan-200", "io.windrow.buffers.WindowScanBenchmark", null);
        scan.row("windowMean", "double[], mean", "arrayMean", Goal.ratioAtLeast(0.8));
        scan.row("windowMaximum", "double[], highest", "arrayMaximum", Goal.ratioAtLeast(0.8));
        scan.row("windowMean", "ring of double[], mean", "arrayRingMean", Goal.NONE);
        Group read = bench("window.read-other-thread", "io.windrow.buffers.SharedReadBenchmark", null);
        read.row("shared", "the writer's own read", "plain", Goal.ratioAtLeast(0.5));
    }

    private void pools() {
        String peers = "io.windrow.pools.peers.";
        Group one = bench("pool.one-thread", peers + "OneThreadBenchmark", "pool");
        one.row("escaping:single", "array stack, unchecked", "escaping:stack", Goal.ratioAtLeast(1.0 / 3));
        one.row("escaping:single", "commons-pool2", "escaping:commons", Goal.NONE);
        one.row("escaping:single", "Vibur", "escaping:vibur", Goal.NONE);
        Group lane = bench("pool.lane", peers + "OneThreadBenchmark", "pool");
        lane.row("escaping:lane", "Agrona many-to-many queue", "escaping:manyToMany", QUEUE);
        lane.row("escaping:lane", "Agrona one-to-one queue", "escaping:oneToOne", Goal.NONE);
        Group handed = bench("pool.lane", peers + "HandOverBenchmark", "pool");
        handed.row("handOver:lane", "Agrona one-to-one queue, handed over", "handOver:oneToOne", Goal.NONE);
        Group any = bench("pool.any-thread", peers + "OneThreadBenchmark", "pool");
        any.row("escaping:concurrent", "Agrona many-to-many queue", "escaping:manyToMany", QUEUE);
        Group shared = bench("pool.any-thread", peers + "TwoThreadsBenchmark", "pool");
        shared.row("shared:concurrent", "Agrona many-to-many queue, two threads", "shared:manyToMany", QUEUE);
        shared.row("shared:concurrent", "commons-pool2, two threads", "shared:commons", Goal.NONE);
    }

    private void metrics() {
        new Group("metrics.bound", Unit.EVENTS_PER_SECOND, new StreamExperiment(Kind.THROUGHPUT, YIELDING, 0))
            .row(WATCHED, "the same without metrics", BATCHES, Goal.ratioAtLeast(0.97));
    }

    private void alone(String name, Unit unit, Experiment experiment, String key, Goal goal) {
        rows.add(new Row(name, unit, new Subject(experiment, key), null, null, goal));
    }

    private Group bench(String name, String benchmark, String parameter) {
        return new Group(name, Unit.NANOS_PER_OP, new BenchmarkExperiment(benchmark, parameter));
    }

    /** Rows of one name and one experiment. */
    private final class Group {
        private final String name;
        private final Unit unit;
        private final Experiment experiment;

        Group(String name, Unit unit, Experiment experiment) {
            this.name = name;
            this.unit = unit;
            this.experiment = experiment;
        }

        void row(String windrow, String peer, String peerKey, Goal goal) {
            rows.add(new Row(name, unit, new Subject(experiment, windrow), peer, new Subject(experiment, peerKey), goal));
        }
    }
}
