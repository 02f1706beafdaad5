package io.windrow.pipeline.feeds;

/**
 * Reads a column that holds a whole number, in the lines of one file: it looks for the comma first where the line before had it. What it
 * turns down may be a number too.
 */
final class QuickInteger {

    /** Answer of {@link #read}: it is none of at most 16 digits with a comma behind it. */
    static final int NONE = -1;

    private static final int MOST_DIGITS = 2 * Swar.LANES;

    private int length = 1;
    private long value;
    private long lastHead;
    /** What {@link #lastHead} is worth, negative if it is not digits alone. */
    private long first = NONE;

    /** Reads the column at an index and returns where its comma is, or {@link #NONE}. */
    int read(byte[] text, int at, int to) {
        if (to - at <= MOST_DIGITS) {
            return NONE;
        }
        if (text[at + length] != ',') {
            length = length(text, at);
            if (text[at + length] != ',') {
                return NONE;
            }
        }
        value = length <= Swar.LANES ? Swar.number(Swar.word(text, at), length) : longNumber(text, at, length - Swar.LANES);
        return value < 0 ? NONE : at + length;
    }

    /** The first eight digits of times and ids are mostly those of the line before. */
    private long longNumber(byte[] text, int at, int rest) {
        long head = Swar.word(text, at);
        if (head != lastHead) {
            lastHead = head;
            first = Swar.number(head, Swar.LANES);
        }
        long last = Swar.number(Swar.lastWord(text, at + Swar.LANES + rest, rest), rest);
        return (first | last) < 0 ? NONE : first * Mantissas.power(rest) + last;
    }

    /** How many bytes there are before the comma, whatever they are; 16 if there are more. */
    private static int length(byte[] text, int at) {
        int digits = 1;
        while (digits < MOST_DIGITS && text[at + digits] != ',') {
            digits++;
        }
        return digits;
    }

    long value() {
        return value;
    }

    int length() {
        return length;
    }
}
