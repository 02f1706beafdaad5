package io.windrow.examples.prove.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Windrow's median of a figure as a multiple of a rival's. Only in events per second is more better. */
record Ratio(Figure figure, EngineSummary windrow, EngineSummary rival) {

    private static final String EVEN = "1.00 x";
    private static final double LEAST_SHOWN = 0.001;

    double value() {
        return windrow.median(figure) / rival.median(figure);
    }

    boolean known() {
        return !Double.isNaN(windrow.median(figure)) && !Double.isNaN(rival.median(figure));
    }

    boolean bothZero() {
        return windrow.median(figure) == 0 && rival.median(figure) == 0;
    }

    /** Neither is ahead as far as the shown digits tell. */
    boolean even() {
        return bothZero() || EVEN.equals(text());
    }

    boolean loses() {
        return known() && !even() && (moreIsBetter() ? value() < 1 : value() > 1);
    }

    boolean wins() {
        return known() && !even() && !loses();
    }

    /** Whether the runs of the two overlap, so that the difference may be chance. */
    boolean overlaps() {
        return windrow.lowest(figure) <= rival.highest(figure) && rival.lowest(figure) <= windrow.highest(figure);
    }

    /** The multiple in three digits. */
    String text() {
        if (!known()) {
            return "n/a";
        }
        if (bothZero()) {
            return "both 0";
        }
        double value = value();
        if (Double.isInfinite(value)) {
            return "\u221e x";
        }
        if (value < LEAST_SHOWN) {
            return value == 0 ? "0 x" : "<0.001 x";
        }
        return value < 0.1
            ? new BigDecimal(value).round(new MathContext(2)).toPlainString() + " x"
            : String.format(Locale.ROOT, value < 10 ? "%.2f x" : value < 100 ? "%.1f x" : "%,.0f x", value);
    }

    /** One plain clause, such as "windrow 0.97 x arrays in events per second". */
    String sentence() {
        String what = " in " + Wording.phrase(figure);
        String chance = overlaps() ? " (within the spread of the runs)" : "";
        return rival.median(figure) == 0
            ? "windrow " + Wording.value(figure, windrow.median(figure)) + ", " + rival.engine() + " 0" + what + chance
            : "windrow " + text() + " " + rival.engine() + what + chance;
    }

    private boolean moreIsBetter() {
        return figure == Figure.EVENTS_PER_SECOND;
    }
}
