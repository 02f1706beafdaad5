package io.windrow.examples.footprint;

import io.windrow.examples.prove.report.HtmlPage;
import io.windrow.examples.prove.report.Markup;
import io.windrow.examples.prove.report.StackedBars;
import io.windrow.metrics.Figure.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The report as one page: the goals, a bar of parts for each profile, every figure and part, the conditions. */
final class FootprintHtml {

    private final FootprintReport report;
    private final Markup html;

    private FootprintHtml(FootprintReport report, Markup html) {
        this.report = report;
        this.html = html;
    }

    static String render(FootprintReport report) throws IOException {
        return HtmlPage.of("Windrow: where every megabyte goes", html -> new FootprintHtml(report, html).write());
    }

    private void write() {
        html.leaf("h1", "Where every megabyte goes");
        html.leaf("p", "Resident memory of the engine\u2019s process, as the kernel counts it. A megabyte is 1,000,000 bytes.",
            "class", "result");
        report.unavailable().forEach((name, reason) -> html.leaf("p", name + " was not run: " + reason, "class", "bad"));
        goals();
        bars();
        figures();
        conditions();
    }

    private void goals() {
        if (report.verdicts().isEmpty()) {
            return;
        }
        html.open("ul", "class", "losses");
        for (Verdict verdict : report.verdicts()) {
            html.leaf("li", verdict.line(), "class", verdict.isKnown() && verdict.isMet() ? "good" : verdict.isFailure() ? "bad" : "aim");
        }
        html.close();
    }

    private void bars() {
        String title = "Resident memory by part";
        List<StackedBars.Bar> bars = new ArrayList<>();
        for (ProfileResult result : report.results()) {
            List<StackedBars.Part> parts = new ArrayList<>();
            result.typical().parts().bytes().forEach((part, bytes) -> parts.add(new StackedBars.Part(part.style(),
                bytes / FootprintWords.MB, part.label() + ": " + words(bytes))));
            bars.add(new StackedBars.Bar(result.name(), parts, words(result.typical().parts().total())));
        }
        String seen = "Of each profile the launch in the middle, paced, at its end. Parts from left to right as in the table beneath.";
        html.open("section").open("figure", "class", "single").open("figcaption").leaf("h3", title).leaf("p", seen).close();
        new StackedBars(title, seen, "MB", bars).draw(html);
        html.close().close();
    }

    private void figures() {
        html.open("section").leaf("h2", "Every part");
        table(() -> {
            for (MemoryPart part : MemoryPart.values()) {
                row(part.label(), part.style(), "whole", result -> words(result.typical().parts().bytes().get(part)));
                if (part == MemoryPart.OFF_HEAP) {
                    report.owners().forEach(this::owner);
                }
            }
            row("together", "", "whole", result -> words(result.typical().parts().total()));
        });
        html.leaf("h2", "Every figure");
        html.leaf("p", "Median of the launches, beneath it the lowest and highest.");
        table(() -> {
            for (Measure measure : Measure.values()) {
                row(measure.label().strip(), "", measure.label().startsWith(" ") ? "part" : "whole", result -> value(result, measure));
            }
        });
        html.close();
    }

    private void owner(String name) {
        row(name, "", "part", result -> words(result.typical().parts().offHeap().get(name)));
    }

    private void table(Runnable rows) {
        html.open("div", "class", "scroll").open("table", "class", "figures").open("thead").open("tr").leaf("th", "", "scope", "col");
        report.results().forEach(result -> html.leaf("th", result.name(), "scope", "col"));
        html.close().close().open("tbody");
        rows.run();
        html.close().close().close();
    }

    /** A value with what stands beneath it, parted by a line end. */
    private void row(String label, String style, String kind, Function<ProfileResult, String> cell) {
        html.open("tr").open("th", "scope", "row", "class", kind);
        if (!style.isEmpty()) {
            html.leaf("span", "", "class", "key " + style);
        }
        html.text(label).close();
        for (ProfileResult result : report.results()) {
            String[] words = cell.apply(result).split("\n");
            html.open("td").text(words[0]);
            if (words.length > 1) {
                html.leaf("small", words[1]);
            }
            html.close();
        }
        html.close();
    }

    private static String value(ProfileResult result, Measure measure) {
        String median = FootprintWords.value(measure.unit(), result.median(measure));
        double lowest = result.lowest(measure);
        double highest = result.highest(measure);
        return lowest < highest ? median + "\n" + FootprintWords.value(measure.unit(), lowest) + " \u2026 "
            + FootprintWords.value(measure.unit(), highest) : median;
    }

    private void conditions() {
        Map<String, String> all = new LinkedHashMap<>(report.conditions());
        for (ProfileResult result : report.results()) {
            all.put("JVM of " + result.name(), result.typical().jdk());
            all.put("flags of " + result.name(), result.typical().flags().isEmpty() ? "none" : result.typical().flags());
        }
        html.open("section").leaf("h2", "Conditions").open("table", "class", "pairs").open("tbody");
        all.forEach((name, words) -> html.open("tr").leaf("th", name, "scope", "row").leaf("td", words).close());
        html.close().close().close();
    }

    private static String words(Number bytes) {
        return bytes == null ? "-" : FootprintWords.value(Unit.BYTES, bytes.doubleValue());
    }
}
