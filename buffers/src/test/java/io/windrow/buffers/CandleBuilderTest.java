package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CandleBuilderTest {

    private static final Instrument BTC = new Instrument(2, "BTCUSDT", 2, 5);
    private static final long SECOND = 1_000_000_000L;
    private static final CandleSpec[] FRAMES = specs(10, Timeframe.seconds(1), Timeframe.minutes(1));

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final List<String> closed = new ArrayList<>();
    private final CandleBuilder builder = CandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT,
        window -> closed.add(window.timeframe() + "@" + window.openTimeNanos(0) / SECOND + "=" + window.volume(0)), FRAMES);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void shouldCloseACandleWithTheFirstTradeAtItsEnd() {
        builder.onTrade(0, 100, 1, 0, 0);
        builder.onTrade(SECOND - 1, 200, 2, 0, 0);
        assertThat(closed).isEmpty();
        builder.onTrade(SECOND, 300, 4, 0, 0);
        assertThat(closed).containsExactly("1s@0=3");
        builder.onTrade(60 * SECOND, 300, 8, 0, 0);
        assertThat(closed).containsExactly("1s@0=3", "1s@1=4", "1m@0=7");
    }

    @Test
    void shouldCloseACandleWithTheClockAtItsEnd() {
        builder.onTrade(0, 100, 1, 0, 0);
        builder.onClock(SECOND - 1);
        assertThat(closed).isEmpty();
        builder.onClock(SECOND);
        builder.onClock(59 * SECOND);
        assertThat(closed).containsExactly("1s@0=1");
        builder.onClock(60 * SECOND);
        builder.onClock(120 * SECOND);
        assertThat(closed).containsExactly("1s@0=1", "1m@0=1");
    }

    @Test
    void shouldMakeNoCandleOfASpanWithoutTrades() {
        builder.onTrade(0, 100, 1, 0, 0);
        builder.onTrade(600 * SECOND, 100, 2, 0, 0);
        builder.onClock(660 * SECOND);
        assertThat(closed).containsExactly("1s@0=1", "1m@0=1", "1s@600=2", "1m@600=2");
    }

    @Test
    void shouldCloseACoarseCandleThatEndedWhileNothingWasForming() {
        builder.onTrade(0, 100, 1, 0, 0);
        builder.onClock(SECOND);
        builder.onTrade(61 * SECOND, 100, 2, 0, 0);
        assertThat(closed).containsExactly("1s@0=1", "1m@0=1");
        builder.onClock(120 * SECOND);
        assertThat(closed).containsExactly("1s@0=1", "1m@0=1", "1s@61=2", "1m@60=2");
    }

    @Test
    void shouldDropATradeWhoseCandleHasClosedInACoarserFrame() {
        builder.onTrade(0, 100, 1, 0, 0);
        builder.onClock(60 * SECOND);
        assertThat(builder.onTrade(30 * SECOND, 100, 2, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.count(IngestResult.LATE_DROPPED)).isEqualTo(1);
        assertThat(builder.onTrade(60 * SECOND, 100, 4, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
        builder.onClock(120 * SECOND);
        assertThat(closed).containsExactly("1s@0=1", "1m@0=1", "1s@60=4", "1m@60=4");
    }

    @Test
    void shouldDropATradeOlderThanTheFormingCandle() {
        builder.onTrade(5 * SECOND, 100, 1, 0, 0);
        assertThat(builder.onTrade(5 * SECOND - 1, 999, 2, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(builder.onTrade(5 * SECOND, 100, 4, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
        builder.onClock(6 * SECOND);
        assertThat(builder.onTrade(5 * SECOND, 999, 8, 0, 0)).isEqualTo(IngestResult.LATE_DROPPED);
        assertThat(closed).containsExactly("1s@5=5");
        assertThat(builder.count(IngestResult.LATE_DROPPED)).isEqualTo(2);
    }

    @Test
    void shouldLeaveOutATradeThatWouldOverflowACandleOfAnyFrame() {
        builder.onTrade(0, 100, Long.MAX_VALUE - 5, 0, 0);
        assertThatThrownBy(() -> builder.onTrade(1, 900, 6, 0, 0)).isInstanceOf(ArithmeticException.class);
        assertThat(builder.window(0).forming(CandleField.HIGH)).isEqualTo(100);
        assertThatThrownBy(() -> builder.onTrade(SECOND, 900, 6, 0, 0)).isInstanceOf(ArithmeticException.class);
        builder.onTrade(2 * SECOND, 300, 5, 0, 0);
        builder.onTrade(60 * SECOND, 300, Long.MAX_VALUE, 0, 0);
        builder.onClock(120 * SECOND);
        assertThat(closed).containsExactly("1s@0=9223372036854775802", "1s@2=5", "1m@0=9223372036854775807",
            "1s@60=9223372036854775807", "1m@60=9223372036854775807");
    }

    @Test
    void shouldRefuseANegativeQuantity() {
        assertThatThrownBy(() -> builder.onTrade(0, 100, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("quantity must not be negative: quantity=-1, instrument=BTCUSDT");
        assertThat(builder.window(0).hasForming()).isFalse();
        assertThat(builder.onTrade(0, -100, 0, 0, 0)).isEqualTo(IngestResult.ACCEPTED);
    }

    @Test
    void shouldRefuseFramesThatAreNotMadeOfEachOther() {
        CandleSpec[] reversed = specs(10, Timeframe.minutes(5), Timeframe.minutes(1));
        assertThatThrownBy(() -> CandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, window -> { }, reversed))
            .hasMessage("each time frame must be made of whole candles of the one before: timeframe=1m, before=5m");
        assertThatThrownBy(() -> CandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, window -> { }))
            .hasMessage("there must be a time frame: timeframes=0");
        assertThatThrownBy(() -> CandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, window -> { }, specs(0, Timeframe.seconds(1))))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, null, FRAMES))
            .isInstanceOf(NullPointerException.class);
    }

    @Test
    void shouldTakeNothingWhenTheBudgetEndsAtTheSecondWindow() {
        try (OffHeapMemory tight = OffHeapMemory.withBudget(FRAMES[0].footprintBytes() * 2 - 1)) {
            assertThatThrownBy(() -> CandleBuilder.open(tight, BTC, CandlePolicy.DEFAULT, window -> { }, FRAMES))
                .isInstanceOf(MemoryBudgetExceededException.class);
            assertThat(tight.usedBytes()).isZero();
        }
    }

    @Test
    void shouldNumberItsWindowsAfterThoseOfEarlierInstruments() {
        assertThat(builder.frames()).isEqualTo(2);
        assertThat(builder.window(0).index()).isEqualTo(4);
        assertThat(builder.window(1).index()).isEqualTo(5);
    }

    @Test
    void shouldRefuseTradesAndTicksOnceClosed() {
        builder.onTrade(0, 1, 1, 0, 0);
        builder.close();
        builder.close();
        assertThatThrownBy(() -> builder.onTrade(1, 1, 1, 0, 0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> builder.onClock(SECOND)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldAllocateNothing() {
        CandleBuilder quiet = CandleBuilder.open(memory, BTC, CandlePolicy.DEFAULT, window -> { }, FRAMES);
        long[] now = new long[1];
        Allocations.assertNone(() -> {
            now[0] += SECOND / 3;
            quiet.onTrade(now[0], now[0] % 1000, 1, 0, 0);
            quiet.onTrade(now[0] - 2 * SECOND, 1, 1, 0, 0);
            quiet.onClock(now[0] + 100);
        });
        assertThat(quiet.window(1).size()).isEqualTo(10);
    }

    static CandleSpec[] specs(int capacity, Timeframe... timeframes) {
        return Arrays.stream(timeframes).map(timeframe -> CandleSpec.of(timeframe).capacity(capacity)).toArray(CandleSpec[]::new);
    }
}
