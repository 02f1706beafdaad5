package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/**
 * Reads numbers that may be written times a power of ten ({@code 1674100} for 167.41, four hidden decimals) at the scale of an
 * instrument, exactly. With no hidden decimals it is {@link Decimals} alone.
 */
final class Mantissas {

    private Mantissas() {
    }

    /** The mantissa at the scale, or an error code of {@link Decimals#parse}. */
    static long parse(byte[] text, int from, int to, int scale, int hidden) {
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
