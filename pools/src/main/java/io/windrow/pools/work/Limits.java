package io.windrow.pools.work;

import java.time.Duration;
import java.util.Objects;

/** Checks of the sizes and times a caller sets. */
final class Limits {

    /** Half of what a long holds, so that a deadline can be compared by subtraction; 146 years, which is for ever. */
    private static final long FOR_EVER_NANOS = Long.MAX_VALUE / 2;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Limits() {
    }

    static int between(String what, String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + " must be 1 to " + most + ": " + field + "=" + value);
        }
        return value;
    }

    static long positiveNanos(String what, String field, Duration value) {
        Objects.requireNonNull(value, field);
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(what + " must be positive: " + field + "=" + value);
        }
        return nanos(value);
    }

    static long nanosNotNegative(String what, String field, Duration value) {
        Objects.requireNonNull(value, field);
        if (value.isNegative()) {
            throw new IllegalArgumentException(what + " must not be negative: " + field + "=" + value);
        }
        return nanos(value);
    }

    static String name(String value) {
        if (Objects.requireNonNull(value, "name").isBlank()) {
            throw new IllegalArgumentException("name must not be blank: name=" + value);
        }
        return value;
    }

    /** For {@link Object#wait(long)}: rounded up, and never the 0 that means for ever. */
    static long waitMillis(long nanos) {
        return nanos / NANOS_PER_MILLI + 1;
    }

    private static long nanos(Duration value) {
        return value.compareTo(Duration.ofNanos(FOR_EVER_NANOS)) > 0 ? FOR_EVER_NANOS : value.toNanos();
    }
}
