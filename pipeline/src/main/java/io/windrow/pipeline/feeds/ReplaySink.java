package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;

/** Holds the row of a feed that was taken last, at the scales of a registry, and hands it to a listener. */
final class ReplaySink implements RowSink {

    private final InstrumentRegistry registry;
    private final SymbolIndex symbols;
    private final RowValues values;
    private final KindGuard kinds;
    private int fileInstrument;
    private int instrumentId;

    ReplaySink(InstrumentRegistry registry, FeedOptions options) {
        this.registry = registry;
        symbols = new SymbolIndex(registry);
        values = new RowValues(options);
        kinds = new KindGuard(registry.size());
    }

    @Override
    public void begin(byte[] symbol) {
        fileInstrument = registry.idOf(symbol, 0, symbol.length);
    }

    @Override
    public LineStatus accept(byte[] text, RowFields fields) {
        int id = fields.hasSymbol()
            ? symbols.idOf(text, fields.from(FeedColumn.SYMBOL), fields.to(FeedColumn.SYMBOL)) : fileInstrument;
        if (id == InstrumentRegistry.UNKNOWN) {
            return fields.bad(Reasons.UNKNOWN_SYMBOL);
        }
        if (kinds.isOther(id, fields)) {
            return KindGuard.leaveOut(fields);
        }
        values.setScales(registry.get(id));
        String fault = values.read(text, fields);
        if (fault != null) {
            return fields.bad(fault);
        }
        kinds.take(id, fields);
        instrumentId = id;
        return LineStatus.ROW;
    }

    int instrumentId() {
        return instrumentId;
    }

    /** Hands the row over, with its time as it is to be given. */
    void deliver(MarketListener listener, long timeNanos, RowFields fields) {
        switch (fields.content()) {
            case TRADES -> listener.onTrade(instrumentId, timeNanos, values.get(FeedColumn.PRICE), values.get(FeedColumn.QUANTITY),
                fields.tradeId(), fields.sideCode());
            case QUOTES -> listener.onQuote(instrumentId, timeNanos, values.get(FeedColumn.BID), values.get(FeedColumn.BID_SIZE),
                values.get(FeedColumn.ASK), values.get(FeedColumn.ASK_SIZE));
            case CANDLES -> listener.onCandle(instrumentId, timeNanos, values.get(FeedColumn.OPEN), values.get(FeedColumn.HIGH),
                values.get(FeedColumn.LOW), values.get(FeedColumn.CLOSE), values.get(FeedColumn.VOLUME),
                values.get(FeedColumn.QUOTE_VOLUME), values.get(FeedColumn.COUNT), values.get(FeedColumn.TAKER_BUY_VOLUME),
                values.get(FeedColumn.TAKER_BUY_QUOTE_VOLUME));
            case DEPTH -> listener.onDepth(instrumentId, timeNanos, fields.sideCode(), values.get(FeedColumn.PRICE),
                values.get(FeedColumn.QUANTITY), fields.tradeId(), fields.depthFlags());
        }
    }
}
