package io.windrow.examples.run;

import io.windrow.examples.input.TimeSpan;
import java.util.ArrayList;
import java.util.List;

/** What the value of a setting may be. */
final class ValueRule {

    private enum Kind { WORD, WORDS, NUMBER, SPAN, SPEED, LOOP, TEXT }

    private final Kind kind;
    private final List<String> words;
    private final long least;
    private final long most;

    private ValueRule(Kind kind, List<String> words, long least, long most) {
        this.kind = kind;
        this.words = words;
        this.least = least;
        this.most = most;
    }

    /** One of these words. */
    static ValueRule word(String... words) {
        return new ValueRule(Kind.WORD, List.of(words), 0, 0);
    }

    /** One or more of these words, each once, with commas between them. */
    static ValueRule words(String... words) {
        return new ValueRule(Kind.WORDS, List.of(words), 0, 0);
    }

    static ValueRule number(long least, long most) {
        return new ValueRule(Kind.NUMBER, List.of(), least, most);
    }

    /** A time from {@code least} on, such as 250ms. */
    static ValueRule span(long least) {
        return new ValueRule(Kind.SPAN, List.of(), least, 0);
    }

    /** {@code real}, {@code max} or a factor. */
    static ValueRule speed() {
        return new ValueRule(Kind.SPEED, List.of(), 0, 0);
    }

    /** {@code true} or a count. */
    static ValueRule loop() {
        return new ValueRule(Kind.LOOP, List.of(), 1, Integer.MAX_VALUE);
    }

    /** Anything; whoever uses it looks at it. */
    static ValueRule text() {
        return new ValueRule(Kind.TEXT, List.of(), 0, 0);
    }

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException if it may not be; the message names the key, what may be, and the value.
     */
    void check(String key, String value) {
        switch (kind) {
            case WORD -> require(words.contains(value), key, "one of " + known(), value);
            case WORDS -> require(areKnown(value), key, "one or more of " + known() + ", each once", value);
            case NUMBER -> require(isNumber(value), key, least + " to " + most, value);
            case SPAN -> require(TimeSpan.parseNanos(key, value) >= least, key, "positive", value);
            case SPEED -> require(isSpeed(value), key, "real, max or a number above 0", value);
            case LOOP -> require("true".equals(value) || isNumber(value), key, "true or " + least + " to " + most, value);
            default -> {
                // Text is checked by who reads it.
            }
        }
    }

    /** What stands between the commas. */
    static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            parts.add(part.strip());
        }
        return parts;
    }

    private static void require(boolean holds, String key, String rule, String value) {
        if (!holds) {
            throw new IllegalArgumentException(key + " must be " + rule + ": " + key + "=" + value);
        }
    }

    private String known() {
        return String.join(", ", words);
    }

    private boolean areKnown(String value) {
        List<String> given = parts(value);
        for (int i = 0; i < given.size(); i++) {
            if (!words.contains(given.get(i)) || given.lastIndexOf(given.get(i)) != i) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumber(String value) {
        try {
            long number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isSpeed(String value) {
        if ("real".equals(value) || "max".equals(value)) {
            return true;
        }
        try {
            double factor = Double.parseDouble(value);
            return factor > 0 && factor < Double.POSITIVE_INFINITY;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
