package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/**
 * Reads a column that holds an amount, in the lines of one file: up to eight digits, and a point and one to eight decimals or neither. It
 * looks for the comma first where as many decimals as in the line before would end. What it turns down may be a number too.
 */
final class QuickAmount {

    /** Answer of {@link #read}: it is no such amount with a comma behind it. */
    static final int NONE = -1;

    /** Both sides of the point, the point and the comma. */
    private static final int MOST_BYTES = 2 * Swar.LANES + 2;

    private static final long[] POWERS = new long[Swar.LANES + 1];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Decimals.power(i);
        }
    }

    private int places = Swar.LANES;
    private long digits;
    private int decimals;

    /** Reads the column at an index and returns where its comma is, or {@link #NONE}. */
    int read(byte[] text, int at, int to) {
        if (to - at < MOST_BYTES) {
            return NONE;
        }
        long head = Swar.word(text, at);
        int length = Swar.firstLane(Swar.noDigits(head));
        int stop = at + length;
        if (length == 0 || text[stop] != '.') {
            return length > 0 && text[stop] == ',' ? whole(head, length, stop) : NONE;
        }
        long tail = Swar.word(text, stop + 1);
        if (text[stop + 1 + places] != ',') {
            places = Math.max(1, Swar.firstLane(Swar.noDigits(tail)));
        }
        return fraction(Swar.number(head, length), tail) && text[stop + 1 + places] == ',' ? stop + 1 + places : NONE;
    }

    private int whole(long head, int length, int stop) {
        digits = Swar.number(head, length);
        decimals = 0;
        return stop;
    }

    /** Zeros at the end are left out, so that the scale of the instrument holds what is left, or the number is too precise for it. */
    private boolean fraction(long whole, long tail) {
        long values = Swar.values(tail, places);
        decimals = Swar.significant(values);
        digits = whole * POWERS[decimals] + Swar.worth(values, decimals);
        return Swar.areDigits(values);
    }

    /** The amount times ten to the power of {@link #decimals()}. */
    long digits() {
        return digits;
    }

    /** How many decimals it has, zeros at its end left out. */
    int decimals() {
        return decimals;
    }
}
