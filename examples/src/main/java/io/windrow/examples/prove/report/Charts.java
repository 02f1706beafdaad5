package io.windrow.examples.prove.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which charts the page has. A chart that no engine has anything for is left out. */
final class Charts {

    private static final double MOST_FOR_LINEAR = 50;
    private static final String HEAP = "heap";
    private static final double LOWEST_PERCENTILE = 50;
    private static final String BARS = "Bar: median of the runs; whisker: lowest to highest run. ";

    private final List<EngineSummary> engines;
    private final Palette palette;
    private final Markup cards = new Markup();

    Charts(List<EngineSummary> engines) {
        this.engines = engines;
        this.palette = new Palette(engines);
    }

    void draw(Markup html) {
        overTime("Resident memory (RSS) over time", "rss", Unit.BYTES, Figure.PEAK_RSS, "Peaks, start-up included: ");
        bars("Peak of resident memory", Figure.PEAK_RSS);
        overTime("Heap in use over time", HEAP, Unit.BYTES, Figure.HEAP_PEAK, "Peaks: ");
        bars("Memory of the candle windows", Figure.CANDLE_BYTES);
        overTime("Time stopped so far", "stopped", Unit.NANOS, Figure.STW_TOTAL_ALL, "Whole run, warm-up included: ");
        bars("Allocated for each event", Figure.ALLOCATED);
        latency();
        bars("Events per second, as fast as they go", Figure.EVENTS_PER_SECOND);
        if (!cards.toString().isEmpty()) {
            html.open("section").leaf("h2", "Charts").open("div", "class", "charts").raw(cards.toString()).close().close();
        }
    }

    private void overTime(String title, String name, Unit unit, Figure figure, String lead) {
        List<LineChart.Line> lines = lines(name, 0);
        if (!lines.isEmpty()) {
            String seen = lead + medians(figure) + ". The curves are of each engine\u2019s run of median peak RSS.";
            Axis y = Axis.linear(unit, LineChart.highest(lines));
            Axis x = Axis.time(LineChart.longest(lines));
            card(title, seen, svg -> new LineChart(title, seen, x, "time since the engine began", y, lines).draw(svg));
        }
    }

    private void latency() {
        List<LineChart.Line> lines = lines("latency", LOWEST_PERCENTILE);
        if (!lines.isEmpty()) {
            String title = "Signal latency by percentile, at a fixed rate";
            String seen = "P99: " + medians(Figure.LATENCY_P99) + ". Log scale; each step to the right is one more nine.";
            Axis y = Axis.log(Unit.NANOS, LineChart.lowestAboveZero(lines), LineChart.highest(lines));
            card(title, seen, svg -> new LineChart(title, seen, Axis.nines(), "percentile", y, lines).draw(svg));
        }
    }

    /** Windrow first: it is the widest, and must not cover what lies on it. */
    private List<LineChart.Line> lines(String name, double start) {
        List<LineChart.Line> lines = new ArrayList<>();
        for (EngineSummary engine : engines) {
            Series curve = engine.typical().series().get(name);
            Series shown = curve == null ? new Series(new double[0], new double[0]) : Curves.from(Curves.finite(curve), start);
            if (shown.x().length > 0) {
                int place = engine.engine().equals(Comparison.WINDROW) ? 0 : lines.size();
                String style = palette.style(engine) + (name.equals(HEAP) ? " teeth" : "");
                lines.add(place, new LineChart.Line(engine.engine(), style, shown));
            }
        }
        return lines;
    }

    private void bars(String title, Figure figure) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (EngineSummary engine : engines) {
            double median = engine.median(figure);
            if (Double.isFinite(median)) {
                String range = Wording.range(engine, figure);
                String words = Wording.value(figure, median);
                bars.add(new BarChart.Bar(engine.engine(), palette.style(engine), median, engine.lowest(figure), engine.highest(figure),
                    words, range.isEmpty() ? words : words + " (" + range + ")"));
            }
        }
        if (!bars.isEmpty()) {
            boolean log = log(bars);
            String seen = BARS + (log ? "Log scale: each step is ten-fold; 0 has no bar." : "");
            String described = seen + " " + medians(figure) + ".";
            Axis axis = axis(figure.unit(), bars, log);
            card(title, seen, svg -> new BarChart(title, described, axis, axisName(figure), bars).draw(svg));
        }
    }

    private static String axisName(Figure figure) {
        return figure.label().strip() + (figure.unit() == Unit.BYTES_PER_EVENT ? ", bytes" : "");
    }

    private static boolean log(List<BarChart.Bar> bars) {
        return highest(bars) > MOST_FOR_LINEAR * lowest(bars);
    }

    private static Axis axis(Unit unit, List<BarChart.Bar> bars, boolean log) {
        return log ? Axis.log(unit, lowest(bars) / 2, highest(bars)) : Axis.linear(unit, highest(bars));
    }

    private static double highest(List<BarChart.Bar> bars) {
        return bars.stream().mapToDouble(BarChart.Bar::highest).filter(Double::isFinite).max().orElse(0);
    }

    private static double lowest(List<BarChart.Bar> bars) {
        return bars.stream().mapToDouble(bar -> bar.lowest() > 0 ? bar.lowest() : bar.median()).filter(value -> value > 0).min()
            .orElse(Collections.min(List.of(1.0, highest(bars))));
    }

    private String medians(Figure figure) {
        List<String> words = engines.stream().filter(engine -> !Double.isNaN(engine.median(figure)))
            .map(engine -> engine.engine() + " " + Wording.value(figure, engine.median(figure))).collect(Collectors.toList());
        return words.isEmpty() ? "not measured" : String.join(", ", words);
    }

    private void card(String title, String seen, Consumer<Markup> chart) {
        cards.open("figure").open("figcaption").leaf("h3", title).leaf("p", seen).close();
        chart.accept(cards);
        cards.close();
    }
}
