package io.windrow.examples.prove.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The report as maps, lists, texts and numbers, in the order they are written. */
final class JsonTree {

    private static final Set<String> COUNTS = Set.of("description", "trades", "instruments", "lines", "skipped", "bad", "badLines");

    private JsonTree() {
    }

    static Map<String, Object> of(ProveReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("input", input(report.input()));
        tree.put("conditions", report.conditions());
        tree.put("agreed", report.agreed());
        tree.put("mismatches", report.mismatches());
        Map<String, Object> engines = new LinkedHashMap<>();
        report.engines().forEach(engine -> engines.put(engine.engine(), engine(engine)));
        tree.put("engines", engines);
        return tree;
    }

    /** The settings stand beside the counts; where a name is taken by a count, the count it is. */
    private static Map<String, Object> input(InputSummary input) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("description", input.description());
        input.settings().forEach((name, value) -> {
            if (!COUNTS.contains(name)) {
                tree.put(name, value);
            }
        });
        tree.put("trades", input.trades());
        tree.put("instruments", input.instruments());
        tree.put("lines", input.lines());
        tree.put("skipped", input.skipped());
        tree.put("bad", input.bad());
        List<Object> lines = new ArrayList<>();
        for (InputSummary.BadLine line : input.badLines()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", line.file());
            fields.put("line", line.number());
            fields.put("reason", line.reason());
            fields.put("excerpt", line.excerpt());
            lines.add(fields);
        }
        tree.put("badLines", lines);
        return tree;
    }

    private static Map<String, Object> engine(EngineSummary engine) {
        RunResult typical = engine.typical();
        Map<String, Object> tree = figures(engine::median);
        hashes(tree, typical);
        tree.put("notes", new TreeMap<>(typical.notes()));
        tree.put("range", ranges(engine));
        List<Object> runs = new ArrayList<>();
        for (RunResult run : engine.runs()) {
            Map<String, Object> figures = figures(figure -> run.figures().getOrDefault(figure, Double.NaN));
            hashes(figures, run);
            runs.add(figures);
        }
        tree.put("runs", runs);
        Map<String, Object> series = new TreeMap<>();
        typical.series().forEach((name, curve) -> series.put(name, series(curve)));
        tree.put("series", series);
        return tree;
    }

    private static void hashes(Map<String, Object> tree, RunResult run) {
        tree.put("signalsHash", run.signalsHash());
        tree.put("windowsHash", run.windowsHash());
    }

    private static Map<String, Object> figures(ToDoubleFunction<Figure> values) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            double value = values.applyAsDouble(figure);
            if (Double.isFinite(value)) {
                put(tree, figure.jsonName(), value);
            }
        }
        return tree;
    }

    private static Map<String, Object> ranges(EngineSummary engine) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            double lowest = engine.lowest(figure);
            double highest = engine.highest(figure);
            if (Double.isFinite(lowest) && Double.isFinite(highest)) {
                put(tree, figure.jsonName(), new double[] {lowest, highest});
            }
        }
        return tree;
    }

    /** Puts a value where a name with dots says. */
    private static void put(Map<String, Object> tree, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            tree.put(name, value);
            return;
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> inner = (Map<String, Object>) tree.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<>());
        put(inner, name.substring(dot + 1), value);
    }

    private static Map<String, Object> series(Series curve) {
        Series finite = Curves.finite(curve);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", finite.x());
        tree.put("y", finite.y());
        return tree;
    }
}
