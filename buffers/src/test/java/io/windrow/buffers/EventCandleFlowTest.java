package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Imbalance and runs on trades few enough to work out by hand: the number of trades of each closed candle. */
class EventCandleFlowTest {

    private static final Instrument WHOLE = new Instrument(0, "WHOLE", 0, 0);
    private static final CandleExpectations SPAN_OF_3 = new CandleExpectations(3, 10);

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final List<Long> closed = new ArrayList<>();
    private EventCandleBuilder builder;
    private long now;
    private long price = 1000;

    @AfterEach
    void close() {
        memory.close();
    }

    /**
     * Candle 1: + + − +, four trades as expected; θ = 2, E0[T] = 4, E0[b] = 1/2: threshold 2. Candle 2: + − − −, so θ = −2 of four;
     * with a new value weighing a half E0[T] = 4, E0[b] = 0: threshold 0. Candle 3: any trade. E0[T] = 2.5, E0[b] = 1/2: 1.25.
     */
    @Test
    void shouldCloseOnceTicksOfOneDirectionOutnumberTheOthersByWhatIsExpected() {
        open(CandleKind.TICK_IMBALANCE, 4, SPAN_OF_3);
        moves("++-+", 1);
        assertThat(closed).containsExactly(4L);
        moves("+--", 1);
        assertThat(closed).containsExactly(4L);
        moves("-", 1);
        assertThat(closed).containsExactly(4L, 4L);
        moves("+", 1);
        assertThat(closed).containsExactly(4L, 4L, 1L);
        moves("-", 1);
        assertThat(closed).containsExactly(4L, 4L, 1L);
        moves("-", 1);
        assertThat(closed).containsExactly(4L, 4L, 1L, 2L);
    }

    /** E0[T] = 2 and E0[b v] = (3 + 5) / 2 = 4 make a threshold of 8, which 7 do not reach and 8 do. */
    @Test
    void shouldWeighTradesByTheirQuantity() {
        open(CandleKind.VOLUME_IMBALANCE, 2, SPAN_OF_3);
        moves("+", 3);
        moves("+", 5);
        assertThat(closed).containsExactly(2L);
        moves("+", 7);
        moves("-", 14);
        assertThat(closed).containsExactly(2L);
        moves("-", 1);
        assertThat(closed).containsExactly(2L, 3L);
    }

    /** Prices 1001 and 1000: θ = 1001 × 2 − 1000 × 1 = 1002, of two trades: threshold 2 × 501. 1001 × 1 is one short of it. */
    @Test
    void shouldWeighTradesByTheirValue() {
        open(CandleKind.VALUE_IMBALANCE, 2, SPAN_OF_3);
        moves("+", 2);
        moves("-", 1);
        assertThat(closed).containsExactly(2L);
        moves("+", 1);
        assertThat(closed).containsExactly(2L);
        moves("=", 1);
        assertThat(closed).containsExactly(2L, 2L);
    }

    /** Two trades of one direction make a candle here, whichever; the side reported is always a sale. */
    @Test
    void shouldTakeTheDirectionFromThePriceAndKeepItOverTheEndOfACandle() {
        open(CandleKind.TICK_IMBALANCE, 2, new CandleExpectations(1, 1));
        moves("==", 1);
        moves("==", 1);
        moves("--", 1);
        assertThat(closed).containsExactly(2L, 2L, 2L);
        moves("=+", 1);
        assertThat(closed).as("down as before, and up").containsExactly(2L, 2L, 2L);
        moves("=+", 1);
        assertThat(closed).containsExactly(2L, 2L, 2L, 4L);
    }

