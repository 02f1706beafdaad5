package io.windrow.pipeline.feeds;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds ends of lines, eight bytes at a time. */
final class Newlines {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * ONES;

    private Newlines() {
    }

    /** Index of the first newline from {@code from} on, -1 if there is none before {@code to}. */
    static int indexOf(byte[] text, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long difference = (long) WORDS.get(text, at) ^ NEWLINES;
            // A byte of zero, and only the lowest such byte for certain, borrows into its highest bit.
            long zeros = difference - ONES & ~difference & HIGH_BITS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (text[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
