package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import io.windrow.buffers.testing.SharedData;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A million random trades for each kind, spread evenly over policies and layouts; and the start of a recorded day. */
class EventCandlesIT {

    private static final int RUNS = 20;
    private static final int TRADES = 1_000_000 / (RUNS * RandomEventTrades.POLICIES.size() * CandleLayout.values().length) + 1;
    private static final Instrument SPY = new Instrument(0, "SPY", 4, 0);
    private static final int RECORDED_TRADES = 20_000;

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldMakeTheCandlesThatTheListOfTradesGives(CandleKind kind) {
        long[] candles = new long[1];
        Seeds.forEach(RUNS, random -> candles[0] += RandomEventTrades.compareAll(kind, TRADES, random));
        assertThat(candles[0]).as("candles of %s, of all runs together", kind).isGreaterThan(RUNS * TRADES / 50);
    }

    /** Recorded prices repeat and run as random ones do not. */
    @ParameterizedTest
    @MethodSource("kinds")
    void shouldMakeTheCandlesThatRecordedTradesGive(CandleKind kind) {
        List<String> lines = SharedData.lines("us-equity-ticks/spy_20131007_trade.zip");
        CandleSpec spec = CandleSpec.of(kind, sizeOf(kind)).layout(CandleLayout.FULL);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
            EventCandlesCheck check = new EventCandlesCheck(memory, SPY, CandlePolicy.reject(), spec, CandleExpectations.DEFAULT);
            for (String line : lines.subList(0, RECORDED_TRADES)) {
                String[] fields = line.split(",");
                check.trade(Long.parseLong(fields[0]) * 1_000_000, Long.parseLong(fields[1]), Long.parseLong(fields[2]), 0, 0);
            }
            check.assertCounts();
            assertThat(check.closed()).as("candles of %s", kind).isBetween(10L, RECORDED_TRADES / 4L);
        }
    }

    private static long sizeOf(CandleKind kind) {
        return switch (kind) {
            case VOLUME -> 10_000;
            case VALUE -> 10_000 * 1_670_000L;
            case RANGE, RENKO -> 300;
            default -> 40;
        };
    }

    static List<CandleKind> kinds() {
        return RandomEventTrades.KINDS;
    }
}
