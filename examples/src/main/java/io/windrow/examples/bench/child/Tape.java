package io.windrow.examples.bench.child;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.pipeline.feeds.TradeGenerator;
import io.windrow.pipeline.feeds.TradeListener;

/**
 * Decoded trades in arrays, played round after round as one stream without end: each round goes on where the time of the one before has
 * ended. Seeded, so every tape is the same. Times
 * are whole milliseconds, as exchanges send them. Playing allocates nothing.
 */
final class Tape {

    static final Timeframe[] TIMEFRAMES = {Timeframe.seconds(1), Timeframe.minutes(1), Timeframe.minutes(5)};

    private static final int INSTRUMENTS = 20;
    /** A power of two, and small enough to stay in the cache of a core. */
    private static final int LENGTH = 1 << 15;
    private static final long MILLI_NANOS = 1_000_000;
    private static final long SEED = 20_260_105;

    private final TradeGenerator generator =
        TradeGenerator.builder().trades(LENGTH).instruments(INSTRUMENTS).seed(SEED).build();
    private final int[] instruments = new int[LENGTH];
    private final long[] times = new long[LENGTH];
    private final long[] prices = new long[LENGTH];
    private final long[] quantities = new long[LENGTH];
    private final int[] sides = new int[LENGTH];
    private final long roundNanos;
    private int recorded;

    Tape() {
        generator.replay(this::record);
        long coarsest = TIMEFRAMES[TIMEFRAMES.length - 1].stepNanos();
        roundNanos = (times[LENGTH - 1] - times[0]) / coarsest * coarsest + coarsest;
    }

    InstrumentRegistry registry() {
        return generator.registry();
    }

    /** Plays event number n, counted from 0. */
    void play(long n, TradeListener listener) {
        int i = (int) n & LENGTH - 1;
        listener.onTrade(instruments[i], times[i] + n / LENGTH * roundNanos, prices[i], quantities[i], n + 1, sides[i]);
    }

    void play(long from, long to, TradeListener listener) {
        for (long n = from; n < to; n++) {
            play(n, listener);
        }
    }

    private void record(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        int i = recorded++;
        instruments[i] = instrumentId;
        times[i] = timeNanos / MILLI_NANOS * MILLI_NANOS;
        prices[i] = price;
        quantities[i] = quantity;
        sides[i] = sideCode;
    }
}
