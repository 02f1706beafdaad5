package io.windrow.pipeline.feeds;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;

/** Hands the trades of a feed to a listener, at the scales of a registry. */
final class ReplaySink implements TradeSink {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final InstrumentRegistry registry;
    private final TradeListener listener;
    private final int hiddenPriceDecimals;
    private final KindGuard kinds;
    private int fileInstrument;
    private long shiftNanos;
    private long firstTimeNanos = Long.MAX_VALUE;
    private long lastTimeNanos = Long.MIN_VALUE;

    ReplaySink(InstrumentRegistry registry, FeedOptions options, TradeListener listener) {
        this.registry = registry;
        this.listener = listener;
        hiddenPriceDecimals = options.priceScaleDigits();
        kinds = new KindGuard(registry.size());
    }

    @Override
    public void begin(byte[] symbol) {
        fileInstrument = registry.idOf(symbol, 0, symbol.length);
    }

    @Override
    public LineStatus accept(byte[] text, TradeFields fields) {
        int id = fields.hasSymbol() ? registry.idOf(text, fields.symbolFrom(), fields.symbolTo()) : fileInstrument;
        if (id == InstrumentRegistry.UNKNOWN) {
            return fields.bad(Reasons.UNKNOWN_SYMBOL);
        }
        if (kinds.isOther(id, fields)) {
            return KindGuard.leaveOut(fields);
        }
        Instrument instrument = registry.get(id);
        long price = Mantissas.parse(text, fields.priceFrom(), fields.priceTo(), instrument.priceDecimals(), hiddenPriceDecimals);
        String fault = Amounts.priceFault(price);
        if (fault != null) {
            return fields.bad(fault);
        }
        long quantity = Mantissas.parse(text, fields.quantityFrom(), fields.quantityTo(), instrument.quantityDecimals(), 0);
        fault = Amounts.quantityFault(quantity);
        if (fault != null) {
            return fields.bad(fault);
        }
        kinds.take(id, fields);
        push(id, price, quantity, fields);
        return LineStatus.TRADE;
    }

    private void push(int id, long price, long quantity, TradeFields fields) {
        long timeNanos = fields.timeNanos();
        firstTimeNanos = Math.min(firstTimeNanos, timeNanos);
        lastTimeNanos = Math.max(lastTimeNanos, timeNanos);
        listener.onTrade(id, timeNanos + shiftNanos, price, quantity, fields.tradeId(), fields.sideCode());
    }

    /**
     * Moves the times of the next pass behind those of the last: by the span of the data, in whole hours, so that candles begin at the
     * same minutes in each pass.
     */
    void nextPass() {
        if (firstTimeNanos > lastTimeNanos) {
            return;
        }
        long hours = (lastTimeNanos - firstTimeNanos) / HOUR_NANOS + 1;
        shiftNanos += hours * HOUR_NANOS;
        if (shiftNanos > Epochs.END_NANOS - lastTimeNanos) {
            throw new IllegalStateException("passes must end before the year 2200: shiftNanos=" + shiftNanos);
        }
    }
}
