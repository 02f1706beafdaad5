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

    /** Reads the column at an index and returns where its comma is, or {@link #NONE}. */
    int read(byte[] text, int at, int to) {
        if (to - at <= MOST_DIGITS) {
            return NONE;
        }
        if (text[at + length] != ',') {
            length = length(text, at);
        }
        value = length <= Swar.LANES ? Swar.number(Swar.word(text, at), length) : Swar.longNumber(text, at, at + length);
        return value < 0 ? NONE : at + length;
    }

    /** Where the comma is counts here, and not what stands before it; 16 if there is none, and then one of these is no digit. */
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
