package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A million trades for each kind, spread evenly over the policies and the layouts, in runs of new sizes and new prices. */
class EventCandlesIT {

    private static final int RUNS = 20;
    private static final int TRADES = 1_000_000 / (RUNS * EventCandlesCheck.POLICIES.size() * CandleLayout.values().length) + 1;

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldMakeTheCandlesThatTheListOfTradesGives(CandleKind kind) {
        Seeds.forEach(RUNS, random -> {
            long candles = 0;
            for (CandlePolicy policy : EventCandlesCheck.POLICIES) {
                for (CandleLayout layout : CandleLayout.values()) {
                    candles += EventCandlesCheck.compare(kind, policy, layout, TRADES, random);
                }
            }
            assertThat(candles).as("candles of %s", kind).isGreaterThan(TRADES / 50);
        });
    }

    static List<CandleKind> kinds() {
        return EventCandlesCheck.KINDS;
    }
}
