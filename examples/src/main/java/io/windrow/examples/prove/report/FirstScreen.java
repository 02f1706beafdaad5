package io.windrow.examples.prove.report;

import java.util.List;
import java.util.Locale;

/** The result in a few sentences and four large numbers. */
final class FirstScreen {

    private static final List<Figure> LARGE = List.of(Figure.PEAK_RSS, Figure.STW_TOTAL, Figure.ALLOCATED, Figure.EVENTS_PER_SECOND);
    private static final List<Figure> COMPARED = List.of(
        Figure.PEAK_RSS, Figure.STW_TOTAL, Figure.ALLOCATED, Figure.EVENTS_PER_SECOND, Figure.CANDLE_BYTES);

    private final ProveReport report;
    private final Comparison comparison;
    private final Palette palette;
    private final Markup html;

    FirstScreen(ProveReport report, Markup html) {
        this.report = report;
        this.comparison = new Comparison(report.engines());
        this.palette = new Palette(report.engines());
        this.html = html;
    }

    void write() {
        html.open("header").leaf("h1", "What Windrow costs, and what the others do");
        html.leaf("p", result(), "class", "result");
        if (comparison.possible()) {
            losses();
        }
        html.leaf("p", Wording.agreement(report), "class", report.agreed() ? "verdict good" : "verdict bad");
        mismatches();
        html.open("div", "class", "tiles");
        LARGE.stream().filter(figure -> Wording.known(report.engines(), figure)).forEach(this::tile);
        html.close().close();
    }

    /** What was done, and what it took. */
    private String result() {
        InputSummary input = report.input();
        String fed = String.format(Locale.ROOT, "%,d trades of %s, ", input.trades(), Wording.count(input.instruments(), "instrument"))
            + Wording.runs(report.engines()) + " of each engine. ";
        if (!comparison.hasWindrow()) {
            return fed + "Windrow was not among the engines: " + Wording.names(report.engines()) + ".";
        }
        List<String> clauses = LARGE.stream().filter(figure -> Wording.known(List.of(comparison.windrow()), figure))
            .map(figure -> clause(figure, Wording.value(figure, comparison.windrow().median(figure)))).toList();
        return clauses.isEmpty() ? fed : fed + "Windrow " + Wording.join(clauses) + ".";
    }

    private static String clause(Figure figure, String value) {
        switch (figure) {
            case PEAK_RSS:
                return "took " + value + " of resident memory at its peak";
            case STW_TOTAL:
                return value.equals("0") ? "was never stopped" : "was stopped for " + value + " in all";
            case ALLOCATED:
                return "allocated " + (value.equals("0") ? "nothing" : value) + " for each event";
            default:
                return "handled " + value.replace(" M/s", " million").replace(" k/s", " thousand") + " events a second";
        }
    }

    private void losses() {
        List<Ratio> losses = comparison.losses(COMPARED);
        if (losses.isEmpty()) {
            html.leaf("p", "In none of the figures below is it behind " + Wording.names(comparison.rivals()) + ".");
            return;
        }
        html.leaf("p", "Where it is behind:").open("ul", "class", "losses");
        for (Ratio loss : losses) {
            html.leaf("li", loss.sentence() + ": " + Wording.value(loss.figure(), loss.windrow().median(loss.figure())) + " against "
                + Wording.value(loss.figure(), loss.rival().median(loss.figure())));
        }
        html.close();
    }

    private void mismatches() {
        if (!report.agreed()) {
            html.leaf("p", "Engines that give different results did different work: their figures must not be compared.");
            html.open("ul");
            report.mismatches().forEach(mismatch -> html.leaf("li", mismatch));
            html.close();
        }
    }

    private void tile(Figure figure) {
        html.open("div", "class", "tile").leaf("h2", title(figure));
        if (comparison.hasWindrow()) {
            html.leaf("p", Wording.value(figure, comparison.windrow().median(figure)), "class", "large");
        }
        if (!comparison.rivals().isEmpty()) {
            rivals(figure);
        }
        if (comparison.possible()) {
            html.leaf("p", "last column: windrow as a multiple, " + (figure == Figure.EVENTS_PER_SECOND ? "more" : "less") + " is better",
                "class", "fine");
        }
        html.close();
    }

    private void rivals(Figure figure) {
        html.open("table").open("tbody");
        for (EngineSummary engine : comparison.rivals()) {
            html.open("tr").open("th", "scope", "row");
            html.leaf("span", "", "class", "key " + palette.style(engine)).text(engine.engine()).close();
            html.leaf("td", Wording.value(figure, engine.median(figure)));
            if (comparison.hasWindrow()) {
                ratio(comparison.ratio(figure, engine));
            }
            html.close();
        }
        html.close().close();
    }

    private void ratio(Ratio ratio) {
        String style = ratio.loses() ? "bad" : ratio.wins() ? "good" : "even";
        html.leaf("td", ratio.text() + (ratio.loses() ? " \u2717" : ratio.wins() ? " \u2713" : ""), "class", style);
    }

    private static String title(Figure figure) {
        return figure == Figure.STW_TOTAL ? "all threads stopped, total" : figure.label();
    }
}
