package io.windrow.buffers.memory;

import java.util.TreeMap;

/** What the open blocks of all memories of this process take, by owner. */
final class ProcessLedger {

    private static final TreeMap<String, long[]> BLOCKS_AND_BYTES = new TreeMap<>();

    private ProcessLedger() {
    }

    static synchronized void book(String tag, int blocks, long bytes) {
        long[] sums = BLOCKS_AND_BYTES.get(tag);
        if (sums == null) {
            sums = new long[2];
            BLOCKS_AND_BYTES.put(tag, sums);
        }
        sums[0] += blocks;
        sums[1] += bytes;
        if (sums[0] == 0) {
            BLOCKS_AND_BYTES.remove(tag);
        }
    }

    static synchronized void forEach(OwnerVisitor visitor) {
        BLOCKS_AND_BYTES.forEach((tag, sums) -> visitor.onOwner(tag, (int) sums[0], sums[1]));
    }
}
