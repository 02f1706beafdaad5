package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Late trades and duplicates, by example: candles of a second and a minute. */
class LateTradesTest {

    private static final Instrument BTC = new Instrument(0, "BTCUSDT", 2, 5);
    private static final long SECOND = 1_000_000_000L;
    private static final CandleSpec FLAT_SECONDS =
        CandleSpec.of(Timeframe.seconds(1)).capacity(100).layout(CandleLayout.FULL).gaps(GapPolicy.FLAT);
    private static final CandleSpec MINUTES = CandleSpec.of(Timeframe.minutes(1)).capacity(10).layout(CandleLayout.FULL);
    private static final CandlePolicy MERGE = CandlePolicy.merge(30 * SECOND);

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final List<String> told = new ArrayList<>();
    private final CandleListener listener = new CandleListener() {
        @Override
        public void onCandle(CandleWindow window) {
            told.add("closed " + window.timeframe() + " " + window.newestSequence());
        }

        @Override
        public void onRevision(CandleWindow window, long sequence) {
            told.add("revised " + window.timeframe() + " " + sequence);
        }
    };

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private CandleBuilder open(CandlePolicy policy, CandleSpec... specs) {
        return CandleBuilder.open(memory, BTC, policy, listener, specs);
    }

    private static IngestResult trade(CandleBuilder builder, double seconds, long price, long quantity) {
        return builder.onTrade((long) (seconds * SECOND), price, quantity, 0, Side.BUY.code());
    }

    private static long[] values(CandleWindow window, int ago) {
        long[] values = new long[window.spec().layout().columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = window.value(CandleField.values()[column], ago);
        }
        return values;
    }

