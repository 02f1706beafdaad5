package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.memory.OffHeapMemory;
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
 *   3          CRC-32C of the states where they were written out, else 0
 *   4 … 7      0
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
    void requireFits(CandleWindow window) {
        if (window.isClosed()) {
            throw closed(window);
        }
        for (IndicatorSpec spec : specs) {
            if (spec.longestPeriod() > window.capacity()) {
                throw new IllegalArgumentException("period must be at most the window's capacity: indicator=" + spec + ", period="
                    + spec.longestPeriod() + ", capacity=" + window.capacity());
            }
        }
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
