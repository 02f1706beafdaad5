package io.windrow.pipeline.feeds;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes of text at once: each is a lane of a {@code long}, the first byte lowest. */
final class Swar {

    static final int LANES = Long.BYTES;
    /** Ten to the power of the lanes. */
    static final long WORD_POWER = 100_000_000L;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = ~HIGHS;
    private static final long ZEROS = ONES * '0';
    /** Added to a value of up to nine it stays below the lane's highest bit. */
    private static final long NINE_TO_HIGH = ONES * (0x7F - 9);
    private static final long PAIR_LANES = 0x0000_00FF_0000_00FFL;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private Swar() {
    }

    /** Eight bytes from an index on; the caller sees to it that they are there. */
    static long word(byte[] text, int at) {
        return (long) WORDS.get(text, at);
    }

    /** The bytes before an index, one to eight of them, with zeros behind; there must be eight before it. */
    static long lastWord(byte[] text, int to, int bytes) {
        return word(text, to - LANES) >>> (LANES - bytes << 3);
    }

    /** The word with letters in lower case; zeros become spaces, and some other signs other ones. */
    static long lowerCase(long word) {
        return word | ONES * ' ';
    }

    /** Whether the text between two indexes begins with a prefix. */
    static boolean begins(byte[] text, int from, int to, byte[] prefix) {
        int length = prefix.length;
        if (to - from < length) {
            return false;
        }
        if (length < LANES) {
            int i = 0;
            while (i < length && text[from + i] == prefix[i]) {
                i++;
            }
            return i == length;
        }
        for (int i = 0; i < length - LANES; i += LANES) {
            if (word(text, from + i) != word(prefix, i)) {
                return false;
            }
        }
        // The last words overlap the ones before.
        return word(text, from + length - LANES) == word(prefix, length - LANES);
    }

    /** Where a run of bytes that are nothing but a JSON string's text ends, or where less than a word is left of the text. */
    static int plainEnd(byte[] text, int from, int to) {
        int i = from;
        while (i <= to - LANES) {
            long stops = stringStops(word(text, i));
            if (stops != 0) {
                return i + firstLane(stops);
            }
            i += LANES;
        }
        return i;
    }

    /** A word with the byte in each lane. */
    static long lanes(char b) {
        return ONES * b;
    }

    /**
     * Not zero if one of the lanes ends a plain run within a JSON string: a quote, a backslash or a control character. The lowest bit set
     * is in the first such lane; bits above it may be set where there is nothing.
     */
    static long stringStops(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        long controls = word - ONES * ' ';
        return (quotes - ONES & ~quotes | backslashes - ONES & ~backslashes | controls & ~word) & HIGHS;
    }

    /** As {@link #stringStops} for lanes that equal those of the pattern. */
    static long equal(long word, long pattern) {
        long difference = word ^ pattern;
        return difference - ONES & ~difference & HIGHS;
    }

    /** Bits exactly in the lanes that equal those of the pattern, and in no other. */
    static long exactlyEqual(long word, long pattern) {
        long difference = word ^ pattern;
        return ~((difference & LOWS) + LOWS | difference | LOWS);
    }

    /** Bits exactly in the lanes that are no digits. */
    static long noDigits(long word) {
        long values = word ^ ZEROS;
        return ((values & LOWS) + NINE_TO_HIGH | values) & HIGHS;
    }

    /** Not zero if one of the lanes is less than a character of ASCII. */
    static long less(long word, char limit) {
        return word - ONES * limit & ~word & HIGHS;
    }

    /** The number that the first digits of a word are, 1 to 8 of them; negative if one of them is no digit. */
    static long number(long word, int digits) {
        // What is not wanted is shifted out, and digits that are worth nothing come in before the first.
        long values = (word ^ ZEROS) << (LANES - digits << 3);
        return areDigits(values) ? worth(values) : -1;
    }

    /** As {@link #number} for nine to sixteen digits: the last eight, and those before them. */
    static long longNumber(byte[] text, int from, int to) {
        long first = number(word(text, from), to - from - LANES);
        long last = number(word(text, to - LANES), LANES);
        return (first | last) < 0 ? -1 : first * WORD_POWER + last;
    }

    /** What the first digits of a word are worth, each in its lane, 1 to 8 of them; more than nine where one is no digit. */
    static long values(long word, int digits) {
        int beyond = LANES - digits << 3;
        return (word ^ ZEROS) << beyond >>> beyond;
    }

    /** Whether all lanes hold values of up to nine. */
    static boolean areDigits(long values) {
        return (((values & LOWS) + NINE_TO_HIGH | values) & HIGHS) == 0;
    }

    /** How many lanes there are up to the last that is not zero. */
    static int significant(long values) {
        return Long.SIZE + LANES - 1 - Long.numberOfLeadingZeros(values) >>> 3;
    }

    /** The number that the first digits are, 0 to 8 of them; of others there are none but zeros. */
    static long worth(long values, int digits) {
        // In two steps, because no shift is as far as a whole word.
        int half = LANES - digits << 2;
        return worth(values << half << half);
    }

    private static long worth(long values) {
        long pairs = values * 10 + (values >>> 8);
        return (pairs & PAIR_LANES) * 0x000F_4240_0000_0064L + (pairs >>> 16 & PAIR_LANES) * 0x0000_2710_0000_0001L >>> 32;
    }

    /** The number of the lane that holds the lowest bit. */
    static int firstLane(long stops) {
        return Long.numberOfTrailingZeros(stops) >>> 3;
    }
}
