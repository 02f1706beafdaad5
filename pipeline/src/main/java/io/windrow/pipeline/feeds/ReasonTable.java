package io.windrow.pipeline.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names found in the data, as reasons that begin with the same words. Each is made once; after {@link #CAPACITY} of them, and for names
 * that are no plain words, the answer is "other", so that hostile input cannot fill the heap.
 */
final class ReasonTable {

    static final int CAPACITY = 32;

    private static final int MAX_NAME_BYTES = 40;

    private final String prefix;
    private final String other;
    private final byte[][] names = new byte[CAPACITY][];
    private final String[] reasons = new String[CAPACITY];
    private int size;

    ReasonTable(String prefix) {
        this.prefix = prefix;
        this.other = prefix + "other";
    }

    String reason(byte[] text, int from, int to) {
        for (int i = 0; i < size; i++) {
            byte[] name = names[i];
            if (name.length == to - from && Arrays.equals(name, 0, name.length, text, from, to)) {
                return reasons[i];
            }
        }
        return size < CAPACITY && isPlain(text, from, to) ? add(text, from, to) : other;
    }

    private String add(byte[] text, int from, int to) {
        names[size] = Arrays.copyOfRange(text, from, to);
        reasons[size] = prefix + new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        return reasons[size++];
    }

    private static boolean isPlain(byte[] text, int from, int to) {
        boolean plain = to > from && to - from <= MAX_NAME_BYTES;
        for (int i = from; plain && i < to; i++) {
            int b = text[i] | 0x20;
            boolean letterOrDigit = b >= 'a' && b <= 'z' || text[i] >= '0' && text[i] <= '9';
            plain = letterOrDigit || text[i] == '_' || text[i] == '@' || text[i] == '!' || text[i] == '.' || text[i] == '-';
        }
        return plain;
    }
}
