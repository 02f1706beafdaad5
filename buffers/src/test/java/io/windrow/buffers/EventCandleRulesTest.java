package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each rule on trades few enough to work out by hand. A candle reads open time, open/high/low/close, volume, trades. */
class EventCandleRulesTest {

    private static final Instrument WHOLE = new Instrument(0, "WHOLE", 0, 0);

    /** Twice that at the prices it comes with does not fit a long. */
    private static final long LARGE = 900_000_000_000L;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final List<String> closed = new ArrayList<>();
    private EventCandleBuilder builder;
    private long now;

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void shouldCloseATickCandleWithTheTradeThatMakesTheCount() {
        open(CandleKind.TICK, 3);
        trades(new long[][] {{10, 1}, {12, 2}, {9, 4}, {11, 8}, {11, 0}, {11, 16}, {5, 1}});
        assertThat(closed).containsExactly("1: 10/12/9/9 7 3", "4: 11/11/11/11 24 3");
        assertThat(builder.closeTimeNanos(0)).isEqualTo(6);
        assertThat(builder.window(0).forming(CandleField.VOLUME)).isEqualTo(1);
    }

    @Test
    void shouldCloseAVolumeCandleWithTheTradeThatReachesTheVolumeAndNotSplitIt() {
        open(CandleKind.VOLUME, 10);
        trades(new long[][] {{10, 9}, {11, 0}, {12, 25}, {13, 10}, {14, 5}, {15, 4}, {16, 1}});
        assertThat(closed).containsExactly("1: 10/12/10/12 34 3", "4: 13/13/13/13 10 1", "5: 14/16/14/16 10 3");
    }

    @Test
    void shouldCloseAValueCandleByTheMagnitudesOfNegativePricesToo() {
        open(CandleKind.VALUE, 100);
        trades(new long[][] {{10, 9}, {-1, 9}, {-1, 1}, {-50, 2}, {99, 1}, {0, 1000}, {1, 1}});
        assertThat(closed).containsExactly("1: 10/10/-1/-1 19 3", "4: -50/-50/-50/-50 2 1", "5: 99/99/0/1 1002 3");
        assertThat(builder.window(0).value(CandleField.QUOTE_VOLUME, 2)).isEqualTo(80);
    }

    @Test
    void shouldCountTheValueThoughTheLayoutDoesNotKeepIt() {
        builder = EventCandleBuilder.open(memory, WHOLE, CandlePolicy.DEFAULT, window -> closed.add("" + window.volume(0)),
            CandleSpec.of(CandleKind.VALUE, 100));
        trades(new long[][] {{10, 9}, {1, 10}, {100, 1}});
        assertThat(closed).containsExactly("19", "1");
    }

    @Test
    void shouldCloseARangeCandleOnceHighAndLowAreFarEnoughApart() {
        open(CandleKind.RANGE, 5);
        trades(new long[][] {{10, 1}, {14, 1}, {9, 1}, {20, 1}, {20, 1}, {16, 1}, {26, 1}});
        assertThat(closed).containsExactly("1: 10/14/9/9 3 3", "4: 20/26/16/26 4 4");
    }

    @Test
    void shouldCloseARangeCandleOverTheWholeRangeOfPrices() {
        open(CandleKind.RANGE, Long.MAX_VALUE);
        trades(new long[][] {{-2, 0}, {Long.MAX_VALUE - 3, 0}, {Long.MIN_VALUE / 2, 0}});
        assertThat(closed).containsExactly("1: -2/9223372036854775804/-4611686018427387904/-4611686018427387904 0 3");
    }

    @Test
    void shouldLayBricksUpAndTurnAfterTwiceTheSize() {
        open(CandleKind.RENKO, 10);
        trades(new long[][] {{100, 1}, {109, 2}, {110, 4}, {119, 8}, {101, 16}, {100, 32}, {91, 64}, {90, 128}, {109, 256}, {110, 512}});
        assertThat(closed).containsExactly("1: 100/110/100/110 7 3", "4: 100/100/90/90 248 5", "9: 100/110/100/110 768 2");
    }

    @Test
    void shouldBeginWithABrickDownFromTheFirstPrice() {
        open(CandleKind.RENKO, 10);
        trades(new long[][] {{5, 1}, {-4, 1}, {-5, 1}});
        assertThat(closed).containsExactly("1: 5/5/-5/-5 3 3");
    }

    @Test
    void shouldLaySeveralBricksOfOneTradeAndCountItInTheFirst() {
        open(CandleKind.RENKO, 10);
        trades(new long[][] {{100, 1}, {135, 2}, {99, 4}, {100, 8}});
        assertThat(closed).containsExactly("1: 100/110/100/110 3 2", "2: 110/120/110/120 0 0", "2: 120/130/120/130 0 0",
            "3: 120/120/110/110 4 1", "3: 110/110/100/100 0 0");
        assertThat(builder.closeTimeNanos(0)).isEqualTo(3);
        assertThat(builder.window(0).forming(CandleField.CLOSE)).isEqualTo(100);
    }

    @Test
    void shouldRefuseATradeOfMoreThanAMillionBricks() {
        open(CandleKind.RENKO, 10);
        trades(new long[][] {{100, 1}, {105, 2}});
        assertThatThrownBy(() -> builder.onTrade(3, 10_000_110, LARGE, 0, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a trade must not make more than 1000000 bricks: bricks=1000001, price=10000110, size=10");
        assertThatThrownBy(() -> builder.onTrade(3, Long.MIN_VALUE, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.window(0).forming(CandleField.HIGH)).isEqualTo(105);
        assertThat(builder.onTrade(2, 10_000_109, LARGE, 0, 0)).as("neither time nor sums of the trade left out count")
            .isEqualTo(IngestResult.ACCEPTED);
        assertThat(closed).hasSize(1_000_000).startsWith("1: 100/110/100/110 900000000003 3")
            .endsWith("2: 10000090/10000100/10000090/10000100 0 0");
    }

    @Test
    void shouldRefuseATradeOfMoreBricksThanALongCounts() {
        open(CandleKind.RENKO, 1);
        trades(new long[][] {{Long.MIN_VALUE, 0}});
        assertThatThrownBy(() -> builder.onTrade(2, Long.MAX_VALUE, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("bricks=18446744073709551615,");
    }

    private void open(CandleKind kind, long size) {
        CandleSpec spec = CandleSpec.of(kind, size).layout(CandleLayout.FULL);
        builder = EventCandleBuilder.open(memory, WHOLE, CandlePolicy.DEFAULT, this::note, spec);
    }

    private void note(CandleWindow window) {
        closed.add(window.openTimeNanos(0) + ": " + window.open(0) + "/" + window.high(0) + "/" + window.low(0) + "/" + window.close(0)
            + " " + window.volume(0) + " " + window.value(CandleField.TRADE_COUNT, 0));
    }

    private void trades(long[][] pricesAndQuantities) {
        for (long[] trade : pricesAndQuantities) {
            assertThat(builder.onTrade(++now, trade[0], trade[1], 0, 0)).isEqualTo(IngestResult.ACCEPTED);
        }
    }
}
