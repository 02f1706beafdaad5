package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.input.TimeSpan;

/** Spans of time of the commands' options. */
final class Spans {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    private static final long[] UNITS = {HOUR, MINUTE, SECOND, 1_000_000};
    private static final String[] NAMES = {"h", "m", "s", "ms"};

    private Spans() {
    }

    /** Reads an option such as {@code 60s} and checks its bounds. */
    static long parse(String option, String text, long least, long most) {
        long nanos = TimeSpan.parseNanos(option, text);
        require(nanos >= least && nanos <= most, "time must be " + text(least) + " to " + text(most), option, text);
        return nanos;
    }

    /** Reads the option {@code --interval}, which must not be longer than the whole. */
    static long interval(String text, long durationNanos) {
        return parse("interval", text, 10_000_000, durationNanos == 0 ? HOUR : Math.max(durationNanos, SECOND));
    }

    /** In the coarsest unit that divides it. */
    static String text(long nanos) {
        for (int i = 0; i < UNITS.length; i++) {
            if (nanos >= UNITS[i] && nanos % UNITS[i] == 0) {
                return nanos / UNITS[i] + NAMES[i];
            }
        }
        return nanos == 0 ? "0s" : nanos + "ns";
    }
}
