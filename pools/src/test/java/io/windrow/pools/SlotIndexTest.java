package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotIndexTest {

    private static final int ENTRY_BYTES = 16;

    @Test
    void shouldNeverGrow() {
        for (int capacity = 1; capacity < 3_000; capacity = capacity < 200 ? capacity + 1 : capacity + 97) {
            SlotIndex index = new SlotIndex(capacity);
            int room = index.room();
            for (int slot = 0; slot < capacity; slot++) {
                index.put(slot * 31L, slot);
            }
            assertThat(index.room()).as("room for %s", capacity).isEqualTo(room);
            assertThat(SlotIndex.heapBytes(capacity)).isEqualTo((long) ENTRY_BYTES * room);
            assertThat(room).isBetween(capacity * 18 / 10, Math.max(8, capacity * 37 / 10));
        }
    }

    /** Ten thousand times as many keys as there is room for come and go: those that are there are found, in the room there was. */
    @Test
    void shouldNotWearOut() {
        int capacity = 140;
        SlotIndex index = new SlotIndex(capacity);
        int room = index.room();
        Random random = new Random(5);
        long[] keys = new long[capacity];
        for (int slot = 0; slot < capacity; slot++) {
            keys[slot] = random.nextLong();
            index.put(keys[slot], slot);
        }
        for (int i = 0; i < 10_000 * capacity; i++) {
            int slot = random.nextInt(capacity);
            assertThatSlot(index.remove(keys[slot]), slot);
            keys[slot] = i % 2 == 0 ? random.nextLong() : i;
            assertThatSlot(index.find(keys[slot]), SlotIndex.NONE);
            index.put(keys[slot], slot);
        }
        for (int slot = 0; slot < capacity; slot++) {
            assertThatSlot(index.find(keys[slot]), slot);
        }
        assertThat(index.room()).isEqualTo(room);
    }

    private static void assertThatSlot(int found, int expected) {
        if (found != expected) {
            throw new AssertionError("slot must be found: found=" + found + ", expected=" + expected);
        }
    }
}
