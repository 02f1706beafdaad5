package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;

/**
 * Remembers which of the newest trade numbers were seen, one bit each: the sliding bitmap of RFC 6479, made against replayed packets.
 * For numbers that mostly grow; a leap forward forgets what it leaps over. One thread.
 */
final class TradeIdWindow implements AutoCloseable {

    /** The owner of the bits, as the ledger shows it. */
    static final String TAG = "trade-ids";

    private static final int WORD_SHIFT = 6;

    private final MemoryBlock words;
    private final int wordCount;
    private final long remembered;
    private long highest;
    private boolean empty = true;

    TradeIdWindow(OffHeapMemory memory, int remembered) {
        this.remembered = remembered;
        words = memory.allocate(TAG, bytes(remembered));
        wordCount = (int) (bytes(remembered) / Long.BYTES);
    }

    /** One word more than the bits need, so that a word can be cleared before any of its numbers is taken. */
    static long bytes(int remembered) {
        return remembered / Byte.SIZE + Long.BYTES;
    }

    /** {@link IngestResult#ACCEPTED} for a number that was not seen. */
    IngestResult check(long id) {
        if (empty || id > highest) {
            return IngestResult.ACCEPTED;
        }
        // Read in any case, as that tells whether all is closed.
        long word = words.getLongAt(wordOf(id));
        long age = highest - id;
        if (age < 0 || age >= remembered) {
            return IngestResult.STALE_ID;
        }
        return (word & 1L << id) == 0 ? IngestResult.ACCEPTED : IngestResult.DUPLICATE;
    }

    /** Remembers a number that {@link #check} accepted. */
    void add(long id) {
        if (empty || id > highest) {
            advance(id);
        }
        int word = wordOf(id);
        words.putLongAt(word, words.getLongAt(word) | 1L << id);
    }

    private void advance(long id) {
        long from = highest >> WORD_SHIFT;
        long to = id >> WORD_SHIFT;
        long fresh = empty || to - from >= wordCount ? wordCount : to - from;
        for (long word = to - fresh + 1; word <= to; word++) {
            words.putLongAt((int) Math.floorMod(word, (long) wordCount), 0);
        }
        highest = id;
        empty = false;
    }

    private int wordOf(long id) {
        return (int) Math.floorMod(id >> WORD_SHIFT, (long) wordCount);
    }

    @Override
    public void close() {
        words.close();
    }
}
