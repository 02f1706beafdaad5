package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.EventCandlesFromTrades.Candle;
import io.windrow.buffers.memory.OffHeapMemory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts trades into an {@link EventCandleBuilder} and into {@link EventCandlesFromTrades}, and compares every result, every counter and
 * every closed candle.
 */
final class EventCandlesCheck {

    private final CandleSpec spec;
    private final Instrument instrument;
    private final EventCandlesFromTrades expected;
    private final EventCandleBuilder builder;
    private final long[] counts = new long[IngestResult.values().length];
    private final List<long[]> told = new ArrayList<>();
    private long closed;

    EventCandlesCheck(
        OffHeapMemory memory, Instrument instrument, CandlePolicy policy, CandleSpec spec, CandleExpectations expectations) {
        this.spec = spec;
        this.instrument = instrument;
        builder = EventCandleBuilder.open(memory, instrument, policy, this::note, spec, expectations);
        expected = new EventCandlesFromTrades(instrument, spec, policy, expectations);
    }

    void clock(long timeNanos) {
        builder.onClock(timeNanos);
        expected.clock(timeNanos);
    }

    void trade(long time, long price, long quantity, long id, int side) {
        IngestResult result = expected.trade(time, BigDecimal.valueOf(price, instrument.priceDecimals()),
            BigDecimal.valueOf(quantity, instrument.quantityDecimals()), id, side == Side.BUY.code());
        counts[result.ordinal()]++;
        if (result == IngestResult.LATE_REJECTED) {
            assertThatThrownBy(() -> builder.onTrade(time, price, quantity, id, side)).isInstanceOf(LateTradeException.class);
        } else if (builder.onTrade(time, price, quantity, id, side) != result) {
            throw new AssertionError("the result must be " + result + " for " + spec);
        }
        assertSameClosed();
    }

    /** Closed candles that were compared. */
    long closed() {
        return closed;
    }

    private void note(CandleWindow window) {
        long[] row = new long[window.columns() + 1];
        for (CandleField field : CandleField.values()) {
            if (spec.layout().has(field)) {
                row[field.column()] = window.value(field, 0);
            }
        }
        row[window.columns()] = builder.closeTimeNanos(0);
        told.add(row);
    }

    private void assertSameClosed() {
        List<Candle> candles = expected.takeClosed();
        assertSize(candles.size());
        for (int i = 0; i < candles.size(); i++) {
            long[] row = told.get(i);
            Candle candle = candles.get(i);
            if (!Arrays.equals(Arrays.copyOf(row, row.length - 1), candle.values(instrument, spec.layout()))) {
                assertThat(Arrays.copyOf(row, row.length - 1)).as("candle %s of %s", closed + i, spec)
                    .isEqualTo(candle.values(instrument, spec.layout()));
            }
            if (row[row.length - 1] != candle.closeTime()) {
                assertThat(row[row.length - 1]).as("close time of candle %s of %s", closed + i, spec).isEqualTo(candle.closeTime());
            }
        }
        closed += candles.size();
        told.clear();
        if (builder.window(0).newestSequence() != closed - 1) {
            assertThat(builder.window(0).newestSequence()).isEqualTo(closed - 1);
        }
    }

    private void assertSize(int candles) {
        if (told.size() != candles) {
            assertThat(told).as("candles of one trade, %s, after %s", spec, closed).hasSize(candles);
        }
    }

    void assertSameForming() {
        Candle candle = expected.forming();
        assertThat(builder.window(0).hasForming()).as("forming, %s", spec).isEqualTo(candle != null);
        if (candle != null) {
            long[] values = Arrays.stream(CandleField.values()).filter(spec.layout()::has).mapToLong(builder.window(0)::forming).toArray();
            assertThat(values).as("forming, %s", spec).isEqualTo(candle.values(instrument, spec.layout()));
        }
    }

    void assertCounts() {
        for (IngestResult result : IngestResult.values()) {
            assertThat(builder.count(result)).as("%s of %s", result, spec).isEqualTo(counts[result.ordinal()]);
        }
    }
}
