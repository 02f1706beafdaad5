package io.windrow.pipeline.feeds;

/**
 * The generator's instruments: for each a best bid that walks by ticks, faster or slower as its volatility drifts, with the best ask
 * a tick above it. Buyers pay the ask, sellers get the bid, so that prices bounce.
 */
final class GeneratedMarket {

    /** All that one trade touches of an instrument lies together: eight longs, 64 bytes. */
    private static final int STRIDE = 8;
    private static final int BID = 0;
    private static final int LOWEST = 1;
    private static final int HIGHEST = 2;
    private static final int VOLATILITY = 3;
    private static final int SIDE = 4;
    private static final int LAST_ID = 5;
    private static final int TICK = 6;
    private static final int LOT = 7;

    private static final int VOLATILITIES = 32;
    private static final int MOVE_CHANCE = 600;
    private static final int DRIFT_MASK = (1 << 9) - 1;
    private static final int KEEP_SIDE_OF_256 = 176;
    private static final int WITH_SIDE_OF_16 = 9;

    private final long[] books;

    GeneratedMarket(int instruments, SplitMix random) {
        books = new long[instruments * STRIDE];
        for (int i = 0; i < instruments; i++) {
            open(i * STRIDE, random.next());
        }
    }

    private void open(int book, long bits) {
        int kind = (int) (bits & 3);
        long tick = kind == 0 ? 1 : kind == 1 ? 5 : kind == 2 ? 10 : 25;
        // Some thousand ticks: a tick is then one to five hundredths of a percent.
        long bid = 2_000 + (bits >>> 8 & 0x1FFF);
        books[book + BID] = bid;
        books[book + LOWEST] = bid / 4;
        books[book + HIGHEST] = bid * 4;
        books[book + VOLATILITY] = bits >>> 24 & VOLATILITIES - 1;
        books[book + SIDE] = (bits >>> 32 & 1) == 0 ? 1 : -1;
        books[book + TICK] = tick;
        books[book + LOT] = kind == 0 ? 1_000 : kind == 1 ? 100 : 10;
    }

    /** A new order comes to an instrument: more often than not on the same side as the one before. */
    void order(int instrument, long bits) {
        int book = instrument * STRIDE;
        long keep = (bits & 0xFF) - KEEP_SIDE_OF_256 >> Long.SIZE - 1 | 1;
        // -1 to keep, 1 to change.
        books[book + SIDE] *= -keep;
    }

    /** Moves the book by chance and the number by one, before a trade. */
    void move(int instrument, long bits) {
        int book = instrument * STRIDE;
        books[book + LAST_ID]++;
        long volatility = books[book + VOLATILITY];
        if ((bits & 0xFFFF) < (volatility + 2) * MOVE_CHANCE) {
            walk(book, bits >>> 16);
        }
        if ((bits >>> 32 & DRIFT_MASK) == 0) {
            long next = volatility + ((bits >>> 48 & 1) == 0 ? -1 : 1);
            books[book + VOLATILITY] = Math.min(Math.max(next, 0), VOLATILITIES - 1);
        }
    }

    private void walk(int book, long bits) {
        long direction = (bits & 0xF) < WITH_SIDE_OF_16 ? books[book + SIDE] : -books[book + SIDE];
        long ticks = (bits >>> 4 & 0x1F) == 0 ? 2 + (bits >>> 9 & 1) : 1;
        long bid = books[book + BID] + direction * ticks;
        boolean leaves = bid < books[book + LOWEST] || bid > books[book + HIGHEST];
        books[book + BID] = leaves ? books[book + BID] - direction * ticks : bid;
    }

    long price(int instrument) {
        int book = instrument * STRIDE;
        return (books[book + BID] + (books[book + SIDE] + 1 >> 1)) * books[book + TICK];
    }

    long quantity(int instrument, long bits) {
        return books[instrument * STRIDE + LOT] * GeneratorTables.lots(bits);
    }

    /** Number of the trade that {@link #move} came before. */
    long id(int instrument) {
        return books[instrument * STRIDE + LAST_ID];
    }

    int side(int instrument) {
        return (int) books[instrument * STRIDE + SIDE];
    }
}
