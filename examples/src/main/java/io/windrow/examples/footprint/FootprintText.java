package io.windrow.examples.footprint;

import io.windrow.examples.ops.TextTable;
import io.windrow.metrics.Figure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The report on a console: profiles as columns, figures and parts as rows, then the goals. */
final class FootprintText {

    private final FootprintReport report;
    private final List<List<String>> rows = new ArrayList<>();

    private FootprintText(FootprintReport report) {
        this.report = report;
    }

    static String render(FootprintReport report) {
        return new FootprintText(report).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        if (!report.results().isEmpty()) {
            int launches = report.results().get(0).launches().size();
            text.append("median of ").append(launches).append(launches == 1 ? " launch" : " launches")
                .append(" (worst); MB is 1,000,000 bytes\n\n");
            rows();
            text.append(TextTable.render(rows, 1, report.results().size())).append('\n');
            report.results().forEach(result -> text.append(result.name()).append(": ").append(result.typical().jdk()).append('\n'));
        }
        report.unavailable().forEach((name, reason) -> text.append(name).append(": not run, ").append(reason).append('\n'));
        if (!report.verdicts().isEmpty()) {
            text.append('\n');
            report.verdicts().forEach(verdict -> text.append(verdict.line()).append('\n'));
        }
        return text.toString();
    }

    private void rows() {
        row("", ProfileResult::name);
        for (Measure measure : Measure.values()) {
            row(measure.label(), result -> value(result, measure));
        }
        row("", result -> "");
        row("of which, in the launch in the middle", result -> "");
        for (MemoryPart part : MemoryPart.values()) {
            row("  " + part.label(), result -> bytes(result.typical().parts().bytes().get(part)));
            if (part == MemoryPart.OFF_HEAP) {
                report.owners().forEach(owner -> row("    " + owner, result -> bytes(result.typical().parts().offHeap().get(owner))));
            }
        }
        row("  together", result -> bytes(result.typical().parts().total()));
    }

    private void row(String label, Function<ProfileResult, String> cell) {
        List<String> row = new ArrayList<>(List.of(label));
        report.results().forEach(result -> row.add(cell.apply(result)));
        rows.add(row);
    }

    private static String value(ProfileResult result, Measure measure) {
        double median = result.median(measure);
        if (Double.isNaN(median)) {
            return "-";
        }
        double worst = result.worst(measure);
        return FootprintWords.value(measure.unit(), median) + " (" + FootprintWords.value(measure.unit(), worst) + ")";
    }

    private static String bytes(Long bytes) {
        return bytes == null ? "-" : FootprintWords.value(Unit.BYTES, bytes);
    }
}
