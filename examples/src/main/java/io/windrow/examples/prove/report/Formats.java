package io.windrow.examples.prove.report;

import java.util.Locale;

/** How figures are written for people. */
public final class Formats {

    private static final double KIBI = 1024;
    private static final double KILO = 1000;

    private Formats() {
    }

    /**
     * Writes a figure with its unit in three to four digits.
     *
     * @param unit  what it is counted in.
     * @param value the figure.
     * @return text, {@code n/a} for NaN.
     */
    public static String figure(Unit unit, double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        switch (unit) {
            case BYTES:
                return bytes(value);
            case NANOS:
                return nanos(value);
            case SECONDS:
                return String.format(Locale.ROOT, "%.2f s", value);
            case PER_SECOND:
                return perSecond(value);
            case BYTES_PER_EVENT:
                return String.format(Locale.ROOT, value < 10 ? "%.3f B" : "%.1f B", value);
            default:
                return String.format(Locale.ROOT, "%,.0f", value);
        }
    }

    private static String bytes(double value) {
        if (value < KIBI) {
            return String.format(Locale.ROOT, "%.0f B", value);
        }
        return value < KIBI * KIBI
            ? String.format(Locale.ROOT, "%.1f KiB", value / KIBI)
            : String.format(Locale.ROOT, "%.1f MiB", value / KIBI / KIBI);
    }

    private static String nanos(double value) {
        if (value < KILO) {
            return String.format(Locale.ROOT, "%.0f ns", value);
        }
        if (value < KILO * KILO) {
            return String.format(Locale.ROOT, "%.1f µs", value / KILO);
        }
        return value < KILO * KILO * KILO
            ? String.format(Locale.ROOT, "%.2f ms", value / KILO / KILO)
            : String.format(Locale.ROOT, "%.2f s", value / KILO / KILO / KILO);
    }

    private static String perSecond(double value) {
        return value < KILO * KILO
            ? String.format(Locale.ROOT, "%.0f k/s", value / KILO)
            : String.format(Locale.ROOT, "%.2f M/s", value / KILO / KILO);
    }
}