    /**
     * Candle 1: + + − +: P = 3/4, threshold 4 × 3/4 = 3. Candle 2: + − + − − closes with the third −, of five trades; then
     * E0[T] = 4.5 and P = (3/4 + 2/5) / 2 = 0.575: threshold 2.5875. Candle 3: the third of one direction.
     */
    @Test
    void shouldCloseOnceTicksOfOneDirectionAreAsManyAsExpected() {
        open(CandleKind.TICK_RUNS, 4, SPAN_OF_3);
        moves("++-+", 1);
        assertThat(closed).containsExactly(4L);
        moves("+-+-", 1);
        assertThat(closed).containsExactly(4L);
        moves("-", 1);
        assertThat(closed).containsExactly(4L, 5L);
        moves("++", 1);
        assertThat(closed).containsExactly(4L, 5L);
        moves("+", 1);
        assertThat(closed).containsExactly(4L, 5L, 3L);
    }

    /**
     * Candle 1: + 4, − 10: P = 1/2, threshold 2 × max(1/2 × 4, 1/2 × 10) = 10. Candle 2: + 9, + 1: closes at 10; then P = 3/4,
     * E[v|+] = (4 + 5) / 2 = 4.5, E[v|−] still 10: threshold 2 × max(3.375, 2.5) = 6.75. Candle 3: − 6 is short of it, − 1 is not.
     */
    @Test
    void shouldLeaveTheWeightOfADirectionThatACandleDoesNotHave() {
        open(CandleKind.VOLUME_RUNS, 2, SPAN_OF_3);
        moves("+", 4);
        moves("-", 10);
        moves("+", 9);
        assertThat(closed).containsExactly(2L);
        moves("+", 1);
        assertThat(closed).containsExactly(2L, 2L);
        moves("-", 6);
        assertThat(closed).containsExactly(2L, 2L);
        moves("-", 1);
        assertThat(closed).containsExactly(2L, 2L, 2L);
    }

    /** Candles of one direction, each twice the expectation of one trade: without bounds E0[T] would be 1, then 1, and so on. */
    @Test
    void shouldHoldTheExpectedTradesWithinTheirBounds() {
        open(CandleKind.VOLUME_IMBALANCE, 4, new CandleExpectations(1, 2));
        moves("++++", 1);
        moves("+", 4);
        assertThat(closed).containsExactly(4L, 1L);
        moves("+", 7);
        assertThat(closed).as("held at 2 trades of 4").containsExactly(4L, 1L);
        moves("+", 1);
        assertThat(closed).containsExactly(4L, 1L, 2L);
        moves("+-+-+-+-+-+-+-+-+-+-", 4);
        moves("+", 8);
        assertThat(closed).containsExactly(4L, 1L, 2L, 21L);
        moves("=", 3);
        assertThat(closed).as("held at 8 trades of 4, each 8 / 21").containsExactly(4L, 1L, 2L, 21L);
        moves("=", 1);
        assertThat(closed).containsExactly(4L, 1L, 2L, 21L, 2L);
    }

    @Test
    void shouldMakeTheNextTradeACandleWhenNothingIsExpected() {
        open(CandleKind.TICK_IMBALANCE, 2, SPAN_OF_3);
        moves("+-+", 1);
        assertThat(closed).containsExactly(2L, 1L);
    }

    @Test
    void shouldRefuseExpectationsThatAreNotPositive() {
        assertThatThrownBy(() -> new CandleExpectations(0, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("span must be positive: span=0");
        assertThatThrownBy(() -> new CandleExpectations(1, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("factor must be positive: factor=0");
    }

    private void open(CandleKind kind, long size, CandleExpectations expectations) {
        CandleSpec spec = CandleSpec.of(kind, size).layout(CandleLayout.FULL);
        builder = EventCandleBuilder.open(memory, WHOLE, CandlePolicy.DEFAULT,
            window -> closed.add(window.value(CandleField.TRADE_COUNT, 0)), spec, expectations);
    }

    /** Trades one higher, one lower or at the same price; the side reported is always a sale. */
    private void moves(String directions, long quantity) {
        for (char direction : directions.toCharArray()) {
            price += direction == '+' ? 1 : direction == '-' ? -1 : 0;
            builder.onTrade(++now, price, quantity, 0, Side.SELL.code());
        }
    }
}
