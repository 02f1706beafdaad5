package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;

class EventCandlesRandomTest {

    private static final int TRADES = 300;

    @Test
    void shouldMakeTheCandlesThatTheListOfTradesGives() {
        Seeds.forEach(5, random -> {
            for (CandleKind kind : RandomEventTrades.KINDS) {
                assertThat(RandomEventTrades.compareAll(kind, TRADES, random)).as("candles of %s", kind).isGreaterThan(TRADES / 50);
            }
        });
    }
}
