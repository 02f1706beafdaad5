package io.windrow.metrics;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the kernel told this process at its start: {@code /proc/self/auxv}, pairs of native 64-bit words (tag, value) that end
 * with tag 0; see getauxval(3). The figures hold for every process of the machine that runs on the same kernel.
 */
final class AuxiliaryVector {

    static final int PAGE_BYTES = 6;
    static final int CLOCK_TICKS_PER_SECOND = 17;

    private static final int PAIR_BYTES = 16;
    private static final int CAPACITY_BYTES = 1024;

    private AuxiliaryVector() {
    }

    /** The value of the tag, or {@code otherwise} where the file cannot be read or lacks the tag. */
    static long value(int tag, long otherwise) {
        try (ProcFile file = new ProcFile(ProcFile.ownFolder(), "auxv", CAPACITY_BYTES)) {
            file.read();
            return find(ByteBuffer.wrap(file.bytes(), 0, file.length()).order(ByteOrder.nativeOrder()), tag, otherwise);
        } catch (UncheckedIOException e) {
            return otherwise;
        }
    }

    private static long find(ByteBuffer pairs, int tag, long otherwise) {
        while (pairs.remaining() >= PAIR_BYTES) {
            long found = pairs.getLong();
            long value = pairs.getLong();
            if (found == tag) {
                return value;
            }
        }
        return otherwise;
    }
}
