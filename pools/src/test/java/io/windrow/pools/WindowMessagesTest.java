package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleKind;
import io.windrow.buffers.CandleLayout;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages filled from the rows of windows. */
class WindowMessagesTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final InstrumentRegistry registry = new InstrumentRegistry(3);
    private final Instrument instrument;

    WindowMessagesTest() {
        registry.register("A", 2, 3);
        registry.register("B", 2, 3);
        instrument = registry.get(1);
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private <T extends Message> T acquire(Supplier<T> factory) {
        return Message.pool(memory, factory).capacity(1).<T>singleThread().acquire();
    }

    @Test
    void shouldTakeATradeFromAWindow() {
        TradeWindow window = TradeWindow.open(memory, instrument, 4);
        window.append(11, 12, 13, 14, Side.SELL.code());
        window.append(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Side.BUY.code());
        Trade trade = acquire(Trade::new);

        trade.set(window, 1);
        assertThat(FieldValues.all(trade)).isEqualTo(List.of(1, Side.SELL, 11L, 0L, 12L, 13L, 14L));

        trade.set(window, 0);
        assertThat(FieldValues.all(trade)).isEqualTo(
            List.of(1, Side.BUY, Long.MAX_VALUE, 0L, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE));
        assertThatThrownBy(() -> trade.set(window, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(trade.side()).as("unchanged").isEqualTo(Side.BUY);
        Allocations.assertNone(() -> trade.set(window, 1));
        window.close();
        assertThatThrownBy(() -> trade.set(window, 0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void shouldTakeAQuoteFromAWindow() {
        QuoteWindow window = QuoteWindow.open(memory, instrument, 4);
        window.append(11, 12, 13, 14, 15);
        window.append(Long.MIN_VALUE, Long.MAX_VALUE, 0, Long.MIN_VALUE, Long.MAX_VALUE);
        Quote quote = acquire(Quote::new);

        quote.set(window, 1);
        assertThat(FieldValues.all(quote)).isEqualTo(List.of(1, 11L, 0L, 12L, 13L, 14L, 15L));

        quote.set(window, 0);
        assertThat(FieldValues.all(quote)).isEqualTo(
            List.of(1, Long.MIN_VALUE, 0L, Long.MAX_VALUE, 0L, Long.MIN_VALUE, Long.MAX_VALUE));
        assertThatThrownBy(() -> quote.set(window, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(quote.ask()).as("unchanged").isEqualTo(Long.MIN_VALUE);
        Allocations.assertNone(() -> quote.set(window, 1));
    }

    @Test
    void shouldTakeACandleOfTimeFromAWindow() {
        CandleWindow window = CandleWindow.open(memory, instrument, CandleSpec.of(Timeframe.minutes(1)).capacity(4));
        window.append(60_000_000_000L, 2, 4, 1, 3, 5);
        window.append(120_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        Candle candle = acquire(Candle::new);

        candle.set(window, 1);
        assertThat(FieldValues.all(candle)).isEqualTo(
            List.of(1, CandleKind.TIME, 60_000_000_000L, 60_000_000_000L, 2L, 4L, 1L, 3L, 5L));

        candle.set(window, 0);
        assertThat(FieldValues.all(candle)).isEqualTo(List.of(1, CandleKind.TIME, 60_000_000_000L, 120_000_000_000L, Long.MIN_VALUE,
            Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
        assertThatThrownBy(() -> candle.set(window, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(candle.openTimeNanos()).as("unchanged").isEqualTo(120_000_000_000L);
        Allocations.assertNone(() -> candle.set(window, 1));
    }

    @Test
    void shouldTakeACandleOfASizeAndOfTheFullLayout() {
        CandleWindow window = CandleWindow.open(memory, instrument,
            CandleSpec.of(CandleKind.VOLUME, 500).capacity(4).layout(CandleLayout.FULL));
        window.append(9, 2, 4, 1, 3, 500, 6, 7, 8, 10);
        Candle candle = acquire(Candle::new);

        candle.set(window, 0);

        assertThat(FieldValues.all(candle)).isEqualTo(List.of(1, CandleKind.VOLUME, 500L, 9L, 2L, 4L, 1L, 3L, 500L));
    }
}
