package io.windrow.metrics.watch;

import java.time.Duration;

/** Checks of what builders are given; each error names the rule and the value. */
final class Rules {

    private Rules() {
    }

    static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + name + "=" + value);
        }
    }

    static long positiveNanos(String name, Duration time) {
        long nanos = nanos(name, time);
        if (nanos <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + name + "=" + time);
        }
        return nanos;
    }

    static long notNegativeNanos(String name, Duration time) {
        long nanos = nanos(name, time);
        if (nanos < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + name + "=" + time);
        }
        return nanos;
    }

    static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be 0 to 1: " + name + "=" + value);
        }
        return value;
    }

    static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    private static long nanos(String name, Duration time) {
        try {
            return time.toNanos();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + " must be shorter than 292 years: " + name + "=" + time, e);
        }
    }
}
