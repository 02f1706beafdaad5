package io.windrow.examples.plan;

import io.windrow.buffers.memory.ByteSize;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.pipeline.PipelineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan as an aligned table. */
final class PlanTable {

    private static final String GAP = "   ";

    private PlanTable() {
    }

    static String render(PipelineSettings settings) {
        MemoryPlan plan = settings.plan();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("owner", "count", "bytes each", "bytes", "share"));
        for (MemoryPlan.Line line : plan.lines()) {
            rows.add(List.of(line.tag(), count(line.count()), count(line.bytesEach()), count(line.bytes()),
                percent(line.bytes(), plan.totalBytes())));
        }
        long left = settings.budgetBytes() - plan.totalBytes();
        rows.add(List.of("total", "", "", count(plan.totalBytes()), ""));
        rows.add(List.of("budget", "", "", count(settings.budgetBytes()), ""));
        rows.add(List.of("left", "", "", count(left), ""));
        return settings(settings) + "\n\n" + aligned(rows) + "\n" + formula() + "\n";
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String settings(PipelineSettings settings) {
        return count(settings.instruments()) + " instruments, " + count(settings.candles()) + " candles of "
            + settings.toProperties().getProperty("timeframes") + indicators(settings) + ", " + count(settings.trades()) + " trades, ring "
            + count(settings.ring()) + ", " + count(settings.signals()) + " signals, budget " + ByteSize.format(settings.budgetBytes());
    }

    private static String indicators(PipelineSettings settings) {
        return settings.indicators().isEmpty() ? "" : " with " + settings.toProperties().getProperty("indicators");
    }

    private static String formula() {
        WindowFormula candles = WindowFormula.ofCandles();
        WindowFormula trades = WindowFormula.ofTrades();
        return "window of candles = candles × " + candles.rowBytes() + " + " + candles.fixedBytes() + ", of trades = trades × "
            + trades.rowBytes() + " + " + trades.fixedBytes() + ", each rounded up to 64, and 64 for each group";
    }

    /** The first column to the left, the others to the right. */
    private static String aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(row.get(0)).append(" ".repeat(widths[0] - row.get(0).length()));
            for (int i = 1; i < widths.length; i++) {
                line.append(GAP).append(" ".repeat(widths[i] - row.get(i).length())).append(row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