    @Test
    void shouldTellTheCallerOfALateTradeWhereThatIsThePolicy() {
        CandleBuilder builder = open(CandlePolicy.reject(), FLAT_SECONDS);
        trade(builder, 5.5, 100, 1);
        assertThatThrownBy(() -> trade(builder, 4.9, 100, 1)).isInstanceOf(LateTradeException.class)
            .hasMessage("trade must not be older than what is closed: timeNanos=4900000000, closedUntilNanos=5000000000,"
                + " instrument=BTCUSDT");
        builder.onClock(7 * SECOND);
        assertThatThrownBy(() -> trade(builder, 6.9, 100, 1)).hasMessageContaining("closedUntilNanos=7000000000");
        assertThatThrownBy(() -> builder.onCandle(6 * SECOND, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isInstanceOf(LateTradeException.class);
        assertThat(builder.count(IngestResult.LATE_REJECTED)).isEqualTo(3);
        assertThat(builder.count(IngestResult.ACCEPTED)).isEqualTo(1);
        assertThat(builder.window(0).size()).isEqualTo(2);
    }

    @Test
    void shouldPutALateTradeIntoEveryFrame() {
        CandleBuilder builder = open(MERGE, FLAT_SECONDS, MINUTES);
        trade(builder, 1.5, 100, 1);
        trade(builder, 2.5, 200, 2);
        trade(builder, 60.1, 300, 4);
        assertThat(trade(builder, 2.2, 900, 8)).as("58 s late").isEqualTo(IngestResult.LATE_DROPPED);
        trade(builder, 30.2, 250, 16);
        told.clear();
        assertThat(trade(builder, 30.1, 240, 32)).isEqualTo(IngestResult.LATE_MERGED);
        assertThat(told).as("the close is as before").containsExactly("revised 1s 29", "revised 1m 0");
        long quote = 240 * 32 + 250 * 16;
        assertThat(values(builder.window(0), 29)).containsExactly(30 * SECOND, 240, 250, 240, 250, 48, quote, 2, 48, quote);
        assertThat(values(builder.window(0), 28)).containsExactly(31 * SECOND, 250, 250, 250, 250, 0, 0, 0, 0, 0);
        assertThat(values(builder.window(1), 0)).containsExactly(0, 100, 250, 100, 250, 51, quote + 500, 4, 51, quote + 500);
        assertThat(builder.window(1).forming(CandleField.VOLUME)).isEqualTo(4);
        assertThat(builder.count(IngestResult.LATE_MERGED)).isEqualTo(2);
    }

    @Test
    void shouldTellTheFlatCandlesBehindAChangedCloseToo() {
        CandleBuilder builder = open(MERGE, FLAT_SECONDS, MINUTES);
        trade(builder, 1.5, 100, 1);
        trade(builder, 4.5, 400, 1);
        builder.onClock(6 * SECOND);
        told.clear();
        trade(builder, 1.6, 160, 1);
        assertThat(told).containsExactly("revised 1s 0", "revised 1s 1", "revised 1s 2");
        assertThat(values(builder.window(0), 2)).containsExactly(3 * SECOND, 160, 160, 160, 160, 0, 0, 0, 0, 0);
        assertThat(values(builder.window(0), 1)).startsWith(4 * SECOND, 400, 400, 400, 400);
        told.clear();
        trade(builder, 2.5, 160, 1);
        assertThat(told).as("a flat candle got a trade at its own price").containsExactly("revised 1s 1");
        told.clear();
        trade(builder, 2.6, 170, 1);
        assertThat(told).containsExactly("revised 1s 1", "revised 1s 2");
        assertThat(builder.window(1).forming(CandleField.CLOSE)).isEqualTo(400);
        assertThat(builder.window(1).forming(CandleField.TRADE_COUNT)).isEqualTo(5);
    }

    @Test
    void shouldStartACoarseCandleWithALateTrade() {
        CandleBuilder builder = open(MERGE, FLAT_SECONDS, MINUTES);
        trade(builder, 59.5, 100, 1);
        builder.onClock(63 * SECOND);
        assertThat(builder.window(1).hasForming()).isFalse();
        assertThat(trade(builder, 61.5, 150, 2)).isEqualTo(IngestResult.LATE_MERGED);
        assertThat(builder.window(1).forming(CandleField.VOLUME)).isEqualTo(2);
        trade(builder, 63.5, 50, 4);
        builder.onClock(120 * SECOND);
        assertThat(values(builder.window(1), 0)).startsWith(60 * SECOND, 150, 150, 50, 50, 6);
        assertThat(told).endsWith("closed 1s 60", "closed 1m 1");
    }

    @Test
    void shouldDropALateTradeThatHasNoCandle() {
        CandleBuilder builder = open(MERGE, FLAT_SECONDS.gaps(GapPolicy.OMIT), MINUTES);
        trade(builder, 10.5, 100, 1);
        trade(builder, 20.5, 100, 1);
        assertThat(trade(builder, 15.5, 100, 1)).as("in a gap").isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(trade(builder, 9.5, 100, 1)).as("before all").isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(trade(builder, 10.1, 100, 1)).isEqualTo(IngestResult.LATE_MERGED);
        CandleBuilder small = open(MERGE, FLAT_SECONDS.capacity(2));
        trade(small, 1.5, 100, 1);
        trade(small, 4.5, 100, 1);
        assertThat(trade(small, 1.6, 100, 1)).as("evicted").isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(trade(small, 2.6, 100, 1)).isEqualTo(IngestResult.LATE_MERGED);
    }

    @Test
    void shouldMergeUpToTheLatenessAndNotANanosecondMore() {
        CandleBuilder builder = open(CandlePolicy.merge(5 * SECOND), FLAT_SECONDS);
        trade(builder, 1, 100, 1);
        trade(builder, 8, 100, 1);
        assertThat(builder.onTrade(3 * SECOND - 1, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.onTrade(3 * SECOND, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_MERGED);
        trade(builder, 8.5, 100, 1);
        assertThat(builder.onTrade(8 * SECOND + SECOND / 2 - 5 * SECOND - 1, 100, 1, 0, 0)).as("a trade moves the newest time")
            .isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.onTrade(8 * SECOND + SECOND / 2 - 5 * SECOND, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_MERGED);
    }

    @Test
    void shouldLeaveEverythingAsItWasWhenALateTradeOverflows() {
        CandleBuilder builder = open(MERGE, FLAT_SECONDS, MINUTES);
        trade(builder, 1, 1, Long.MAX_VALUE - 10);
        trade(builder, 2, 1, 5);
        builder.onClock(4 * SECOND);
        told.clear();
        for (double late : new double[] {1.5, 2.5}) {
            long[] before = values(builder.window(0), 2);
            assertThatThrownBy(() -> trade(builder, late, 1, 6)).isInstanceOf(ArithmeticException.class);
            assertThat(values(builder.window(0), 2)).isEqualTo(before);
            assertThat(builder.window(1).forming(CandleField.VOLUME)).isEqualTo(Long.MAX_VALUE - 5);
        }
        assertThat(told).isEmpty();
        assertThat(builder.count(IngestResult.LATE_MERGED)).isZero();
        assertThat(trade(builder, 1.5, 1, 5)).isEqualTo(IngestResult.LATE_MERGED);
        builder.onClock(61 * SECOND);
        assertThatThrownBy(() -> trade(builder, 50, 1, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(builder.window(1).volume(0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldCheckEverySumOfAClosedCandleAndNoOther() {
        CandleBuilder prices = open(MERGE, FLAT_SECONDS.layout(CandleLayout.OHLCV));
        trade(prices, 1, 1, Long.MAX_VALUE - 5);
        prices.onClock(4 * SECOND);
        assertThatThrownBy(() -> trade(prices, 1.5, 9, 6)).isInstanceOf(ArithmeticException.class);
        assertThat(values(prices.window(0), 2)).containsExactly(SECOND, 1, 1, 1, 1, Long.MAX_VALUE - 5);
        CandleBuilder quotes = open(MERGE, FLAT_SECONDS);
        quotes.onTrade(SECOND, Long.MAX_VALUE - 10, 1, 0, Side.BUY.code());
        quotes.onTrade(SECOND, -10, 1, 0, Side.SELL.code());
        quotes.onClock(4 * SECOND);
        assertThatThrownBy(() -> quotes.onTrade(SECOND, 11, 1, 0, Side.BUY.code())).as("the buyer's")
            .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> quotes.onTrade(SECOND, 21, 1, 0, Side.SELL.code())).as("the sum").isInstanceOf(ArithmeticException.class);
        assertThat(quotes.onTrade(SECOND, 20, 1, 0, Side.SELL.code())).isEqualTo(IngestResult.LATE_MERGED);
        assertThat(quotes.window(0).value(CandleField.QUOTE_VOLUME, 2)).isEqualTo(Long.MAX_VALUE);
        assertThat(quotes.window(0).value(CandleField.TAKER_BUY_QUOTE_VOLUME, 2)).isEqualTo(Long.MAX_VALUE - 10);
    }

    @Test
    void shouldTakeTradesOfOneMomentInTheOrderOfArrival() {
        CandleBuilder builder = open(MERGE, FLAT_SECONDS);
        trade(builder, 1.2, 100, 1);
        trade(builder, 1.8, 200, 1);
        builder.onClock(3 * SECOND);
        trade(builder, 1.2, 150, 1);
        assertThat(builder.window(0).open(1)).as("the first to arrive").isEqualTo(100);
        trade(builder, 1.8, 180, 1);
        assertThat(builder.window(0).close(1)).as("the last to arrive").isEqualTo(180);
        assertThat(builder.window(0).close(0)).isEqualTo(180);
    }

    @Test
    void shouldFindATradeThatWasCountedBefore() {
        CandleBuilder builder = open(MERGE.withoutDuplicates(64), FLAT_SECONDS);
        assertThat(builder.onTrade(0, 1, 1, 1000, 0)).isEqualTo(IngestResult.ACCEPTED);
        assertThat(builder.onTrade(1, 1, 1, 1000, 0)).isEqualTo(IngestResult.DUPLICATE);
        assertThat(builder.onTrade(2, 1, 1, 937, 0)).as("out of order").isEqualTo(IngestResult.ACCEPTED);
        assertThat(builder.onTrade(3, 1, 1, 937, 0)).isEqualTo(IngestResult.DUPLICATE);
        assertThat(builder.onTrade(4, 1, 1, 936, 0)).isEqualTo(IngestResult.STALE_ID);
        assertThat(builder.onTrade(5, 1, 1, -Long.MAX_VALUE, 0)).isEqualTo(IngestResult.STALE_ID);
        assertThat(builder.onTrade(6, 1, 1, 0, 0)).as("without a number").isEqualTo(IngestResult.ACCEPTED);
        assertThat(builder.onTrade(7, 1, 1, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
        assertThatThrownBy(() -> builder.onTrade(8, 1, Long.MAX_VALUE, 1001, 0)).isInstanceOf(ArithmeticException.class);
        assertThat(builder.onTrade(9, 1, 1, 1001, 0)).as("a refused trade was not counted").isEqualTo(IngestResult.ACCEPTED);
        assertThat(builder.count(IngestResult.DUPLICATE)).isEqualTo(2);
        assertThat(builder.count(IngestResult.STALE_ID)).isEqualTo(2);
        builder.onClock(100 * SECOND);
        assertThat(builder.onTrade(10, 1, 1, 1002, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.onTrade(100 * SECOND, 1, 1, 1002, 0)).as("nor was a dropped one").isEqualTo(IngestResult.ACCEPTED);
        assertThat(builder.onTrade(95 * SECOND, 1, 1, 1003, 0)).isEqualTo(IngestResult.LATE_MERGED);
        assertThat(builder.onTrade(95 * SECOND, 1, 1, 1003, 0)).isEqualTo(IngestResult.DUPLICATE);
    }

    @Test
    void shouldTakeForThePolicyWhatItSaysAndNothingBeyondTheBudget() {
        CandlePolicy policy = MERGE.withoutDuplicates(6400);
        long bytes = policy.footprintBytes(FLAT_SECONDS, MINUTES);
        assertThat(bytes).isEqualTo(6400 / 8 + 8 + 64 + (32 * 16 + 64) + (2 * 16 + 64));
        long windows = FLAT_SECONDS.footprintBytes() + MINUTES.footprintBytes();
        open(policy, FLAT_SECONDS, MINUTES);
        assertThat(memory.usedBytes()).isEqualTo(windows + bytes);
        for (long missing : new long[] {1, 97, 700, bytes + 1}) {
            try (OffHeapMemory tight = OffHeapMemory.withBudget(windows + bytes - missing)) {
                assertThatThrownBy(() -> CandleBuilder.open(tight, BTC, policy, listener, FLAT_SECONDS, MINUTES))
                    .isInstanceOf(MemoryBudgetExceededException.class);
                assertThat(tight.usedBytes()).as("short of %s bytes", missing).isZero();
            }
        }
    }

    @Test
    void shouldRefuseEveryCallOnceClosed() {
        for (CandlePolicy policy : List.of(CandlePolicy.DEFAULT, MERGE.withoutDuplicates(64))) {
            CandleWindow window = CandleWindow.open(memory, BTC, FLAT_SECONDS);
            CandleBuilder builder = CandleBuilder.over(memory, policy, listener, window);
            builder.onTrade(1, 1, 1, 1000, 0);
            builder.close();
            builder.close();
            for (long id : new long[] {0, 1000, 1001, 1}) {
                assertThatThrownBy(() -> builder.onTrade(2, 1, 1, id, 0)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            }
            assertThatThrownBy(() -> builder.onClock(2)).isInstanceOf(IllegalStateException.class)
                .hasMessage("candle builder is closed: instrument=BTCUSDT");
            assertThatThrownBy(() -> builder.onCandle(2, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isInstanceOf(IllegalStateException.class);
            assertThat(window.isClosed()).as("it was given to the builder").isFalse();
            assertThat(window.forming(CandleField.VOLUME)).isEqualTo(1);
            window.close();
        }
    }

    @Test
    void shouldAllocateNothingForLateTradesAndDuplicates() {
        CandleListener quiet = window -> { };
        CandleBuilder builder = CandleBuilder.open(memory, BTC, MERGE.withoutDuplicates(640), quiet, FLAT_SECONDS, MINUTES);
        long[] now = new long[1];
        Allocations.assertNone(() -> {
            now[0] += SECOND / 3;
            builder.onTrade(now[0], now[0] % 1000, 1, now[0] / 1000, 1);
            builder.onTrade(now[0], now[0] % 1000, 1, now[0] / 1000, 1);
            builder.onTrade(now[0] - 3 * SECOND, 5, 1, 0, 1);
            builder.onTrade(now[0] - 90 * SECOND, 5, 1, 0, 1);
        });
        assertThat(builder.count(IngestResult.LATE_MERGED)).isPositive();
        assertThat(builder.count(IngestResult.DUPLICATE)).isPositive();
    }
}
