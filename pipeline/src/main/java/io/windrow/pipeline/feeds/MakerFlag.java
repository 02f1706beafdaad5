package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.windrow.buffers.Side;

/**
 * Reads {@code true} and {@code false}, in any case, as spot writes {@code True} and futures {@code true}. There is no telling which comes
 * next, so that it is done without a branch that depends on it.
 */
final class MakerFlag {

    private static final int TRUE_BYTES = 4;
    private static final int FALSE_BYTES = 5;
    /** Of the letters of which one begins the word, {@code t} has this bit and {@code f} has not. */
    private static final int TRUE_BIT = 4;
    /** By that bit. */
    private static final long[] WORDS = {
        Swar.lowerCase(Swar.lastWord("...false".getBytes(US_ASCII), Swar.LANES, FALSE_BYTES)),
        Swar.lowerCase(Swar.lastWord("....true".getBytes(US_ASCII), Swar.LANES, TRUE_BYTES)),
    };
    private static final int[] SIDES = {Side.BUY.code(), Side.SELL.code()};

    private MakerFlag() {
    }

    /** Behind the word that stands at an index, of a line from its eighth byte on; -1 if it is neither or there is nothing. */
    static int end(byte[] text, int at, int to) {
        if (at >= to) {
            return -1;
        }
        int isTrue = isTrue(text[at]);
        int length = FALSE_BYTES - isTrue;
        int end = at + length;
        return end <= to && Swar.lowerCase(Swar.lastWord(text, end, length)) == WORDS[isTrue] ? end : -1;
    }

    /** The side that took the initiative, by the first byte of the word: when the buyer's order was resting, it was the seller. */
    static int sideCode(byte first) {
        return SIDES[isTrue(first)];
    }

    private static int isTrue(byte first) {
        return first >>> TRUE_BIT & 1;
    }
}
