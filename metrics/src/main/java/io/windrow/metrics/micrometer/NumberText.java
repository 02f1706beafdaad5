package io.windrow.metrics.micrometer;

/**
 * Numbers as text in one array that is written again and again. A double is written as {@link Double#toString(double)} does, but for the
 * infinities: those with up to 15 digits, of which no more than nine are behind the point, are written here, because the JDK's own
 * writer may allocate; others by {@link StringBuilder}. For one thread at a time.
 */
final class NumberText {

    private static final int LONGEST = 32;
    /** Every whole number below is a double, and no two of them share one. */
    private static final double WHOLE = 1L << 53;
    /** A number of so many digits is the shortest that reads as its double, so it is what Double.toString finds. */
    private static final double FIFTEEN_DIGITS = 1e15;
    private static final int MOST_DECIMALS = 9;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    /** Double.toString writes plain digits from a thousandth up to below this. */
    private static final int PLAIN_DIGITS = 7;
    private static final int PLAIN_ZEROS = 2;

    private final byte[] bytes = new byte[LONGEST];
    private final byte[] digits = new byte[LONGEST];
    private final StringBuilder rest = new StringBuilder(LONGEST);
    private int length;

    byte[] bytes() {
        return bytes;
    }

    /** Writes a whole number, returns its length. */
    int whole(long value) {
        length = 0;
        if (value < 0) {
            bytes[length++] = '-';
        }
        int count = digits(value);
        for (int i = 0; i < count; i++) {
            bytes[length++] = digits[i];
        }
        return length;
    }

    /** Writes a double, returns its length. */
    int number(double value) {
        length = 0;
        double size = Math.abs(value);
        if (size < WHOLE && size == (long) size) {
            return decimal((long) size, 0, isNegative(value));
        }
        for (int decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
            double scaled = size * POWERS[decimals];
            if (!(scaled < FIFTEEN_DIGITS)) {
                break;
            }
            if (scaled == (long) scaled && scaled / POWERS[decimals] == size) {
                return fraction((long) scaled, decimals, isNegative(value));
            }
        }
        return other(value);
    }

    /** With fewer decimals the product may have been rounded away from a whole number. */
    private int fraction(long scaled, int decimals, boolean negative) {
        long value = scaled;
        int left = decimals;
        while (value % 10 == 0) {
            value /= 10;
            left--;
        }
        return decimal(value, left, negative);
    }

    private static boolean isNegative(double value) {
        return Double.doubleToRawLongBits(value) < 0;
    }

    /** A number of some digits, the last ones behind the point, and none of them a zero at the end of a fraction. */
    private int decimal(long value, int decimals, boolean negative) {
        if (negative) {
            bytes[length++] = '-';
        }
        int count = digits(value);
        int point = count - decimals;
        if (value == 0 || point >= -PLAIN_ZEROS && point <= PLAIN_DIGITS) {
            plain(count, point);
        } else {
            scientific(count, point - 1);
        }
        return length;
    }

    private void plain(int count, int point) {
        if (point <= 0) {
            bytes[length++] = '0';
            bytes[length++] = '.';
        }
        for (int i = point; i < 0; i++) {
            bytes[length++] = '0';
        }
        for (int i = 0; i < count; i++) {
            if (i == point && point > 0) {
                bytes[length++] = '.';
            }
            bytes[length++] = digits[i];
        }
        if (point == count) {
            bytes[length++] = '.';
            bytes[length++] = '0';
        }
    }

    private void scientific(int count, int exponent) {
        int last = count - 1;
        while (last > 1 && digits[last] == '0') {
            last--;
        }
        bytes[length++] = digits[0];
        bytes[length++] = '.';
        bytes[length++] = count == 1 ? (byte) '0' : digits[1];
        for (int i = 2; i <= last; i++) {
            bytes[length++] = digits[i];
        }
        bytes[length++] = 'E';
        if (exponent < 0) {
            bytes[length++] = '-';
        }
        int shown = digits(exponent);
        for (int i = 0; i < shown; i++) {
            bytes[length++] = digits[i];
        }
    }

    private int other(double value) {
        if (Double.isInfinite(value)) {
            rest.append(value > 0 ? "+Inf" : "-Inf");
        } else {
            rest.append(value);
        }
        for (int i = 0; i < rest.length(); i++) {
            bytes[length++] = (byte) rest.charAt(i);
        }
        rest.setLength(0);
        return length;
    }

    /** Without a sign; returns how many. Remainders of a negative number are negative, so that Long.MIN_VALUE needs no case of its own. */
    private int digits(long value) {
        int count = 1;
        for (long more = value / 10; more != 0; more /= 10) {
            count++;
        }
        long left = value;
        for (int i = count - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + Math.abs(left % 10));
            left /= 10;
        }
        return count;
    }
}
