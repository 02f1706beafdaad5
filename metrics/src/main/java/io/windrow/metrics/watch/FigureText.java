package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures for a person to read: three digits or so, with a unit. */
final class FigureText {

    private static final long THOUSAND = 1_000;
    private static final String[] SIZES = {" B", " kB", " MB", " GB", " TB"};
    private static final String[] TIMES = {" ns", " us", " ms", " s"};

    private FigureText() {
    }

    static String of(Figure figure, double value) {
        return switch (figure.unit()) {
            case BYTES -> scaled(value, SIZES);
            case NANOS -> scaled(value, TIMES);
            case COUNT -> rounded(value);
        };
    }

    private static String scaled(double value, String[] units) {
        double rest = value;
        int unit = 0;
        while (Math.abs(rest) >= THOUSAND && unit < units.length - 1) {
            rest /= THOUSAND;
            unit++;
        }
        return rounded(rest) + units[unit];
    }

    /** One decimal, none if it is whole. */
    static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        BigDecimal text = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
        return text.signum() == 0 ? "0" : text.stripTrailingZeros().toPlainString();
    }
}
