package io.windrow.examples.prove.child;

import io.windrow.examples.prove.engines.Engine;
import io.windrow.examples.prove.report.Figure;
import io.windrow.examples.prove.report.RunResult;
import io.windrow.examples.prove.report.Series;
import io.windrow.metrics.CollectorStatistics;
import io.windrow.metrics.PauseRecorder;
import io.windrow.metrics.ProcessCpu;
import io.windrow.metrics.ProcessMemory;
import io.windrow.metrics.ProcessSampler;
import io.windrow.metrics.TimeSeries;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jol.info.GraphLayout;

/** Reads the instruments at the end of a run. What disturbs the process is read last. */
final class Measurements {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double[] PERCENTILES = {10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 100};

    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    private final Map<String, Series> series = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();

    void process(ProcessSampler sampler, CollectorStatistics collector) {
        put(Figure.HEAP_PEAK, sampler.peakHeapBytes());
        put(Figure.LOADED_CLASSES, collector.loadedClasses());
        put(Figure.GC_COUNT_ALL, collector.collections());
        put(Figure.STW_TOTAL_ALL, collector.safepointNanos());
        if (ProcessMemory.supported()) {
            memory(sampler);
        }
        note("missing", sampler.missing());
        note("collector counters", collector.source());
    }

    void pauses(PauseRecorder pauses) {
        put(Figure.GC_COUNT, pauses.collectionCount());
        put(Figure.GC_PAUSE_TOTAL, pauses.collectionTotalNanos());
        put(Figure.STW_COUNT, pauses.count());
        put(Figure.STW_TOTAL, pauses.totalNanos());
        put(Figure.STW_P95, pauses.percentileNanos(95));
        put(Figure.STW_MAX, pauses.maxNanos());
        put(Figure.STW_MAX_BOUND, pauses.maxBoundNanos());
        note("polls that saw several stops", Long.toString(pauses.mergedPolls()));
    }

    void curves(ProcessSampler sampler) {
        TimeSeries heap = sampler.heapSeries();
        long start = heap.size() == 0 ? 0 : heap.timeNanos(0);
        series.put("rss", overTime(sampler.residentSeries(), start));
        series.put("heap", overTime(heap, start));
        series.put("stopped", overTime(sampler.pauseTotalSeries(), start));
    }

    void replay(MeasuredReplay replay) {
        put(Figure.ALLOCATED, replay.allocatedBytesPerEvent());
        put(Figure.EVENTS_PER_SECOND, replay.eventsPerSecond());
    }

    void signals(SignalRecorder signals) {
        Histogram latency = signals.latency();
        put(Figure.SIGNALS, signals.count());
        put(Figure.LATENCY_COUNT, latency.getTotalCount());
        if (latency.getTotalCount() > 0) {
            put(Figure.LATENCY_P50, latency.getValueAtPercentile(50));
            put(Figure.LATENCY_P99, latency.getValueAtPercentile(99));
            put(Figure.LATENCY_P999, latency.getValueAtPercentile(99.9));
            put(Figure.LATENCY_MAX, latency.getMaxValue());
            series.put("latency", percentiles(latency));
        }
    }

    /** Walks the objects that hold the candles, which loads classes and allocates: last of all. */
    RunResult finish(Engine engine, String name, SignalRecorder signals, WindowsHash windows) {
        engine.forEachCandle(windows);
        put(Figure.CANDLE_BYTES, engine.candleRoots().length == 0
            ? engine.offHeapCandleBytes()
            : GraphLayout.parseInstance(engine.candleRoots()).totalSize());
        note("candles held", Long.toString(windows.count()));
        return new RunResult(name, figures, signals.hash(), windows.toString(), series, notes);
    }

    private void memory(ProcessSampler sampler) {
        try (ProcessMemory memory = ProcessMemory.self(); ProcessCpu cpu = ProcessCpu.self()) {
            memory.refresh();
            cpu.refresh();
            put(Figure.PEAK_RSS, memory.peakResidentBytes());
            put(Figure.PEAK_RSS_ANON, Math.max(memory.anonymousBytes(), sampler.anonymousSeries().maximum()));
            put(Figure.PEAK_RSS_FILE, memory.fileBytes());
            put(Figure.CPU_SECONDS, cpu.totalNanos() / NANOS_PER_SECOND);
        }
    }

    private void put(Figure figure, double value) {
        if (value >= 0) {
            figures.put(figure, value);
        }
    }

    private void note(String name, String text) {
        if (!text.isEmpty()) {
            notes.put(name, text);
        }
    }

    private static Series overTime(TimeSeries source, long startNanos) {
        double[] x = new double[source.size()];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (source.timeNanos(i) - startNanos) / NANOS_PER_SECOND;
            y[i] = source.value(i);
        }
        return new Series(x, y);
    }

    private static Series percentiles(Histogram latency) {
        double[] y = new double[PERCENTILES.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = latency.getValueAtPercentile(PERCENTILES[i]);
        }
        return new Series(PERCENTILES.clone(), y);
    }
}
