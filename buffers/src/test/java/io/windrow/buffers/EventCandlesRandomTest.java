package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;

class EventCandlesRandomTest {

    private static final int TRADES = 300;

    @Test
    void shouldMakeTheCandlesThatTheListOfTradesGives() {
        Seeds.forEach(5, random -> {
            for (CandleKind kind : EventCandlesCheck.KINDS) {
                long candles = 0;
                for (CandlePolicy policy : EventCandlesCheck.POLICIES) {
                    for (CandleLayout layout : CandleLayout.values()) {
                        candles += EventCandlesCheck.compare(kind, policy, layout, TRADES, random);
                    }
                }
                assertThat(candles).as("candles of %s", kind).isGreaterThan(TRADES / 50);
            }
        });
    }
}
