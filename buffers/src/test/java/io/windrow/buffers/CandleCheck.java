package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.NaiveCandles.Cell;
import io.windrow.buffers.NaiveCandles.Frame;
import io.windrow.buffers.NaiveCandles.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Feeds a builder and its naive model the same, and compares what each says and has. */
final class CandleCheck {

    private final Instrument instrument;
    private final NaiveCandles expected;
    private final List<String> events = new ArrayList<>();
    private final long[] counts = new long[IngestResult.values().length];
    private CandleBuilder builder;

    CandleCheck(Instrument instrument, NaiveCandles expected) {
        this.instrument = instrument;
        this.expected = expected;
    }

    void watch(CandleBuilder watched) {
        builder = watched;
    }

    /** Notes what it is told, and that no window shows a candle that ends after the one that is told. */
    CandleListener listener() {
        return new CandleListener() {
            @Override
            public void onCandle(CandleWindow window) {
                events.add("closed " + window.spec() + " " + window.openTimeNanos(0));
                long end = window.timeframe().closeTimeNanos(window.openTimeNanos(0));
                for (int frame = 0; frame < builder.frames(); frame++) {
                    if (builder.window(frame).size() > 0 && builder.closeTimeNanos(frame) > end) {
                        throw new AssertionError(builder.window(frame) + " is ahead of " + window.spec());
                    }
                }
            }

            @Override
            public void onRevision(CandleWindow window, long sequence) {
                events.add("revised " + window.spec() + " " + window.openTimeNanos((int) (window.newestSequence() - sequence)));
            }
        };
    }

    void trade(long time, long price, long quantity, long id, int side) {
        IngestResult result = expected.trade(time, BigDecimal.valueOf(price, instrument.priceDecimals()),
            BigDecimal.valueOf(quantity, instrument.quantityDecimals()), id, side == Side.BUY.code());
        counts[result.ordinal()]++;
        IngestResult actual;
        try {
            actual = builder.onTrade(time, price, quantity, id, side);
        } catch (LateTradeException e) {
            actual = IngestResult.LATE_REJECTED;
        }
        if (actual != result) {
            assertThat(actual).as("trade at %s, id %s", time, id).isEqualTo(result);
        }
    }

    void clock(long now) {
        expected.clock(now);
        builder.onClock(now);
    }

    /** What was told since the last call, to the last event and in order. */
    void assertSameEvents() {
        assertThat(events).isEqualTo(expected.takeEvents());
        events.clear();
    }

    void assertSameCounts() {
        for (IngestResult result : IngestResult.values()) {
            assertThat(builder.count(result)).as("%s", result).isEqualTo(counts[result.ordinal()]);
        }
    }

    void assertSameCandles() {
        for (int index = 0; index < builder.frames(); index++) {
            CandleWindow window = builder.window(index);
            Frame frame = expected.frames().get(index);
            List<Cell> closed = frame.cells.values().stream().filter(cell -> cell.closed).toList();
            assertThat(window.newestSequence()).as("candles of %s", window.spec()).isEqualTo(closed.size() - 1);
            for (int ago = 0; ago < window.size(); ago++) {
                int row = ago;
                long[] values = values(window, field -> window.value(field, row));
                long[] right = right(frame, closed.get(closed.size() - 1 - ago), values.length);
                if (!Arrays.equals(values, right)) {
                    assertThat(values).as("%s, ago %s", window.spec(), ago).isEqualTo(right);
                }
            }
            assertThat(window.hasForming()).as("forming in %s", window.spec()).isEqualTo(frame.unclosed() != null);
            if (window.hasForming()) {
                long[] values = values(window, window::forming);
                assertThat(values).as("forming in %s", window.spec()).isEqualTo(right(frame, frame.unclosed(), values.length));
            }
        }
    }

    private static long[] values(CandleWindow window, Function<CandleField, Long> value) {
        long[] values = new long[window.spec().layout().columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = value.apply(CandleField.values()[column]);
        }
        return values;
    }

    private long[] right(Frame frame, Cell cell, int columns) {
        List<Trade> trades = cell.sorted();
        BigDecimal close = frame.close(cell);
        BigDecimal high = trades.stream().map(Trade::price).max(BigDecimal::compareTo).orElse(close);
        BigDecimal low = trades.stream().map(Trade::price).min(BigDecimal::compareTo).orElse(close);
        int prices = instrument.priceDecimals();
        int quantities = instrument.quantityDecimals();
        int quotes = instrument.quoteDecimals();
        List<Trade> buys = trades.stream().filter(Trade::buy).toList();
        long[] all = {cell.open, mantissa(trades.isEmpty() ? close : trades.get(0).price(), prices), mantissa(high, prices),
            mantissa(low, prices), mantissa(close, prices), mantissa(sum(trades, Trade::quantity), quantities),
            mantissa(sum(trades, CandleCheck::quote), quotes), trades.size(), mantissa(sum(buys, Trade::quantity), quantities),
            mantissa(sum(buys, CandleCheck::quote), quotes)};
        return Arrays.copyOf(all, columns);
    }

    private static BigDecimal quote(Trade trade) {
        return trade.price().multiply(trade.quantity());
    }

    private static BigDecimal sum(List<Trade> trades, Function<Trade, BigDecimal> part) {
        return trades.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long mantissa(BigDecimal value, int decimals) {
        return value.movePointRight(decimals).longValueExact();
    }
}
