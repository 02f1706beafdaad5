package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;

/** How a text lies in a {@link TextField}: eight characters to a {@code long}, the first in the lowest bits, zeros behind the last. */
final class AsciiText {

    private static final int SHIFT = 3;
    private static final int REST = Long.BYTES - 1;
    private static final int LAST_CHARACTER = 127;

    private AsciiText() {
    }

    static int longs(int characters) {
        return characters + REST >>> SHIFT;
    }

    static void checkLength(FieldPlace field, int length) {
        if (length > field.bytes()) {
            throw new IllegalArgumentException(
                "text must have at most " + field.bytes() + " characters: field=" + field.name() + ", length=" + length);
        }
    }

    static void checkCharacter(FieldPlace field, int index, int character) {
        if (character < 1 || character > LAST_CHARACTER) {
            throw new IllegalArgumentException("text must be of ASCII characters 1 to 127: field=" + field.name() + ", index=" + index
                + ", character=" + character);
        }
    }

    static void clear(MemoryBlock block, int firstLong, int longs) {
        for (int i = 0; i < longs; i++) {
            block.putLongAt(firstLong + i, 0);
        }
    }

    /** Puts a character where there is a zero. */
    static void add(MemoryBlock block, int firstLong, int index, int character) {
        int at = firstLong + (index >>> SHIFT);
        block.putLongAt(at, block.getLongAt(at) | (long) character << shift(index));
    }

    static char character(MemoryBlock block, int firstLong, int index) {
        return (char) (block.getLongAt(firstLong + (index >>> SHIFT)) >>> shift(index) & 0xff);
    }

    /** Up to the last byte that is not 0. */
    static int length(MemoryBlock block, int firstLong, int longs) {
        for (int i = longs - 1; i >= 0; i--) {
            long word = block.getLongAt(firstLong + i);
            if (word != 0) {
                return (i + 1 << SHIFT) - (Long.numberOfLeadingZeros(word) >>> SHIFT);
            }
        }
        return 0;
    }

    /** Where in its long a character lies. */
    private static int shift(int index) {
        return (index & REST) << SHIFT;
    }
}
