package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.buffers.memory.ByteSize;
import io.windrow.examples.input.TimeSpan;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import java.util.Locale;

/** Figures as people read and write them: {@code 52.4 MB}, {@code 1.2 ms}, {@code 37}. */
final class FigureText {

    private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB"};
    private static final String[] TIMES = {"ns", "us", "ms", "s"};
    private static final int STEP = 1_000;
    private static final int WHOLE = 100;

    private FigureText() {
    }

    static String of(Figure figure, long value) {
        return value == Sample.ABSENT ? "-" : of(figure.unit(), value);
    }

    static String of(Figure.Unit unit, double value) {
        return switch (unit) {
            case BYTES -> scaled(value, SIZES);
            case NANOS -> scaled(value, TIMES);
            case COUNT -> number(value, "%,.0f", "%,.1f");
        };
    }

    /** With a sign, for a change. */
    static String change(Figure.Unit unit, double value) {
        return (value > 0 ? "+" : "") + of(unit, value);
    }

    static String bytes(double value) {
        return of(Figure.Unit.BYTES, value);
    }

    static String time(double nanos) {
        return of(Figure.Unit.NANOS, nanos);
    }

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "-";
    }

    /** Reads what {@link #of} writes, without the space, in the figure's unit. */
    static long parse(Figure figure, String text) {
        return switch (figure.unit()) {
            case BYTES -> ByteSize.parse(text);
            case NANOS -> TimeSpan.parseNanos(figure.key(), text);
            case COUNT -> count(figure.key(), text);
        };
    }

    /** A figure by its key, or a refusal. */
    static Figure figure(String key) {
        Figure figure = Figure.of(key);
        require(figure != null, "unknown figure (such as residentBytes, openFiles, stopP95Seconds)", "figure", key);
        return figure;
    }

    private static long count(String name, String text) {
        try {
            long count = Long.parseLong(text);
            require(count >= 0, "must not be negative", name, text);
            return count;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number: " + name + "=" + text, e);
        }
    }

    private static String scaled(double value, String[] units) {
        double rest = value;
        int unit = 0;
        while (Math.abs(rest) >= STEP && unit < units.length - 1) {
            rest /= STEP;
            unit++;
        }
        return number(rest, unit == 0 ? "%.0f" : "%.1f", unit == 0 ? "%.0f" : "%.2f") + " " + units[unit];
    }

    private static String number(double value, String large, String small) {
        boolean whole = value == Math.rint(value) || Math.abs(value) >= WHOLE;
        return String.format(Locale.ROOT, whole ? large : small, value);
    }
}
