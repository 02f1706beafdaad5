package io.windrow.pipeline.feeds;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;

/** Hands the rows of a feed to a listener, at the scales of a registry. */
final class ReplaySink implements RowSink {

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long DAY_NANOS = 24 * HOUR_NANOS;

    private final InstrumentRegistry registry;
    private final RowListener listener;
    private final RowValues values;
    private final KindGuard kinds;
    private final long passUnitNanos;
    private int fileInstrument;
    private long shiftNanos;
    private long firstTimeNanos = Long.MAX_VALUE;
    private long lastTimeNanos = Long.MIN_VALUE;

    ReplaySink(InstrumentRegistry registry, FeedOptions options, RowListener listener) {
        this.registry = registry;
        this.listener = listener;
        values = new RowValues(options);
        kinds = new KindGuard(registry.size());
        passUnitNanos = options.content() == FeedContent.CANDLES ? DAY_NANOS : HOUR_NANOS;
    }

    @Override
    public void begin(byte[] symbol) {
        fileInstrument = registry.idOf(symbol, 0, symbol.length);
    }

    @Override
    public LineStatus accept(byte[] text, RowFields fields) {
        int id = fields.hasSymbol()
            ? registry.idOf(text, fields.from(FeedColumn.SYMBOL), fields.to(FeedColumn.SYMBOL)) : fileInstrument;
        if (id == InstrumentRegistry.UNKNOWN) {
            return fields.bad(Reasons.UNKNOWN_SYMBOL);
        }
        if (kinds.isOther(id, fields)) {
            return KindGuard.leaveOut(fields);
        }
        Instrument instrument = registry.get(id);
        values.setScale(AmountKind.PRICE, instrument.priceDecimals());
        values.setScale(AmountKind.QUANTITY, instrument.quantityDecimals());
        values.setScale(AmountKind.QUOTE, instrument.quoteDecimals());
        String fault = values.read(text, fields);
        if (fault != null) {
            return fields.bad(fault);
        }
        kinds.take(id, fields);
        push(id, fields);
        return LineStatus.ROW;
    }

    private void push(int id, RowFields fields) {
        long timeNanos = fields.timeNanos();
        firstTimeNanos = Math.min(firstTimeNanos, timeNanos);
        lastTimeNanos = Math.max(lastTimeNanos, timeNanos);
        listener.onRow(id, timeNanos + shiftNanos, values, fields);
    }

    /**
     * Moves the times of the next pass behind those of the last: by the span of the data, in whole hours, so that candles begin at the
     * same minutes in each pass; in whole days if the rows are candles, which may themselves be hours long.
     */
    void nextPass() {
        if (firstTimeNanos > lastTimeNanos) {
            return;
        }
        long units = (lastTimeNanos - firstTimeNanos) / passUnitNanos + 1;
        shiftNanos += units * passUnitNanos;
        if (shiftNanos > Epochs.END_NANOS - lastTimeNanos) {
            throw new IllegalStateException("passes must end before the year 2200: shiftNanos=" + shiftNanos);
        }
    }
}
