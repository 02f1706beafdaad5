package io.windrow.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as text: a line for each row, then the latencies, then what failed. */
final class BenchTable {

    private static final List<String> HEADS =
        List.of("row", "peer", "windrow", "peer's", "ratio", "rounds' ratios", "goal", "met", "B/op", "peer's B/op");
    private static final int LABELS = 2;
    private static final String GAP = "  ";

    private BenchTable() {
    }

    static String render(List<RowResult> results) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADS));
        results.forEach(result -> lines.add(cells(result)));
        StringBuilder out = new StringBuilder(aligned(lines));
        results.forEach(result -> latencies(result, out));
        results.stream().filter(result -> result.failure != null)
            .map(result -> "\n" + result.row.name() + " failed: " + result.failure + "\n").distinct().forEach(out::append);
        return out.append('\n').append(summary(results)).append('\n').toString();
    }

    private static String summary(List<RowResult> results) {
        long judged = results.stream().filter(RowResult::isJudged).count();
        long met = results.stream().filter(result -> result.isJudged() && result.isMet()).count();
        return met + " of " + judged + " goals met. A ratio above 1 means that Windrow is better; ! marks rounds whose ratios lie over "
            + "30 % of the median apart.";
    }

    private static List<String> cells(RowResult result) {
        Row row = result.row;
        String peer = row.hasPeer() ? row.peer() : "";
        if (result.failure != null) {
            return List.of(row.name(), peer, "failed", "", "", "", row.goal().toString(), "no", "", "");
        }
        return List.of(row.name(), peer, value(row.unit(), result.value()), value(row.unit(), result.peerValue()),
            number("%.2f", result.ratio()), spread(result), row.goal().toString(), !result.isJudged() ? "" : result.isMet() ? "yes" : "no",
            bytes(result.allocatedBytesPerOp()), bytes(result.peerAllocatedBytesPerOp()));
    }

    private static String spread(RowResult result) {
        return Double.isNaN(result.ratio()) ? ""
            : String.format(Locale.ROOT, "%.2f to %.2f", result.lowestRatio(), result.highestRatio()) + (result.isNoisy() ? " !" : "");
    }

    private static String value(Unit unit, double value) {
        return switch (unit) {
            case EVENTS_PER_SECOND -> number("%.2f M/s", value / 1e6);
            case NANOS_PER_OP -> number("%.1f ns", value);
            case NANOS -> number("%,.0f ns", value);
            case BYTES_PER_EVENT -> bytes(value);
        };
    }

    /** What the JVM makes beside the benchmark shows as a trace that is not worth digits. */
    private static String bytes(double value) {
        return value < 0.05 ? value == 0 ? "0" : "< 0.05" : number("%.1f", value);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private static void latencies(RowResult result, StringBuilder out) {
        Map<String, Double> windrow = RowResult.details(result.windrow);
        if (windrow.isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(new ArrayList<>(List.of(result.row.name() + ", µs", "")));
        lines.get(0).addAll(windrow.keySet());
        lines.add(micros("windrow", windrow));
        lines.add(micros(result.row.peer(), RowResult.details(result.peer)));
        out.append('\n').append(aligned(lines));
    }

    private static List<String> micros(String label, Map<String, Double> nanos) {
        List<String> cells = new ArrayList<>(List.of(label, ""));
        nanos.values().forEach(value -> cells.add(number("%,.1f", value / 1e3)));
        return cells;
    }

    /** The first columns to the left, the others to the right. */
    private static String aligned(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        lines.forEach(cells -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
            }
        });
        StringBuilder out = new StringBuilder();
        for (List<String> cells : lines) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - cells.get(i).length());
                line.append(i < LABELS ? cells.get(i) + space : space + cells.get(i)).append(GAP);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
