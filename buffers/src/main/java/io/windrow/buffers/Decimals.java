package io.windrow.buffers;

/**
 * Exact decimals in a {@code long}: the value times ten to the power of a scale. {@code 61837.63} at scale 2 is {@code 6183763}.
 *
 * <p>Thread-safe, stateless; nothing here allocates but what appends to a builder that has to grow.
 */
public final class Decimals {

    /** Largest scale: ten to the power of it still fits a {@code long}. */
    public static final int MAX_SCALE = 18;

    /** Result of {@link #parse} for text that is no decimal number. */
    public static final long MALFORMED = Long.MIN_VALUE;

    /** Result of {@link #parse} for a number with a non-zero digit beyond the scale. */
    public static final long TOO_PRECISE = Long.MIN_VALUE + 1;

    /** Result of {@link #parse} for a number that does not fit a {@code long} at the scale. */
    public static final long OVERFLOW = Long.MIN_VALUE + 2;

    private static final int DOUBLE_PRECISION_BITS = 53;
    private static final long EXACT_IN_DOUBLE = 1L << DOUBLE_PRECISION_BITS;
    private static final double SHIFT = 0x1.8p52;
    private static final long SHIFT_BITS = Double.doubleToRawLongBits(SHIFT);
    private static final int SIGNIFICAND_BITS = 52;
    private static final long[] POWERS = new long[MAX_SCALE + 1];
    private static final double[] DOUBLE_POWERS = new double[MAX_SCALE + 1];

    static {
        long power = 1;
        for (int scale = 0; scale <= MAX_SCALE; scale++) {
            POWERS[scale] = power;
            DOUBLE_POWERS[scale] = power;
            power *= 10;
        }
    }

    private Decimals() {
    }

    /**
     * Ten to the power of a scale.
     *
     * @param scale 0 to {@link #MAX_SCALE}.
     * @return the power.
     * @throws IllegalArgumentException if the scale is out of range.
     */
    public static long power(int scale) {
        return POWERS[checkScale(scale)];
    }

