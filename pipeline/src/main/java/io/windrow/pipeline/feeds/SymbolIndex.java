package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.nio.charset.StandardCharsets;

/**
 * Finds the instruments of a registry by the bytes of their symbols, several times as fast as the registry itself: symbols of up to 16
 * characters are compared as two words. All others, and those that were registered later, the registry finds.
 */
final class SymbolIndex {

    private static final int MAX_BYTES = 2 * Swar.LANES;
    private static final long EMPTY = -1;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final InstrumentRegistry registry;
    /** By turns for each slot the two words, and the length above the id; {@link #EMPTY} there is an empty slot. */
    private final long[] slots;
    private final int shift;

    SymbolIndex(InstrumentRegistry registry) {
        this.registry = registry;
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, registry.size()));
        shift = Long.SIZE - bits;
        slots = new long[3 << bits];
        for (int i = 2; i < slots.length; i += 3) {
            slots[i] = EMPTY;
        }
        for (int id = 0; id < registry.size(); id++) {
            add(registry.get(id).symbol().getBytes(StandardCharsets.ISO_8859_1), id);
        }
    }

    /** The id, or {@link InstrumentRegistry#UNKNOWN}. */
    int idOf(byte[] text, int from, int to) {
        int length = to - from;
        if (length <= 0 || length > MAX_BYTES || to < Swar.LANES) {
            return registry.idOf(text, from, to);
        }
        long last = last(text, to, length);
        long first = length > Swar.LANES ? Swar.word(text, from) : 0;
        for (int slot = slot(first, last); slots[slot + 2] != EMPTY; slot = next(slot)) {
            if (slots[slot] == first && slots[slot + 1] == last && slots[slot + 2] >> Integer.SIZE == length) {
                return (int) slots[slot + 2];
            }
        }
        return registry.idOf(text, from, to);
    }

    /** The last eight bytes, or as many as there are, with zeros before them. */
    private static long last(byte[] text, int to, int length) {
        long word = Swar.word(text, to - Swar.LANES);
        return length >= Swar.LANES ? word : word >>> (Swar.LANES - length << 3);
    }

    private void add(byte[] symbol, int id) {
        int length = symbol.length;
        if (length > MAX_BYTES) {
            return;
        }
        byte[] padded = new byte[MAX_BYTES];
        System.arraycopy(symbol, 0, padded, MAX_BYTES - length, length);
        long last = last(padded, MAX_BYTES, length);
        long first = length > Swar.LANES ? Swar.word(padded, MAX_BYTES - length) : 0;
        int slot = slot(first, last);
        while (slots[slot + 2] != EMPTY) {
            slot = next(slot);
        }
        slots[slot] = first;
        slots[slot + 1] = last;
        slots[slot + 2] = (long) length << Integer.SIZE | id;
    }

    private int slot(long first, long last) {
        return 3 * (int) ((first * FACTOR + last) * FACTOR >>> shift);
    }

    private int next(int slot) {
        return slot + 3 == slots.length ? 0 : slot + 3;
    }
}
