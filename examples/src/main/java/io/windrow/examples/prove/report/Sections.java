package io.windrow.examples.prove.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What follows the charts: every figure, the input, the conditions, and how to get the same again. */
final class Sections {

    private static final int BAD_LINES_SHOWN = 100;

    private final ProveReport report;
    private final Markup html;

    Sections(ProveReport report, Markup html) {
        this.report = report;
        this.html = html;
    }

    void write() {
        figures();
        input();
        conditions();
        again();
    }

    private void figures() {
        html.open("section").leaf("h2", "Every figure");
        html.leaf("p", "Median of " + Wording.runs(report.engines()) + ", beneath it the lowest and highest. \u201cMeasured\u201d begins"
            + " after the warm-up; what says \u201cwhole run\u201d, and memory, includes it.");
        html.open("div", "class", "scroll").open("table", "class", "figures").open("thead").open("tr").leaf("th", "", "scope", "col");
        report.engines().forEach(engine -> html.leaf("th", engine.engine(), "scope", "col"));
        html.close().close().open("tbody");
        for (Figure figure : Figure.values()) {
            if (Wording.known(report.engines(), figure)) {
                row(figure);
            }
        }
        html.close().close().close().close();
    }

    private void row(Figure figure) {
        html.open("tr").leaf("th", figure.label().strip(), "scope", "row", "class", figure.label().startsWith(" ") ? "part" : "whole");
        for (EngineSummary engine : report.engines()) {
            html.open("td").text(Wording.value(figure, engine.median(figure)));
            String range = Wording.range(engine, figure);
            if (!range.isEmpty()) {
                html.leaf("small", range);
            }
            html.close();
        }
        html.close();
    }

    private void input() {
        InputSummary input = report.input();
        html.open("section").leaf("h2", "Input").leaf("p", input.description());
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("trades", String.format(Locale.ROOT, "%,d", input.trades()));
        counts.put("instruments", String.format(Locale.ROOT, "%,d", input.instruments()));
        if (input.lines() > 0) {
            counts.put("lines read", String.format(Locale.ROOT, "%,d", input.lines()));
        }
        input.skipped().forEach((reason, count) -> counts.put("skipped: " + reason, Wording.count(count, "line")));
        input.bad().forEach((reason, count) -> counts.put("could not be read: " + reason, Wording.count(count, "line")));
        pairs(counts);
        badLines();
        html.close();
    }

    private void badLines() {
        InputSummary input = report.input();
        if (input.badLines().isEmpty()) {
            return;
        }
        html.leaf("h3", "First lines that could not be read");
        html.open("div", "class", "scroll").open("table", "class", "lines").open("thead").open("tr");
        for (String head : new String[] {"file", "line", "why", "how it begins"}) {
            html.leaf("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        input.badLines().stream().limit(BAD_LINES_SHOWN).forEach(line -> html.open("tr").leaf("td", line.file())
            .leaf("td", Long.toString(line.number())).leaf("td", line.reason()).open("td").leaf("code", line.excerpt()).close().close());
        html.close().close().close();
    }

    private void conditions() {
        html.open("section").leaf("h2", "Conditions");
        pairs(report.conditions());
        for (EngineSummary engine : report.engines()) {
            Map<String, String> notes = new TreeMap<>(engine.typical().notes());
            notes.put("signals hash", String.valueOf(engine.typical().signalsHash()));
            notes.put("windows hash", String.valueOf(engine.typical().windowsHash()));
            html.open("details").leaf("summary", "notes of " + engine.engine());
            pairs(notes);
            html.close();
        }
        html.close();
    }

    private void again() {
        html.open("section").leaf("h2", "How to run it again");
        html.open("pre").leaf("code", CommandLineText.of(report)).close();
        html.leaf("p", "Add what the conditions name beside the defaults: flags of the JVM, windows, ring. The same input gives the same"
            + " signals and hashes; times and memory differ with the machine and with what else it does.");
        pairs(report.input().settings());
        html.close();
    }

    private void pairs(Map<String, String> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        html.open("table", "class", "pairs").open("tbody");
        pairs.forEach((name, words) -> html.open("tr").leaf("th", name, "scope", "row").leaf("td", words).close());
        html.close().close();
    }
}
