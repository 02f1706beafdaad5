package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.windrow.buffers.Side;

/**
 * Reads {@code true} and {@code false}, in any case, as spot writes {@code True} and futures {@code true}. There is no telling which comes
 * next, so that it is done without a branch that depends on it.
 */
final class MakerFlag {

    /** Answer of {@link #read}: it is neither. */
    static final int NONE = -1;

    private static final int FALSE_BYTES = 5;
    /** By 1 for true and 0 for false. */
    private static final long[] WORDS = {
        Swar.lowerCase(Swar.lastWord("...false".getBytes(US_ASCII), Swar.LANES, FALSE_BYTES)),
        Swar.lowerCase(Swar.lastWord("....true".getBytes(US_ASCII), Swar.LANES, FALSE_BYTES - 1)),
    };
    private static final int[] SIDES = {Side.BUY.code(), Side.SELL.code()};
    /** Behind the flag of spot: whether the price was the best, which it is but for trades of old. */
    private static final long BEST_MATCH = Swar.lowerCase(Swar.lastWord("...,true".getBytes(US_ASCII), Swar.LANES, FALSE_BYTES));

    private MakerFlag() {
    }

    /** 1 for true, 0 for false or {@link #NONE}; there must be eight bytes before the end. */
    static int read(byte[] text, int from, int to) {
        // The length says which it must be, and the word is where the end is in either case.
        int isTrue = FALSE_BYTES - (to - from);
        if ((isTrue & ~1) != 0) {
            return NONE;
        }
        return Swar.lowerCase(Swar.lastWord(text, to, FALSE_BYTES - isTrue)) == WORDS[isTrue] ? isTrue : NONE;
    }

    /** As {@link #read} for the rest of a line, which has the flag alone, or a comma and {@code true} behind it. */
    static int readRest(byte[] text, int from, int to) {
        if (to - from <= FALSE_BYTES) {
            return read(text, from, to);
        }
        // Another byte than the comma has the same lower case.
        boolean isUsual = text[to - FALSE_BYTES] == ',' && Swar.lowerCase(Swar.lastWord(text, to, FALSE_BYTES)) == BEST_MATCH;
        return isUsual ? read(text, from, to - FALSE_BYTES) : NONE;
    }

    /** The side that took the initiative: when the buyer's order was resting, it was the seller. */
    static int sideCode(int isMaker) {
        return SIDES[isMaker];
    }
}
