package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/**
 * Reads numbers that may be written times a power of ten ({@code 1674100} for 167.41, four hidden decimals) at the scale of an
 * instrument, exactly. With no hidden decimals the answers are those of {@link Decimals} alone.
 */
final class Mantissas {

    /** A word can be read at the number's beginning. */
    private static final int SHORTEST_QUICK = Swar.LANES;
    private static final long POINTS = Swar.lanes('.');
    private static final long ALL_ZEROS = Swar.lanes('0');

    /** Times the largest power it fits a {@code long}. */
    private static final long QUICK_LIMIT = Long.MAX_VALUE / Swar.WORD_POWER;

    private static final long[] POWERS = new long[Swar.LANES + 1];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Decimals.power(i);
        }
    }

    private Mantissas() {
    }

    /** The mantissa at the scale, or an error code of {@link Decimals#parse}. */
    static long parse(byte[] text, int from, int to, int scale, int hidden) {
        if (hidden == 0 && to - from >= SHORTEST_QUICK && scale <= Swar.LANES) {
            long quick = quick(text, from, to, scale);
            if (quick >= 0) {
                return quick;
            }
        }
        if (hidden <= scale) {
            return Decimals.parse(text, from, to, scale - hidden);
        }
        long whole = Decimals.parse(text, from, to, 0);
        long power = Decimals.power(hidden - scale);
        if (Decimals.isError(whole)) {
            return whole;
        }
        return whole % power == 0 ? whole / power : Decimals.TOO_PRECISE;
    }

    /**
     * The mantissa of a number without a sign, with one to seven digits before the point and one to eight behind it, of which those beyond
     * the scale are zeros: what nearly all prices are. Negative for any other text, which may be a number too.
     */
    private static long quick(byte[] text, int from, int to, int scale) {
        int point = Swar.firstLane(Swar.equal(Swar.word(text, from), POINTS));
        int decimals = to - from - point - 1;
        int last = to - Swar.LANES;
        if (point == 0 || point == Swar.LANES || decimals < 1 || decimals > Swar.LANES) {
            return -1;
        }
        long whole = Swar.number(Swar.word(text, from), point);
        long fraction = Swar.word(text, last) >>> (Swar.LANES - decimals << 3);
        int kept = Math.min(decimals, scale);
        long beyond = decimals == kept ? 0 : (fraction ^ ALL_ZEROS) >>> (kept << 3) << (Swar.LANES - decimals + kept << 3);
        long part = kept == 0 ? 0 : Swar.number(fraction, kept);
        if ((whole | part) < 0 || beyond != 0) {
            return -1;
        }
        return whole * POWERS[scale] + part * POWERS[scale - kept];
    }

    /** Ten to the power of 0 to 8. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** The digits times a power of ten; negative if it is negative or so large that they might not fit. */
    static long scaled(long digits, int power) {
        return power >= 0 && power <= Swar.LANES && digits < QUICK_LIMIT ? digits * POWERS[power] : -1;
    }

    /** The smallest scale, 0 or more, at which {@link #parse} takes a number that is well-formed. It may exceed 18. */
    static int decimals(byte[] text, int from, int to, int hidden) {
        int written = Decimals.significantDecimals(text, from, to);
        if (written > 0 || hidden == 0) {
            return written + hidden;
        }
        int end = to;
        for (int i = from; i < end; i++) {
            if (text[i] == '.') {
                end = i;
            }
        }
        int zeros = 0;
        while (end - zeros > from && text[end - zeros - 1] == '0') {
            zeros++;
        }
        boolean isZero = end - zeros == from || text[end - zeros - 1] == '-' || text[end - zeros - 1] == '+';
        return isZero ? 0 : Math.max(hidden - zeros, 0);
    }
}
