package io.windrow.examples.prove.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Builds a run. */
final class RunBuilder {

    private static final double[] PERCENTILES = {10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 100};
    private static final double[] TAIL = {0.7, 0.8, 1, 1.2, 1.6, 2, 4, 8, 22, 40, 110, 160};

    private final String engine;
    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    private final Map<String, Series> series = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();

    RunBuilder(String engine) {
        this.engine = engine;
        with(Figure.SIGNALS, 48_211);
    }

    RunBuilder with(Figure figure, double value) {
        figures.put(figure, value);
        return this;
    }

    RunBuilder with(String name, Series curve) {
        series.put(name, curve);
        return this;
    }

    RunBuilder note(String name, String words) {
        notes.put(name, words);
        return this;
    }

    RunBuilder typical(double mib, double perSecond, double allocated, double latency, double stopMillis) {
        double rss = mib * Reports.MIB;
        double seconds = 4 + 8e6 / perSecond;
        int stops = (int) Math.ceil(stopMillis);
        memory(rss);
        with(Figure.GC_COUNT, stops).with(Figure.GC_PAUSE_TOTAL, stopMillis * 0.9e6);
        with(Figure.STW_COUNT, stops + 2).with(Figure.STW_TOTAL, stopMillis * 1e6).with(Figure.STW_P95, stopMillis * 1e6 / stops);
        with(Figure.STW_MAX, stopMillis * 1.5e6 / stops);
        with(Figure.STW_MAX_BOUND, stopMillis * 1.6e6 / stops);
        with(Figure.GC_COUNT_ALL, stops + 1).with(Figure.STW_TOTAL_ALL, stopMillis * 1.2e6);
        with(Figure.ALLOCATED, allocated).with(Figure.EVENTS_PER_SECOND, perSecond);
        with(Figure.LATENCY_P50, latency).with(Figure.LATENCY_P99, latency * 4).with(Figure.LATENCY_P999, latency * 22);
        with(Figure.LATENCY_MAX, latency * 160).with(Figure.LATENCY_COUNT, 8_035);
        with(Figure.LOADED_CLASSES, 1_204).with(Figure.CPU_SECONDS, seconds * 1.7);
        double[] tail = new double[TAIL.length];
        for (int i = 0; i < tail.length; i++) {
            tail[i] = latency * TAIL[i];
        }
        with("rss", Reports.rising(engine, seconds, 300, rss)).with("heap", Reports.teeth(seconds, 300, rss * 0.6, stops + 2));
        with("stopped", Reports.steps(seconds, 300, stopMillis * 1.2e6, stops + 1)).with("latency", new Series(PERCENTILES, tail));
        return note("candles held", "10000").note("collector counters", "jvmstat");
    }

    private void memory(double rss) {
        with(Figure.PEAK_RSS, Math.rint(rss)).with(Figure.PEAK_RSS_ANON, Math.rint(rss - 14 * Reports.MIB));
        with(Figure.PEAK_RSS_FILE, 14 * Reports.MIB).with(Figure.HEAP_PEAK, Math.rint(rss * 0.6));
        with(Figure.CANDLE_BYTES, engine.equals("windrow") ? 480_000 : engine.equals("arrays") ? 483_200 : Math.rint(rss / 40));
    }

    RunResult build() {
        return new RunResult(engine, figures, "5f0c11aa90b2d7e4", "c2d9f4b0713e88aa", series, notes);
    }
}
