package io.windrow.pipeline.feeds;

/**
 * Reads a column that holds an amount, in the lines of one file: up to eight digits, and a point and one to eight decimals or neither. It
 * looks for the comma first where as many decimals as in the line before would end. What it turns down may be a number too.
 */
final class QuickAmount {

    /** Answer of {@link #read}: it is no such amount with a comma behind it. */
    static final int NONE = -1;

    /** Both sides of the point, the point and the comma. */
    private static final int MOST_BYTES = 2 * Swar.LANES + 2;

    /** There are at most 8 decimals, and 16 digits leave more than these. */
    private static final int DECIMALS_BITS = 4;

    private int places = Swar.LANES;
    private long digits;
    private int decimals;

    /** Reads the column at an index and returns where its comma is, or {@link #NONE}. */
    int read(byte[] text, int at, int to) {
        int comma = skip(text, at, to);
        if (comma != NONE) {
            long head = Swar.word(text, at);
            int length = Swar.firstLane(Swar.noDigits(head));
            if (at + length == comma) {
                digits = Swar.number(head, length);
                decimals = 0;
            } else {
                amount(head, length, Swar.values(Swar.word(text, at + length + 1), places));
            }
        }
        return comma;
    }

    /** Zeros at the end are left out, so that the scale of the instrument holds what is left, or the number is too precise for it. */
    private void amount(long head, int length, long tail) {
        decimals = Swar.significant(tail);
        if (length + decimals <= Swar.LANES && length < Swar.LANES) {
            digits = Swar.worth(Swar.values(head, length) | tail << (length << 3), length + decimals);
        } else {
            digits = Swar.number(head, length) * Mantissas.power(decimals) + Swar.worth(tail, decimals);
        }
    }

    /** Where the comma behind the column is, for what nobody wants to know; {@link #NONE} if {@link #read} would not take it. */
    int skip(byte[] text, int at, int to) {
        if (to - at < MOST_BYTES) {
            return NONE;
        }
        int length = Swar.firstLane(Swar.noDigits(Swar.word(text, at)));
        int stop = at + length;
        if (length == 0 || text[stop] != '.') {
            return length > 0 && text[stop] == ',' ? stop : NONE;
        }
        long tail = Swar.word(text, stop + 1);
        if (text[stop + 1 + places] != ',') {
            places = Math.max(1, Swar.firstLane(Swar.noDigits(tail)));
        }
        int comma = stop + 1 + places;
        return Swar.areDigits(Swar.values(tail, places)) && text[comma] == ',' ? comma : NONE;
    }

    /** The amount as one number, out of which {@link #digits} and {@link #decimals} take its parts. */
    long packed() {
        return digits << DECIMALS_BITS | decimals;
    }

    /** The amount times ten to the power of its decimals. */
    static long digits(long packed) {
        return packed >>> DECIMALS_BITS;
    }

    /** How many decimals it has, zeros at its end left out. */
    static int decimals(long packed) {
        return (int) packed & (1 << DECIMALS_BITS) - 1;
    }
}
