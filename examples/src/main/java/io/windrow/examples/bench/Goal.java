package io.windrow.examples.bench;

import java.util.Locale;

/**
 * What a row must reach.
 *
 * @param kind   what is judged.
 * @param number the bound; NaN where there is none.
 */
record Goal(Kind kind, double number) {

    /** Nothing: the row is for information. */
    static final Goal NONE = new Goal(Kind.NONE, Double.NaN);
    /** The run ends with its result verified. */
    static final Goal FINISHED = new Goal(Kind.FINISHED, Double.NaN);

    /** What a goal judges. */
    enum Kind { NONE, FINISHED, RATIO_AT_LEAST, RATIO_ABOVE, VALUE_AT_MOST }

    static Goal ratioAtLeast(double ratio) {
        return new Goal(Kind.RATIO_AT_LEAST, ratio);
    }

    static Goal ratioAbove(double ratio) {
        return new Goal(Kind.RATIO_ABOVE, ratio);
    }

    static Goal valueAtMost(double value) {
        return new Goal(Kind.VALUE_AT_MOST, value);
    }

    boolean judges() {
        return kind != Kind.NONE;
    }

    boolean isMet(double value, double ratio) {
        return switch (kind) {
            case NONE, FINISHED -> true;
            case RATIO_AT_LEAST -> ratio >= number;
            case RATIO_ABOVE -> ratio > number;
            case VALUE_AT_MOST -> value <= number;
        };
    }

    /** For people; empty where nothing is judged. */
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "";
            case FINISHED -> "finishes";
            case RATIO_AT_LEAST -> String.format(Locale.ROOT, "≥ %.3g", number);
            case RATIO_ABOVE -> String.format(Locale.ROOT, "> %.3g", number);
            case VALUE_AT_MOST -> String.format(Locale.ROOT, "≤ %.4f", number);
        };
    }
}
