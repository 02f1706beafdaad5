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

class EventCandleBuilderTest {

    private static final Instrument BTC = new Instrument(2, "BTCUSDT", 2, 5);
    private static final CandleSpec FIVE_TRADES = CandleSpec.of(CandleKind.TICK, 5).capacity(10);

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final List<String> closed = new ArrayList<>();

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void shouldDropATradeOlderThanTheNewestTakenWhetherOrNotACandleIsForming() {
        EventCandleBuilder builder = open(CandlePolicy.DEFAULT, 2);
        builder.onTrade(10, 100, 1, 0, 0);
        assertThat(builder.onTrade(9, 999, 2, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.onTrade(10, 100, 4, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
        assertThat(builder.onTrade(9, 999, 8, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(closed).containsExactly("10: 100/100/100/100 5");
        assertThat(builder.count(IngestResult.LATE_DROPPED)).isEqualTo(2);
        assertThat(builder.count(IngestResult.ACCEPTED)).isEqualTo(2);
    }

    @Test
    void shouldRejectALateTradeWithAnError() {
        EventCandleBuilder builder = open(CandlePolicy.reject(), 2);
        builder.onTrade(10, 100, 1, 0, 0);
        assertThatThrownBy(() -> builder.onTrade(9, 999, 2, 0, 0)).isInstanceOf(LateTradeException.class)
            .hasMessage("trade must not be older than what is closed: timeNanos=9, closedUntilNanos=10, instrument=BTCUSDT");
        assertThat(builder.count(IngestResult.LATE_REJECTED)).isEqualTo(1);
        builder.onTrade(10, 100, 4, 0, 0);
        assertThat(closed).containsExactly("10: 100/100/100/100 5");
    }

    @Test
    void shouldMergeALateTradeIntoTheFormingCandleByItsTime() {
        EventCandleBuilder builder = open(CandlePolicy.merge(100), 4);
        builder.onTrade(10, 100, 1, 0, 0);
        builder.onTrade(20, 120, 2, 0, 0);
        assertThat(builder.onTrade(15, 150, 4, 0, 0)).isEqualTo(IngestResult.LATE_MERGED);
        assertThat(builder.onTrade(5, 90, 8, 0, 0)).isEqualTo(IngestResult.LATE_MERGED);
        assertThat(closed).containsExactly("10: 90/150/90/120 15");
        assertThat(builder.count(IngestResult.LATE_MERGED)).isEqualTo(2);
    }

    @Test
    void shouldOpenACandleThatBeginsWithALateTradeAtTheNewestTime() {
        EventCandleBuilder builder = open(CandlePolicy.merge(100), 2);
        builder.onTrade(10, 100, 1, 0, 0);
        builder.onTrade(20, 100, 1, 0, 0);
        builder.onTrade(12, 90, 1, 0, 0);
        builder.onTrade(11, 80, 1, 0, 0);
        assertThat(closed).containsExactly("10: 100/100/100/100 2", "20: 80/90/80/90 2");
        assertThat(builder.closeTimeNanos(0)).isEqualTo(20);
    }

    @Test
    void shouldDropATradeFurtherBehindTheNewestTradeOrTheClockThanAllowed() {
        EventCandleBuilder builder = open(CandlePolicy.merge(10), 9);
        builder.onTrade(100, 100, 1, 0, 0);
        assertThat(builder.onTrade(90, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_MERGED);
        assertThat(builder.onTrade(89, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        builder.onClock(103);
        builder.onClock(50);
        assertThat(builder.onTrade(93, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_MERGED);
        assertThat(builder.onTrade(92, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.onTrade(Long.MIN_VALUE, 100, 1, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.onTrade(101, 100, 1, 0, 0)).as("older than the clock only").isEqualTo(IngestResult.ACCEPTED);
        assertThat(closed).isEmpty();
    }

    @Test
    void shouldLeaveOutATradeThatWouldOverflowASumAndGoOn() {
        EventCandleBuilder builder = open(CandlePolicy.DEFAULT, 3);
        builder.onTrade(1, 100, Long.MAX_VALUE - 5, 0, 0);
        assertThatThrownBy(() -> builder.onTrade(2, 900, 6, 0, 0)).isInstanceOf(ArithmeticException.class);
        assertThat(builder.onTrade(1, 100, 2, 0, 0)).as("the time of the trade left out does not count").isEqualTo(IngestResult.ACCEPTED);
        builder.onTrade(2, 100, 3, 0, 0);
        builder.onTrade(3, 100, Long.MAX_VALUE, 0, 0);
        assertThat(closed).containsExactly("1: 100/100/100/100 9223372036854775807");
    }

    @Test
    void shouldCheckTheSumOfMagnitudesOfValuesOfEitherSign() {
        EventCandleBuilder builder = EventCandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, window -> { },
            CandleSpec.of(CandleKind.VALUE_RUNS, 100));
        builder.onTrade(1, Long.MAX_VALUE - 5, 1, 0, 0);
        assertThatThrownBy(() -> builder.onTrade(2, -6, 1, 0, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> builder.onTrade(2, Long.MIN_VALUE, 1, 0, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> builder.onTrade(2, Long.MAX_VALUE, 2, 0, 0)).isInstanceOf(ArithmeticException.class)
            .hasMessageContaining("price × quantity must fit a long");
        assertThat(builder.onTrade(2, -5, 1, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
    }

    @Test
    void shouldCloseNothingByTheClock() {
        EventCandleBuilder builder = open(CandlePolicy.DEFAULT, 2);
        builder.onTrade(1, 100, 1, 0, 0);
        builder.onClock(Long.MAX_VALUE);
        assertThat(closed).isEmpty();
        assertThat(builder.onTrade(1, 100, 1, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
    }

    @Test
    void shouldHaveOneWindowAndNoCloseTimeBeforeACandle() {
        EventCandleBuilder builder = open(CandlePolicy.DEFAULT, 5);
        assertThat(builder.frames()).isEqualTo(1);
        assertThat(builder.window(0).index()).isEqualTo(2);
        assertThat(builder.window(0).spec().size()).isEqualTo(5);
        assertThatThrownBy(() -> builder.window(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> builder.closeTimeNanos(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> builder.closeTimeNanos(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldRefuseCandlesThatTheClockCloses() {
        CandleSpec minutes = CandleSpec.of(Timeframe.minutes(1));
        assertThatThrownBy(() -> EventCandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, window -> { }, minutes))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("candles with a time frame are closed by the clock, not by trades: candles=1m");
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldRefuseValuesThatTheQuoteScaleCannotHoldThoughTheLayoutKeepsNone() {
        Instrument coarse = new Instrument(0, "COARSE", 2, 5, 6, 1, 1);
        CandleSpec values = CandleSpec.of(CandleKind.VALUE, 5);
        assertThatThrownBy(() -> EventCandleBuilder.open(memory, coarse, CandlePolicy.DEFAULT, window -> { }, values))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("quoteDecimals=6");
        EventCandleBuilder.open(memory, coarse, CandlePolicy.DEFAULT, window -> { }, FIVE_TRADES).close();
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldTakeWhatThePlanSaysAndNothingWhenTheBudgetDoesNotAllowIt() {
        CandlePolicy policy = CandlePolicy.merge(1000).withoutDuplicates(6400);
        long bytes = FIVE_TRADES.footprintBytes() + policy.footprintBytes(FIVE_TRADES);
        try (OffHeapMemory exact = OffHeapMemory.withBudget(bytes); OffHeapMemory tight = OffHeapMemory.withBudget(bytes - 1)) {
            EventCandleBuilder.open(exact, BTC, policy, window -> { }, FIVE_TRADES);
            assertThat(exact.usedBytes()).isEqualTo(bytes);
            assertThatThrownBy(() -> EventCandleBuilder.open(tight, BTC, policy, window -> { }, FIVE_TRADES))
                .isInstanceOf(MemoryBudgetExceededException.class);
            assertThat(tight.usedBytes()).isZero();
        }
    }

    @Test
    void shouldRefuseTradesAndTicksOnceClosed() {
        EventCandleBuilder builder = open(CandlePolicy.DEFAULT.withoutDuplicates(64), 5);
        builder.onTrade(0, 1, 1, 0, 0);
        builder.close();
        builder.close();
        assertThatThrownBy(() -> builder.onTrade(1, 1, 1, 0, 0)).isInstanceOf(IllegalStateException.class)
            .hasMessage("builder is closed: window=candles of BTCUSDT, tick 5");
        assertThatThrownBy(() -> builder.onClock(1)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldLeaveAGivenWindowOpenAndRefuseTradesOnceEitherIsClosed() {
        CandleWindow window = CandleWindow.open(memory, BTC, FIVE_TRADES);
        EventCandleBuilder first = over(window);
        first.onTrade(0, 1, 1, 0, 0);
        assertThatThrownBy(() -> over(window)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("a builder begins with empty windows");
        first.close();
        assertThat(window.isClosed()).isFalse();
        assertThatThrownBy(() -> first.onTrade(1, 1, 1, 0, 0)).isInstanceOf(IllegalStateException.class);
        CandleWindow other = CandleWindow.open(memory, BTC, FIVE_TRADES);
        EventCandleBuilder second = over(other);
        other.close();
        assertThatThrownBy(() -> second.onTrade(1, 1, 1, 0, 0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void shouldAllocateNothingForAnyKindOrPolicy() {
        for (CandleKind kind : RandomEventTrades.KINDS) {
            for (CandlePolicy policy : List.of(CandlePolicy.DEFAULT, CandlePolicy.merge(50).withoutDuplicates(64))) {
                CandleSpec spec = CandleSpec.of(kind, 20).capacity(10).layout(CandleLayout.FULL);
                try (EventCandleBuilder builder = EventCandleBuilder.open(memory, BTC, policy, window -> { }, spec)) {
                    long[] now = new long[1];
                    Allocations.assertNone(() -> {
                        now[0] += 10;
                        builder.onTrade(now[0], now[0] * now[0] % 101, now[0] % 7, now[0], 1);
                        builder.onTrade(now[0] - 25, now[0] % 83, 1, now[0] - 1, -1);
                        builder.onTrade(now[0] - 25, 1, 1, now[0] - 1, -1);
                        builder.onClock(now[0]);
                    });
                    assertThat(builder.window(0).size()).as("%s", spec).isEqualTo(10);
                }
            }
        }
    }

    private EventCandleBuilder open(CandlePolicy policy, long trades) {
        return EventCandleBuilder.open(memory, BTC, policy, this::note, CandleSpec.of(CandleKind.TICK, trades).capacity(10));
    }

    private EventCandleBuilder over(CandleWindow window) {
        return EventCandleBuilder.over(memory, CandlePolicy.DEFAULT, this::note, window, CandleExpectations.DEFAULT);
    }

    private void note(CandleWindow window) {
        closed.add(window.openTimeNanos(0) + ": " + window.open(0) + "/" + window.high(0) + "/" + window.low(0) + "/" + window.close(0)
            + " " + window.volume(0));
    }
}
