package io.windrow.buffers;

import java.util.Random;

/** A long walk of candles, forth and back without an end. */
final class WalkOfCandles {

    static final int DECIMALS = 2;
    static final int COUNT = 1 << 15;

    private static final int SEED = 42;
    private static final int START = 6_000_000;
    private static final int STEP = 5_000;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long[] OPENS = new long[COUNT];
    private static final long[] HIGHS = new long[COUNT];
    private static final long[] LOWS = new long[COUNT];
    private static final long[] CLOSES = new long[COUNT];

    static {
        Random random = new Random(SEED);
        long price = START;
        for (int i = 0; i < COUNT; i++) {
            OPENS[i] = price;
            // Drawn back to where it began, so that it stays positive.
            price += random.nextInt(2 * STEP + 1) - STEP + (START - price) / STEP;
            CLOSES[i] = price;
            HIGHS[i] = Math.max(OPENS[i], price) + random.nextInt(STEP);
            LOWS[i] = Math.min(OPENS[i], price) - random.nextInt(STEP);
        }
    }

    private WalkOfCandles() {
    }

    static void append(CandleWindow window, long number) {
        int at = at(number);
        window.append(number * MINUTE_NANOS, OPENS[at], HIGHS[at], LOWS[at], CLOSES[at], 1);
    }

    static long open(long number) {
        return OPENS[at(number)];
    }

    static long high(long number) {
        return HIGHS[at(number)];
    }

    static long low(long number) {
        return LOWS[at(number)];
    }

    static long close(long number) {
        return CLOSES[at(number)];
    }

    private static int at(long number) {
        int place = (int) (number & 2 * COUNT - 1);
        return place < COUNT ? place : 2 * COUNT - 1 - place;
    }
}