    /**
     * Checks a scale.
     *
     * @param scale number of decimals.
     * @return the same.
     * @throws IllegalArgumentException if it is not 0 to {@link #MAX_SCALE}.
     */
    public static int checkScale(int scale) {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("decimals must be 0 to " + MAX_SCALE + ": decimals=" + scale);
        }
        return scale;
    }

    /**
     * Whether a result of {@link #parse} is an error code.
     *
     * @param parsed the result.
     * @return true for {@link #MALFORMED}, {@link #TOO_PRECISE} and {@link #OVERFLOW}.
     */
    public static boolean isError(long parsed) {
        return parsed <= OVERFLOW;
    }

    /**
     * Parses {@code [+-]digits[.digits]}, ASCII; one side of the point may be empty. Zeros beyond the scale are accepted, other digits
     * there are not: nothing is rounded.
     *
     * @param text  holds the number.
     * @param from  its first byte.
     * @param to    behind its last byte.
     * @param scale 0 to {@link #MAX_SCALE}.
     * @return the mantissa, or one of the three error codes, which lie outside the range of mantissas.
     */
    public static long parse(byte[] text, int from, int to, int scale) {
        boolean negative = from < to && text[from] == '-';
        int start = negative || (from < to && text[from] == '+') ? from + 1 : from;
        long value = 0;
        int digits = 0;
        int decimals = -1;
        for (int i = start; i < to; i++) {
            int digit = text[i] - '0';
            if (text[i] == '.' && decimals < 0) {
                decimals = 0;
                continue;
            }
            if (digit < 0 || digit > 9) {
                return MALFORMED;
            }
            digits++;
            if (decimals >= scale) {
                if (digit != 0) {
                    return isRestOfNumber(text, i, to, 0) ? TOO_PRECISE : MALFORMED;
                }
                continue;
            }
            if (decimals >= 0) {
                decimals++;
            }
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return isRestOfNumber(text, i, to, decimals < 0 ? 1 : 0) ? OVERFLOW : MALFORMED;
            }
            value = value * 10 + digit;
        }
        return digits == 0 ? MALFORMED : scaled(value, scale - Math.max(decimals, 0), negative);
    }

    /**
     * How many decimals a number is written with, zeros at its end left out.
     *
     * @param text holds a number that {@link #parse} accepts at some scale.
     * @param from its first byte.
     * @param to   behind its last byte.
     * @return the smallest scale that holds it exactly.
     */
    public static int significantDecimals(byte[] text, int from, int to) {
        int end = to;
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                while (text[end - 1] == '0') {
                    end--;
                }
                return end - i - 1;
            }
        }
        return 0;
    }

    /**
     * The {@code double} nearest to a decimal: the same that {@link Double#parseDouble} gives for its text.
     *
     * @param mantissa the decimal times ten to the power of the scale.
     * @param scale    0 to {@link #MAX_SCALE}.
     * @return the nearest double.
     */
    public static double toDouble(long mantissa, int scale) {
        // Both operands of the division are exact, so it rounds once, as parsing the text would.
        long shifted = mantissa + SHIFT_BITS;
        if (shifted >>> SIGNIFICAND_BITS == SHIFT_BITS >>> SIGNIFICAND_BITS) {
            // In the low bits of a double that is worth 1.5 × 2⁵², where its absolute value is below 2⁵¹: unlike a conversion this waits
            // for no register's last value.
            return (Double.longBitsToDouble(shifted) - SHIFT) / DOUBLE_POWERS[scale];
        }
        if (mantissa <= EXACT_IN_DOUBLE && mantissa >= -EXACT_IN_DOUBLE) {
            return mantissa / DOUBLE_POWERS[scale];
        }
        double magnitude = divide(Math.abs(mantissa), POWERS[scale]);
        return mantissa < 0 ? -magnitude : magnitude;
    }

    /**
     * Appends a decimal in plain notation with exactly {@code scale} decimals.
     *
     * @param text     receives the digits.
     * @param mantissa the decimal times ten to the power of the scale.
     * @param scale    0 to {@link #MAX_SCALE}.
     * @return the same builder.
     */
    public static StringBuilder append(StringBuilder text, long mantissa, int scale) {
        long power = POWERS[scale];
        long whole = mantissa / power;
        if (mantissa < 0 && whole == 0) {
            text.append('-');
        }
        text.append(whole);
        if (scale > 0) {
            text.append('.');
            long fraction = Math.abs(mantissa % power);
            for (int digit = scale - 1; digit >= 0; digit--) {
                text.append((char) ('0' + fraction / POWERS[digit] % 10));
            }
        }
        return text;
    }

    private static boolean isRestOfNumber(byte[] text, int from, int to, int pointsAllowed) {
        int points = 0;
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                points++;
            } else if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return points <= pointsAllowed;
    }

    private static long scaled(long value, int missingDecimals, boolean negative) {
        long power = POWERS[missingDecimals];
        if (value > Long.MAX_VALUE / power) {
            return OVERFLOW;
        }
        long mantissa = value * power;
        // The least three values of a long are the error codes.
        return negative ? Math.max(-mantissa, OVERFLOW) : mantissa;
    }

    /**
     * Long division, bit by bit, to 53 significant bits and the rounding after them. Only for mantissas of more than 53 bits, where a
     * division of doubles would round twice. The magnitude of {@link Long#MIN_VALUE} is read as unsigned.
     */
    private static double divide(long magnitude, long power) {
        long quotient = Long.divideUnsigned(magnitude, power);
        long rest = Long.remainderUnsigned(magnitude, power);
        int exponent = 0;
        while (Long.numberOfLeadingZeros(quotient) > 1 && rest != 0) {
            rest <<= 1;
            quotient <<= 1;
            if (rest >= power) {
                rest -= power;
                quotient |= 1;
            }
            exponent--;
        }
        if (rest != 0) {
            // A sticky bit: there is something below, so a tie is no tie.
            quotient |= 1;
        }
        return Math.scalb(unsignedToDouble(quotient), exponent);
    }

    private static double unsignedToDouble(long value) {
        return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
    }
}
