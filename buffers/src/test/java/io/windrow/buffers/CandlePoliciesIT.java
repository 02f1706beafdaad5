package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A million trades for each policy, some late, some twice, against candles worked out anew from trades kept for ever. */
class CandlePoliciesIT {

    private static final Instrument COIN = new Instrument(0, "COIN", 2, 5, 8, 1, 1);
    private static final int TRADES = 1_000_000;
    private static final long MILLI = 1_000_000L;
    private static final long LATENESS_NANOS = 5_000 * MILLI;

    @ParameterizedTest
    @CsvSource({"DROP, FLAT, OMIT, FULL, OHLCV", "REJECT, OMIT, FLAT, FULL, FULL", "MERGE, FLAT, OMIT, FULL, FULL",
        "MERGE, OMIT, FLAT, OHLCV, OHLCV"})
    void shouldBuildWhatTradesKeptForeverGive(
        LatePolicy late, GapPolicy finest, GapPolicy coarse, CandleLayout layout, CandleLayout coarsest) {
        Seeds.forEach(1, random -> {
            CandleSpec[] specs = {CandleSpec.of(Timeframe.seconds(1)).capacity(40_000).layout(layout).gaps(finest),
                CandleSpec.of(Timeframe.minutes(1)).capacity(1000).layout(layout).gaps(coarse),
                CandleSpec.of(Timeframe.hours(1)).capacity(100).layout(coarsest).gaps(finest)};
            // Half of the trades that merge could take are too late for it.
            CandlePolicy policy =
                new CandlePolicy(late, late == LatePolicy.MERGE ? LATENESS_NANOS / 2 : 0, 0).withoutDuplicates(1 << 10);
            CandleCheck check = new CandleCheck(COIN, new NaiveCandles(policy, specs));
            try (OffHeapMemory memory = OffHeapMemory.withBudget(64 << 20);
                CandleBuilder builder = CandleBuilder.open(memory, COIN, policy, check.listener(), specs)) {
                check.watch(builder);
                run(check, random);
                check.assertSameCandles();
                check.assertSameCounts();
                IngestResult mostLate = late == LatePolicy.REJECT ? IngestResult.LATE_REJECTED : IngestResult.LATE_DROPPED;
                assertThat(builder.count(mostLate)).isGreaterThan(TRADES / 100);
                assertThat(builder.count(IngestResult.LATE_MERGED)).isGreaterThan(late == LatePolicy.MERGE ? TRADES / 100 : -1);
                assertThat(builder.count(IngestResult.DUPLICATE)).isGreaterThan(TRADES / 100);
                assertThat(builder.count(IngestResult.STALE_ID)).isPositive();
            }
        });
    }

    private static void run(CandleCheck check, Random random) {
        List<DisorderedTrades.Trade> trades = DisorderedTrades.of(random, TRADES, -7_200_000 * MILLI, 10 * MILLI, LATENESS_NANOS);
        for (int i = 0; i < trades.size(); i++) {
            DisorderedTrades.Trade trade = trades.get(i);
            check.trade(trade.time(), trade.price(), trade.quantity(), trade.id(), trade.side());
            if (random.nextInt(20) == 0) {
                DisorderedTrades.Trade again = trades.get(Math.max(0, i - random.nextInt(1200)));
                check.trade(again.time(), again.price(), again.quantity(), again.id(), again.side());
            }
            if (random.nextInt(200) == 0) {
                check.clock(trade.arrival());
            }
            if (i % 100 == 0) {
                check.assertSameEvents();
            }
        }
        check.clock(trades.get(trades.size() - 1).arrival() + 60_000 * MILLI);
        check.assertSameEvents();
    }

    @Test
    void shouldBuildTheCandlesOfAMillionTradesInOrder() {
        Seeds.forEach(1, random ->
            LateTradesInOrderTest.assertSameAsInOrder(random, TRADES, 10 * MILLI, LATENESS_NANOS, 50_000, "1s", "1m", "1h"));
    }
}
