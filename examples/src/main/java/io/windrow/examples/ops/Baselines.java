package io.windrow.examples.ops;

import io.windrow.examples.ops.json.FigureTree;
import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.BaselineComparison;
import io.windrow.metrics.watch.BaselineException;
import io.windrow.metrics.watch.BaselineFigure;
import io.windrow.metrics.watch.MemoryBaseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Baselines and comparisons as files, tables and trees. */
final class Baselines {

    private Baselines() {
    }

    /**
     * Loads a baseline.
     *
     * @throws IllegalArgumentException if it cannot be read, is damaged or of another version.
     */
    static MemoryBaseline load(Path file) {
        try {
            return MemoryBaseline.load(file);
        } catch (BaselineException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static void save(MemoryBaseline baseline, ResultFile file) {
        try {
            baseline.save(file.path());
        } catch (IOException e) {
            throw new NotSavedException(e.getMessage(), e);
        }
    }

    static String text(MemoryBaseline baseline) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "mean", "highest", "lowest", "spread", ""));
        for (Figure figure : Figure.values()) {
            BaselineFigure found = baseline.get(figure);
            if (found != null) {
                rows.add(List.of(figure.key(), FigureText.of(figure, found.mean()), FigureText.of(figure, found.highest()),
                    FigureText.of(figure, found.floor()), FigureText.of(figure, found.spread()), perHour(figure)));
            }
        }
        return TextTable.render(rows, 1, 4) + "\n" + baseline.samples() + " samples over " + FigureText.time(baseline.spanNanos()) + ", "
            + baseline.conditions().jvm() + "\n";
    }

    /** The table has what is judged, the tree all figures. */
    static Outcome outcome(BaselineComparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "before", "now", "change", "limit", ""));
        List<Map<String, Object>> tree = new ArrayList<>();
        for (BaselineComparison.Row row : comparison.rows()) {
            Figure figure = row.figure();
            boolean judged = row.limit() != Long.MAX_VALUE;
            String change = Double.isFinite(row.changePercent()) ? String.format(Locale.ROOT, "%+.1f %%", row.changePercent()) : "-";
            if (judged) {
                rows.add(List.of(figure.key(), FigureText.of(figure, row.before()), FigureText.of(figure, row.now()), change,
                    FigureText.of(figure, row.limit()), (row.worse() ? "WORSE " : "") + perHour(figure)));
            }
            tree.add(tree(row, judged));
        }
        Verdict verdict = Verdict.valueOf(comparison.verdict().name());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("reason", comparison.reason());
        all.put("rows", tree);
        return new Outcome(verdict, TextTable.render(rows, 1, 4) + "\n" + verdict + ": " + comparison.reason() + "\n", all);
    }

    private static Map<String, Object> tree(BaselineComparison.Row row, boolean judged) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("figure", row.figure().key());
        tree.put("before", FigureTree.value(row.figure(), row.before()));
        tree.put("now", FigureTree.value(row.figure(), row.now()));
        tree.put("changePercent", row.changePercent());
        tree.put("limit", judged ? FigureTree.value(row.figure(), row.limit()) : null);
        tree.put("worse", row.worse());
        return tree;
    }

    private static String perHour(Figure figure) {
        return figure.kind() == Figure.Kind.TOTAL ? "an hour" : "";
    }
}
