package io.windrow.pools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which blocks of a {@link ConcurrentPool}'s slots may have free ones: a word for each. A release sets it. A search that found nothing
 * stamps it, looks again, and declares the block empty if the stamp is still there: then nothing was released since it was stamped. No
 * stamp is used twice in 2<sup>30</sup>.
 */
final class FreeBlocks {

    /** Slots of a block, as a shift. */
    static final int SHIFT = 6;
    /** What a release leaves in its block's word. */
    static final int MAY_HAVE_FREE = 1;

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(int[].class);
    /** In the lowest two bits of a word, beside a stamp: is being searched; was found empty. */
    private static final int SEARCHED = 2;
    private static final int EMPTY = 3;
    private static final long SOME = Long.MIN_VALUE;

    final int[] words;
    private final AtomicInteger stamps = new AtomicInteger();
    /** Blocks that are not empty, or more: counted up before a block ceases to be empty, and down after it has become so. */
    private final AtomicInteger notEmpty = new AtomicInteger();

    FreeBlocks(int slots) {
        words = new int[slots + (1 << SHIFT) - 1 >>> SHIFT];
        Arrays.fill(words, EMPTY);
    }

    static int word(int[] words, int block) {
        return (int) WORD.getVolatile(words, block);
    }

    static boolean isEmpty(int word) {
        return (word & EMPTY) == EMPTY;
    }

    /** A slot of the block was released whose word is another than {@link #MAY_HAVE_FREE}. */
    void released(int block) {
        notEmpty.incrementAndGet();
        if (!isEmpty((int) WORD.getAndSet(words, block, MAY_HAVE_FREE))) {
            notEmpty.decrementAndGet();
        }
    }

    /** Stamps a block in which something may be free. Returns its word, or 0 if it has changed. */
    int stamp(int block) {
        int stamped = stamps.getAndIncrement() << 2 | SEARCHED;
        return WORD.compareAndSet(words, block, MAY_HAVE_FREE, stamped) ? stamped : 0;
    }

    /** Nothing is free in the block, by a search that has begun after its word was this. */
    void foundNone(int block, int stamped) {
        if (WORD.compareAndSet(words, block, stamped, stamped | EMPTY)) {
            notEmpty.decrementAndGet();
        }
    }

    /** Whether all blocks are empty at this moment, as far as that can be told by one look. */
    boolean seemEmpty() {
        return notEmpty.get() == 0;
    }

    /** Whether there was a moment at which all blocks were empty: all have the same words when they are looked at again. */
    boolean wereEmpty() {
        long sum = sumIfEmpty();
        return sum != SOME && sumIfEmpty() == sum;
    }

    private long sumIfEmpty() {
        long sum = 0;
        for (int block = 0; block < words.length; block++) {
            int word = word(words, block);
            if (!isEmpty(word)) {
                return SOME;
            }
            sum += word;
        }
        return sum;
    }
}
