package io.windrow.examples.footprint;

import io.windrow.metrics.Figure.Unit;
import java.util.Locale;

/** Figures as people read them. A megabyte is 1,000,000 bytes everywhere here. */
final class FootprintWords {

    static final double MB = 1e6;

    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;

    private FootprintWords() {
    }

    static String value(Unit unit, double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return switch (unit) {
            case BYTES -> megabytes(value) + " MB";
            case NANOS -> value >= MILLI ? format("%.2f ms", value / MILLI) : format("%.0f us", value / MICRO);
            case COUNT -> format("%,.0f", value);
        };
    }

    static String megabytes(double bytes) {
        return format("%.2f", bytes / MB);
    }

    static String share(double value) {
        return format("%.2f", value);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
