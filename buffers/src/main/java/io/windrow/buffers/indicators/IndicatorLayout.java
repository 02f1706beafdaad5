package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Where the states of a set lie. In {@code long}s from the start of the set:
 *
 * <pre>
 *   0          version in the upper half, CRC-32C of the texts of the indicators in the lower
 *   1          how many longs: header and states
 *   2          when the last candle taken in opened, nanoseconds since the epoch; the least long if there was none
 *   3          CRC-32C of all the others where they were written out, else 0
 *   4          candles taken in
 *   5 … 7      0
 *   8 …        the states, in the order of the indicators
 *   behind     room for the largest of them, to peek in; not written out
 * </pre>
 */
final class IndicatorLayout {

    static final int VERSION = 1;
    static final int HEAD = 0;
    static final int LENGTH = 1;
    static final int LAST_OPEN_TIME = 2;
    static final int CHECKSUM = 3;
    static final int SAMPLES = 4;
    static final int HEADER_LONGS = 8;

    final IndicatorSpec[] specs;
    final int[] at;
    /** Header and states. */
    final int longs;
    final int scratchLongs;
    final int fingerprint;

    IndicatorLayout(IndicatorSpec... specs) {
        if (specs.length == 0) {
            throw new IllegalArgumentException("a set must have indicators: indicators=0");
        }
        this.specs = specs.clone();
        at = new int[specs.length];
        CRC32C texts = new CRC32C();
        Set<IndicatorSpec> seen = new HashSet<>();
        int next = HEADER_LONGS;
        int largest = 0;
        for (int i = 0; i < specs.length; i++) {
            if (!seen.add(specs[i])) {
                throw new IllegalArgumentException("the indicators of a set must differ: indicator=" + specs[i]);
            }
            at[i] = next;
            next = Math.addExact(next, specs[i].stateLongs());
            largest = Math.max(largest, specs[i].stateLongs());
            texts.update((specs[i].text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        longs = next;
        scratchLongs = largest;
        fingerprint = (int) texts.getValue();
        if (bytes() > OffHeapMemory.MAX_BLOCK_BYTES) {
            throw new IllegalArgumentException("a set must take at most " + OffHeapMemory.MAX_BLOCK_BYTES + " bytes: bytes=" + bytes());
        }
    }

    long bytes() {
        return ((long) longs + scratchLongs) * Long.BYTES;
    }

    long head() {
        return (long) VERSION << Integer.SIZE | fingerprint & 0xFFFF_FFFFL;
    }

    /** A period that is longer than the window could never be filled from it. */
    IndicatorLayout requireFits(CandleWindow window) {
        if (window.isClosed()) {
            throw closed(window);
        }
        for (IndicatorSpec spec : specs) {
            if (spec.longestPeriod() > window.capacity()) {
                throw new IllegalArgumentException("period must be at most the window's capacity: indicator=" + spec + ", period="
                    + spec.longestPeriod() + ", capacity=" + window.capacity());
            }
        }
        return this;
    }

    /** Writes header and states as little-endian {@code long}s. */
    void write(MemoryBlock block, int base, ByteBuffer out) {
        int start = out.position();
        int end = longs * Long.BYTES;
        if (out.remaining() < end) {
            throw new IllegalArgumentException("buffer must have room for the indicator state: room=" + out.remaining() + ", bytes=" + end);
        }
        for (int i = 0; i < longs; i++) {
            out.putLong(littleEndian(out, block.getLongAt(base + i)));
        }
        out.putLong(start + CHECKSUM * Long.BYTES, littleEndian(out, checksum(out, start)));
    }

    /** Checks all that was written, then reads it; the room for the checksum stays 0. */
    void read(MemoryBlock block, int base, ByteBuffer in) {
        int start = in.position();
        requireSame(in, start);
        for (int i = 0; i < longs; i++) {
            block.putLongAt(base + i, at(in, start, i));
        }
        block.putLongAt(base + CHECKSUM, 0);
        in.position(start + longs * Long.BYTES);
    }

    private void requireSame(ByteBuffer in, int start) {
        require(in.remaining() >= HEADER_LONGS * Long.BYTES, "have a header of 64 bytes: bytes=", in.remaining());
        long head = at(in, start, HEAD);
        require(head >> Integer.SIZE == VERSION, "be of version " + VERSION + ": version=", head >> Integer.SIZE);
        require(head == head(), "be of the indicators " + this + " with the fingerprint " + fingerprint + ": fingerprint=", (int) head);
        long length = at(in, start, LENGTH);
        require(length == longs, "have " + longs + " longs: longs=", length);
        require(in.remaining() >= longs * Long.BYTES, "be whole, " + longs * Long.BYTES + " bytes: bytes=", in.remaining());
        long checksum = at(in, start, CHECKSUM);
        long actual = checksum(in, start);
        require(checksum == actual, "have the checksum " + actual + ": checksum=", checksum);
    }

    private static void require(boolean isMet, String rule, long value) {
        if (!isMet) {
            throw new IllegalArgumentException("indicator state must " + rule + value);
        }
    }

    /** Of all {@code long}s as they were written, but the checksum itself. */
    private long checksum(ByteBuffer written, int start) {
        int at = start + CHECKSUM * Long.BYTES;
        CRC32C sum = new CRC32C();
        sum.update(written.duplicate().limit(at).position(start));
        sum.update(written.duplicate().limit(start + longs * Long.BYTES).position(at + Long.BYTES));
        return sum.getValue();
    }

    private static long at(ByteBuffer in, int start, int index) {
        return littleEndian(in, in.getLong(start + index * Long.BYTES));
    }

    private static long littleEndian(ByteBuffer buffer, long value) {
        return buffer.order() == ByteOrder.LITTLE_ENDIAN ? value : Long.reverseBytes(value);
    }

    @Override
    public String toString() {
        StringBuilder texts = new StringBuilder();
        for (IndicatorSpec spec : specs) {
            texts.append(texts.length() == 0 ? "" : ",").append(spec);
        }
        return texts.toString();
    }

    static IllegalStateException closed(CandleWindow window) {
        return new IllegalStateException("the window of the indicators is closed: instrument=" + window.instrument().symbol()
            + ", candles=" + window.spec());
    }
}
