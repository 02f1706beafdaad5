package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/** Reads whole numbers and exchange times. Errors are negative numbers, which no valid result is. */
final class Epochs {

    static final long NOT_A_NUMBER = -1;
    static final long WRONG_DIGITS = -2;
    static final long OUT_OF_RANGE = -3;
    static final long ABSENT = -4;
    static final long NOT_ISO = -5;
    static final long TOO_FINE = -6;

    /** 2200-01-01: far from the end of a {@code long}, so that sums of times need no care. */
    static final long END_NANOS = 7_258_118_400_000_000_000L;

    private static final int SECOND_DECIMALS = 9;
    private static final int MILLI_DIGITS = 13;
    private static final int MICRO_DIGITS = 16;
    private static final int NANO_DIGITS = 19;

    private Epochs() {
    }

    /** The number, or {@link #NOT_A_NUMBER} for anything but 1 to 19 digits that fit a {@code long}. */
    static long digits(byte[] text, int from, int to) {
        if (to <= from || to - from > NANO_DIGITS) {
            return NOT_A_NUMBER;
        }
        if (to - from > Swar.LANES && to - from <= 2 * Swar.LANES) {
            return Swar.longNumber(text, from, to);
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return NOT_A_NUMBER;
            }
            value = value * 10 + digit;
        }
        // Nineteen digits overflow once at most, and then the sum is negative.
        return value < 0 ? NOT_A_NUMBER : value;
    }

    /**
     * An exchange's time, whose unit is told by its length: 13 digits are milliseconds from 2001 to 2286, 16 microseconds, 19
     * nanoseconds of the same years.
     */
    static long nanos(byte[] text, int from, int to) {
        long value = digits(text, from, to);
        return value < 0 ? value : nanos(value, to - from);
    }

    /** As {@link #nanos(byte[], int, int)} for a number of so many digits. */
    static long nanos(long value, int digits) {
        return switch (digits) {
            case MILLI_DIGITS -> inRange(value, 1_000_000);
            case MICRO_DIGITS -> inRange(value, 1_000);
            case NANO_DIGITS -> inRange(value, 1);
            default -> WRONG_DIGITS;
        };
    }

    /** Seconds since 1970 with a fraction, read exactly down to the nanosecond. */
    static long seconds(byte[] text, int from, int to) {
        long value = Decimals.parse(text, from, to, SECOND_DECIMALS);
        if (Decimals.isError(value)) {
            return value == Decimals.MALFORMED ? NOT_A_NUMBER : value == Decimals.TOO_PRECISE ? TOO_FINE : OUT_OF_RANGE;
        }
        return value < 0 || value >= END_NANOS ? OUT_OF_RANGE : value;
    }

    /** A recorder's time: seconds if there is a point in it, else an integer as {@link #nanos} reads it. */
    static long stamp(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                return seconds(text, from, to);
            }
        }
        return nanos(text, from, to);
    }

    static String reason(long error) {
        if (error == ABSENT || error == NOT_ISO) {
            return error == ABSENT ? Reasons.NO_TIME : Reasons.TIME_NOT_ISO;
        }
        if (error == TOO_FINE || error == OUT_OF_RANGE) {
            return error == TOO_FINE ? Reasons.TIME_TOO_FINE : Reasons.TIME_RANGE;
        }
        return error == NOT_A_NUMBER ? Reasons.TIME_NOT_A_NUMBER : Reasons.TIME_DIGITS;
    }

    private static long inRange(long value, long unitNanos) {
        return value < END_NANOS / unitNanos ? value * unitNanos : OUT_OF_RANGE;
    }
}
