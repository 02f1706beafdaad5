package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;

class EventCandlesRandomTest {

    private static final int RUNS = 5;
    private static final int TRADES = 300;

    @Test
    void shouldMakeTheCandlesThatTheListOfTradesGives() {
        long[] candles = new long[CandleKind.values().length];
        Seeds.forEach(RUNS, random ->
            RandomEventTrades.KINDS.forEach(kind -> candles[kind.ordinal()] += RandomEventTrades.compareAll(kind, TRADES, random)));
        // Of all runs together, as one whose sizes are all large has few.
        for (CandleKind kind : RandomEventTrades.KINDS) {
            assertThat(candles[kind.ordinal()]).as("candles of %s", kind).isGreaterThan(RUNS * TRADES / 50);
        }
    }
}
