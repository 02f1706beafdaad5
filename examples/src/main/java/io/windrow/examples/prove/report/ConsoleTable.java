package io.windrow.examples.prove.report;

import io.windrow.examples.prove.report.ConsoleGrid.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as text: engines side by side, Windrow against each of them, and what was left out of the input. */
public final class ConsoleTable {

    private static final int BAD_LINES_SHOWN = 5;

    private final ProveReport report;
    private final Comparison comparison;
    private final Ansi ansi;
    private final StringBuilder out = new StringBuilder();

    private ConsoleTable(ProveReport report, boolean colour) {
        this.report = report;
        this.comparison = new Comparison(report.engines());
        this.ansi = new Ansi(colour);
    }

    /**
     * Writes a report as text of at most 140 columns for the five engines there are.
     *
     * @param report what to show.
     * @param colour whether to emphasise with escape sequences; without, there is none.
     * @return lines, each ended.
     */
    public static String render(ProveReport report, boolean colour) {
        return new ConsoleTable(report, colour).render();
    }

    private String render() {
        header();
        figures();
        losses();
        lines();
        agreement();
        return out.toString();
    }

    private void header() {
        InputSummary input = report.input();
        Map<String, String> heads = new LinkedHashMap<>();
        heads.put("input", input.description());
        heads.put("trades", String.format(Locale.ROOT, "%,d of %s", input.trades(), Wording.count(input.instruments(), "instrument")));
        report.conditions().forEach((name, words) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (key.contains("jdk") || key.contains("flag")) {
                heads.put(name, words);
            }
        });
        heads.put("runs", Wording.runs(report.engines()) + " of each engine; medians, ± how far the furthest run is from it");
        int width = heads.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        heads.forEach((name, words) -> out.append(ansi.dim(Ansi.clean(name))).append(" ".repeat(width - name.length()))
            .append(Ansi.clean(words)).append('\n'));
        out.append('\n');
    }

    private void figures() {
        ConsoleGrid grid = new ConsoleGrid(ansi);
        List<Cell> names = new ArrayList<>();
        report.engines().forEach(engine -> names.add(new Cell(Ansi.clean(engine.engine()), "", ansi::bold)));
        grid.row("", names);
        for (Figure figure : Figure.values()) {
            if (Wording.known(report.engines(), figure)) {
                grid.row(figure.label(), cells(figure));
            }
        }
        if (comparison.possible()) {
            grid.line("");
            grid.line(ansi.bold("windrow as a multiple of each"));
            Comparison.FIGURES.stream().filter(figure -> Wording.known(report.engines(), figure))
                .forEach(figure -> grid.row("  " + Wording.phrase(figure), ratios(figure)));
        }
        out.append(grid.render());
    }

    private List<Cell> cells(Figure figure) {
        List<Cell> cells = new ArrayList<>();
        for (EngineSummary engine : report.engines()) {
            boolean windrow = engine.engine().equals(Comparison.WINDROW);
            cells.add(new Cell(Wording.value(figure, engine.median(figure)), Wording.spread(engine, figure),
                text -> windrow ? ansi.bold(text) : text));
        }
        return cells;
    }

    private List<Cell> ratios(Figure figure) {
        List<Cell> cells = new ArrayList<>();
        for (EngineSummary engine : report.engines()) {
            Ratio ratio = comparison.ratio(figure, engine);
            if (engine == comparison.windrow()) {
                cells.add(Cell.of(""));
            } else {
                cells.add(new Cell(ratio.text(), "", text -> ratio.loses() ? ansi.bad(text) : ratio.wins() ? ansi.good(text) : text));
            }
        }
        return cells;
    }

    private void losses() {
        if (!comparison.possible()) {
            return;
        }
        List<Ratio> losses = comparison.losses(Comparison.FIGURES);
        out.append('\n').append(losses.isEmpty() ? "windrow is behind in none of these\n" : "where windrow is behind:\n");
        losses.forEach(loss -> out.append("  ").append(ansi.bad(Ansi.clean(loss.sentence()))).append('\n'));
    }

    private void lines() {
        InputSummary input = report.input();
        if (input.lines() > 0) {
            out.append('\n').append(Wording.count(input.lines(), "line")).append(" read\n");
        }
        reasons("skipped", input.skipped());
        reasons("could not be read", input.bad());
        int shown = Math.min(BAD_LINES_SHOWN, input.badLines().size());
        for (InputSummary.BadLine line : input.badLines().subList(0, shown)) {
            String where = line.file() + ":" + line.number() + ": " + line.reason() + ": " + line.excerpt();
            out.append("    ").append(ansi.dim(Ansi.clean(where))).append('\n');
        }
    }

    private void reasons(String what, Map<String, Long> counts) {
        counts.forEach((reason, count) -> out.append("  ").append(Wording.count(count, "line")).append(' ').append(what).append(": ")
            .append(Ansi.clean(reason)).append('\n'));
    }

    private void agreement() {
        String words = Wording.agreement(report);
        out.append('\n').append(report.agreed() ? ansi.good(words) : ansi.bad(words)).append('\n');
        report.mismatches().forEach(mismatch -> out.append("  ").append(Ansi.clean(mismatch)).append('\n'));
    }
}
