package io.windrow.pools;

/**
 * Where the parts of a pool's block lie: the head of the free list in a cache line of its own, then one cache line a message.
 *
 * <pre>
 *   0                8                                               64
 *   +----------------+-----------------------------------------------+
 *   | free list head | reserved                                      |
 *   +----------------+-------+-------+-------------------------------+
 *   | state of slot 0        | next  | -     | body, 48 bytes        |   64
 *   +------------------------+-------+-------+-----------------------+
 *   | state of slot 1 ...                                            |   128
 * </pre>
 *
 * <p>State: the slot's number, its generation, and bit 0 while it is out: while out, the handle of the acquisition. Head: in the low
 * half the first free slot plus one, 0 where there is none; in the high half a count of changes, so that a head that came back to
 * the same slot is not taken for unchanged.
 */
final class MessageLayout {

    static final int HEAD_OFFSET = 0;
    static final int SLOTS_START = 64;
    static final int SLOT_BYTES = 64;
    static final int STATE_OFFSET = 0;
    static final int NEXT_OFFSET = 8;
    static final int BODY_OFFSET = 16;

    private MessageLayout() {
    }

    static int slotOffset(int slot) {
        return SLOTS_START + slot * SLOT_BYTES;
    }

    static long blockBytes(int capacity) {
        return SLOTS_START + (long) capacity * SLOT_BYTES;
    }
}
