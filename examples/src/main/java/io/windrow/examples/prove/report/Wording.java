package io.windrow.examples.prove.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words and numbers that the console and the page share. */
final class Wording {

    private static final double PERCENT = 100;
    private static final double LARGEST_PERCENT = 999;
    private static final double LEAST_SHOWN = 0.0005;

    private Wording() {
    }

    /** A figure of an engine: a plain 0 where there is nothing and never "0.000 B", which may be either. */
    static String value(Figure figure, double value) {
        if (figure.unit() == Unit.BYTES_PER_EVENT && value > 0 && value < LEAST_SHOWN) {
            return "<0.001 B";
        }
        return value == 0 ? "0" : Formats.figure(figure.unit(), value);
    }

    /** Name of a figure within a sentence. */
    static String phrase(Figure figure) {
        switch (figure) {
            case STW_TOTAL:
                return "time stopped";
            case CANDLE_BYTES:
                return "candle bytes";
            case ALLOCATED:
                return "bytes allocated per event";
            default:
                return figure.label().strip();
        }
    }

    /** How far the furthest run is from the median, or where that is too far, the highest; empty if all gave the same. */
    static String spread(EngineSummary engine, Figure figure) {
        double median = engine.median(figure);
        double lowest = engine.lowest(figure);
        double highest = engine.highest(figure);
        if (Double.isNaN(median) || Double.isNaN(highest) || lowest == highest) {
            return "";
        }
        double share = PERCENT * Math.max(highest - median, median - lowest) / Math.abs(median);
        if (share > LARGEST_PERCENT) {
            return "\u2026" + value(figure, highest);
        }
        return String.format(Locale.ROOT, share < 10 ? "±%.1f%%" : "±%.0f%%", share);
    }

    /** Lowest and highest of the runs; empty if they are the same. */
    static String range(EngineSummary engine, Figure figure) {
        double lowest = engine.lowest(figure);
        double highest = engine.highest(figure);
        return Double.isNaN(highest) || lowest == highest ? "" : value(figure, lowest) + " \u2026 " + value(figure, highest);
    }

    /** Whether any engine has the figure. */
    static boolean known(List<EngineSummary> engines, Figure figure) {
        return engines.stream().anyMatch(engine -> !Double.isNaN(engine.median(figure)));
    }

    static String count(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }

    /** How often each engine ran. */
    static String runs(List<EngineSummary> engines) {
        int fewest = engines.stream().mapToInt(engine -> engine.runs().size()).min().orElse(0);
        int most = engines.stream().mapToInt(engine -> engine.runs().size()).max().orElse(0);
        return fewest == most ? count(most, "run") : fewest + " to " + count(most, "run");
    }

    /** Joins as one says it: a, b and c. */
    static String join(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    static String names(List<EngineSummary> engines) {
        return join(engines.stream().map(EngineSummary::engine).collect(Collectors.toList()));
    }

    /** What all engines agree on, or that they do not. */
    static String agreement(ProveReport report) {
        if (!report.agreed()) {
            int mismatches = report.mismatches().size();
            return "engines do not agree: " + mismatches + (mismatches == 1 ? " mismatch" : " mismatches");
        }
        if (report.engines().isEmpty()) {
            return "no engine was run";
        }
        String who = report.engines().size() == 1 ? "all runs agree: " : "all engines agree: ";
        double signals = report.engines().get(0).median(Figure.SIGNALS);
        return who + (Double.isNaN(signals) ? "same signals, same windows" : count((long) signals, "signal"));
    }
}
