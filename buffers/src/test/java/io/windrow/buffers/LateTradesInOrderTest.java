package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With gaps filled and enough lateness allowed, the candles are those of the same trades in the order of their times. */
class LateTradesInOrderTest {

    private static final Instrument BTC = new Instrument(0, "BTCUSDT", 2, 5);
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldBuildTheCandlesOfTheTradesInOrder() {
        Seeds.forEach(200, random -> {
            long gap = 1 + random.nextInt(1_500) * 1_000_000L;
            long lateness = 1 + (long) (random.nextDouble() * 20 * SECOND);
            assertSameAsInOrder(random, 300, gap, lateness, 500, "1s", "5s", "1m");
        });
    }

    static void assertSameAsInOrder(Random random, int count, long gap, long lateness, int capacity, String... timeframes) {
        CandleSpec[] specs = Stream.of(timeframes).map(Timeframe::parse)
            .map(frame -> CandleSpec.of(frame).capacity(capacity).layout(CandleLayout.FULL).gaps(GapPolicy.FLAT))
            .toArray(CandleSpec[]::new);
        List<DisorderedTrades.Trade> trades =
            DisorderedTrades.of(random, count, random.nextInt() * SECOND + random.nextInt((int) SECOND), gap, lateness);
        CandlePolicy merge = CandlePolicy.merge(lateness).withoutDuplicates(1 << 20);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(64 << 20);
            CandleBuilder disordered = CandleBuilder.open(memory, BTC, merge, window -> { }, specs);
            CandleBuilder ordered = CandleBuilder.open(memory, BTC, CandlePolicy.reject(), window -> { }, specs)) {
            for (DisorderedTrades.Trade trade : trades) {
                if (random.nextInt(10) == 0) {
                    disordered.onClock(trade.arrival());
                }
                trade.into(disordered);
                if (random.nextInt(20) == 0) {
                    trade.into(disordered);
                }
            }
            DisorderedTrades.byTime(trades).forEach(trade -> trade.into(ordered));
            long end = trades.get(trades.size() - 1).arrival() + 1;
            disordered.onClock(end);
            ordered.onClock(end);
            assertThat(disordered.count(IngestResult.LATE_DROPPED)).isZero();
            assertThat(disordered.count(IngestResult.ACCEPTED) + disordered.count(IngestResult.LATE_MERGED)).isEqualTo(count);
            for (int frame = 0; frame < specs.length; frame++) {
                assertSame(disordered.window(frame), ordered.window(frame));
            }
        }
    }

    private static void assertSame(CandleWindow actual, CandleWindow expected) {
        assertThat(actual.newestSequence()).isEqualTo(expected.newestSequence());
        for (int ago = 0; ago < expected.size(); ago++) {
            if (!Arrays.equals(row(actual, ago), row(expected, ago))) {
                assertThat(row(actual, ago)).as("%s, ago %s", actual.spec(), ago).isEqualTo(row(expected, ago));
            }
        }
        assertThat(actual.hasForming()).isEqualTo(expected.hasForming());
        for (CandleField field : CandleField.values()) {
            assertThat(!actual.hasForming() || actual.forming(field) == expected.forming(field)).as("forming %s", field).isTrue();
        }
    }

    private static long[] row(CandleWindow window, int ago) {
        long[] row = new long[CandleField.values().length];
        Arrays.setAll(row, column -> window.value(CandleField.values()[column], ago));
        return row;
    }
}
