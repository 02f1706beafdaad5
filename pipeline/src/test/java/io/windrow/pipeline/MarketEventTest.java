package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.pools.Message;
import io.windrow.pools.MessageField;
import io.windrow.pools.Quote;
import io.windrow.pools.SingleThreadPool;
import io.windrow.pools.Trade;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event's slot, and the trade copied out of it. */
class MarketEventTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16);
    private final MemoryBlock slots = memory.allocate("ring", 3 * MarketEventLayout.SLOT_BYTES);
    private final SingleThreadPool<Trade> trades = Message.pool(memory, Trade::new).capacity(1).singleThread();
    private final Trade trade = trades.acquire();
    private final MarketEvent event = new MarketEvent(slots, 1);

    @AfterEach
    void closeMemory() {
        trade.close();
        trades.close();
        memory.close();
    }

    private void putTrade(int instrumentId, long timeNanos, long dueNanos, long price, long quantity, long tradeId, int sideCode) {
        put(MarketEvent.TRADE, instrumentId, sideCode, timeNanos, dueNanos, price, quantity, tradeId, 0);
    }

    private void put(int type, int instrumentId, int second, long timeNanos, long dueNanos, long first, long other, long third, long last) {
        slots.putLongsAt(MarketEventLayout.SLOT_LONGS, MarketEventLayout.pair(type, 0), MarketEventLayout.pair(instrumentId, second),
            timeNanos, dueNanos, first, other, third, last);
    }

    private static List<Object> values(Trade trade) {
        return List.of(trade.instrumentId(), trade.side(), trade.timeNanos(), trade.dueNanos(), trade.price(), trade.quantity(),
            trade.tradeId());
    }

    @Test
    void shouldKeepEveryValueOfATradeAndTouchNoOtherSlot() {
        putTrade(Integer.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, -1, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1, Side.SELL.code());

        assertThat(event.type()).isEqualTo(MarketEvent.TRADE);
        assertThat(List.<Object>of(event.instrumentId(), event.side(), event.timeNanos(), event.dueNanos(), event.price(),
            event.quantity(), event.tradeId())).isEqualTo(List.of(Integer.MIN_VALUE, Side.SELL, Long.MIN_VALUE, Long.MAX_VALUE, -1L,
            Long.MAX_VALUE - 1, Long.MIN_VALUE + 1));
        for (int offset = 0; offset < slots.bytes(); offset += Long.BYTES) {
            boolean own = offset >= MarketEventLayout.SLOT_BYTES && offset < 2 * MarketEventLayout.SLOT_BYTES;
            assertThat(own || slots.getLong(offset) == 0).as("offset %s", offset).isTrue();
        }
    }

    @Test
    void shouldCopyEveryValueToAPooledTrade() {
        putTrade(1, 2, 3, 4, 5, 6, Side.BUY.code());

        event.copyTo(trade);

        assertThat(values(trade)).isEqualTo(List.of(1, Side.BUY, 2L, 3L, 4L, 5L, 6L));

        putTrade(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, 0, -7, Side.UNKNOWN.code());
        assertThat(trade.price()).as("a copy outlives its slot").isEqualTo(4);
        event.copyTo(trade);

        assertThat(values(trade)).isEqualTo(
            List.of(Integer.MAX_VALUE, Side.UNKNOWN, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, 0L, -7L));
    }

    @Test
    void shouldRefuseToCopyWhatIsNoTrade() {
        putTrade(1, 2, 3, 4, 5, 6, Side.BUY.code());
        event.copyTo(trade);
        put(MarketEvent.CLOCK, 0, 0, 8, 9, 0, 0, 0, 0);

        assertThatThrownBy(() -> event.copyTo(trade)).isInstanceOf(IllegalStateException.class)
            .hasMessage("event must be a trade: type=CLOCK");
        assertThat(event.timeNanos()).isEqualTo(8);
        assertThat(event.dueNanos()).isEqualTo(9);
        assertThat(trade.timeNanos()).as("of the message").isEqualTo(2);
    }

    @Test
    void shouldRefuseAMessageThatIsNotOut() {
        putTrade(1, 2, 3, 4, 5, 6, 0);
        trade.close();

        assertThatThrownBy(() -> event.copyTo(trade)).hasMessage("object is released already: pool=trade, slot=0");
        assertThat(trades.acquire()).isSameAs(trade);
        assertThat(trade.price()).as("nothing was written").isZero();
    }

    @Test
    void shouldHaveRoomForEveryFieldBesideItsType() {
        assertThat(MarketEventLayout.MESSAGE).isGreaterThanOrEqualTo(2 * Integer.BYTES);
        assertThat(MarketEventLayout.MESSAGE + Trade.LAYOUT.bytes()).isLessThanOrEqualTo(MarketEventLayout.SLOT_BYTES);
        assertThat(MarketEventLayout.MESSAGE + Quote.LAYOUT.bytes()).isLessThanOrEqualTo(MarketEventLayout.SLOT_BYTES);
        assertThat(Trade.LAYOUT.fields()).extracting(MessageField::name).as("set by an event")
            .containsExactlyInAnyOrder("instrumentId", "side", "timeNanos", "dueNanos", "price", "quantity", "tradeId");
    }

    @Test
    void shouldAllocateNothingToCopy() {
        putTrade(1, 2, 3, 4, 5, 6, 0);

        Allocations.assertNone(() -> event.copyTo(trade));
    }
}
