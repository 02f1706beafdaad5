package io.windrow.examples.input;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Spans of time such as {@code 2s} or {@code 250ms}. */
public final class TimeSpan {

    /** Longer units first where one is the end of another. */
    private static final List<String> UNITS = List.of("ns", "us", "ms", "s", "m", "h");
    private static final List<TimeUnit> TIME_UNITS = List.of(TimeUnit.NANOSECONDS, TimeUnit.MICROSECONDS, TimeUnit.MILLISECONDS,
        TimeUnit.SECONDS, TimeUnit.MINUTES, TimeUnit.HOURS);
    private static final int MOST_DIGITS = 9;

    private TimeSpan() {
    }

    /**
     * Reads a span.
     *
     * @param name of the option, for the message.
     * @param text digits and a unit.
     * @return nanoseconds.
     * @throws IllegalArgumentException if it is anything else; the message names the option.
     */
    public static long parseNanos(String name, String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        int unit = UNITS.indexOf(text.substring(digits));
        if (digits == 0 || digits > MOST_DIGITS || unit < 0) {
            throw new IllegalArgumentException(
                name + " must be up to " + MOST_DIGITS + " digits and a unit, such as 250ms, 2s or 1m: " + name + "=" + text);
        }
        return TIME_UNITS.get(unit).toNanos(Long.parseLong(text.substring(0, digits)));
    }
}
