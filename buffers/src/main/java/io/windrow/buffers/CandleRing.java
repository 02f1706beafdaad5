package io.windrow.buffers;

/** What a {@link CandleWindow} lets the builders do: close a forming candle into a row, fill a gap, change a closed candle. */
abstract class CandleRing extends Window<CandleField> {

    static final int OPEN_TIME = CandleField.OPEN_TIME.ordinal();
    static final int OPEN = CandleField.OPEN.ordinal();
    static final int HIGH = CandleField.HIGH.ordinal();
    static final int LOW = CandleField.LOW.ordinal();
    static final int CLOSE = CandleField.CLOSE.ordinal();
    static final int VOLUME = CandleField.VOLUME.ordinal();
    static final int QUOTE_VOLUME = CandleField.QUOTE_VOLUME.ordinal();
    static final int TRADE_COUNT = CandleField.TRADE_COUNT.ordinal();
    static final int TAKER_BUY_VOLUME = CandleField.TAKER_BUY_VOLUME.ordinal();
    static final int TAKER_BUY_QUOTE_VOLUME = CandleField.TAKER_BUY_QUOTE_VOLUME.ordinal();

    private final boolean full;
    private final boolean timed;
    private long newestOpenTime = Long.MIN_VALUE;
    /** Null for a window that no builder fills. */
    private FormingCandle forming;
    /** The window of the next finer frame, whose forming candle is part of this one's; null for the finest. */
    private CandleRing finer;

    CandleRing(WindowPlace place, WindowShape shape, Instrument instrument, CandleSpec spec) {
        super(place, shape, instrument, spec.step());
        full = spec.layout() == CandleLayout.FULL;
        timed = spec.kind().hasTimeframe();
    }

    abstract CandleSpec spec();

    @Override
    final long step() {
        return spec().step();
    }

    /** Makes the forming candle that a builder fills; {@code finerWindow} is null for the finest frame. */
    final FormingCandle beginForming(CandleRing finerWindow) {
        finer = finerWindow;
        forming = new FormingCandle(full);
        return forming;
    }

    final boolean isFull() {
        return full;
    }

    // The forming candle.

    final boolean hasOwnForming() {
        return forming != null && forming.exists();
    }

    final boolean isFormingAnywhere() {
        return hasOwnForming() || finer != null && finer.isFormingAnywhere();
    }

    /** A value of the forming candle, what forms in the finer windows included. */
    final long formingOf(CandleField field) {
        if (finer == null || !finer.isFormingAnywhere()) {
            return forming.value(field);
        }
        long later = finer.formingOf(field);
        if (!hasOwnForming()) {
            return field == CandleField.OPEN_TIME ? spec().timeframe().openTimeNanos(later) : later;
        }
        long own = forming.value(field);
        return switch (field) {
            case OPEN_TIME, OPEN -> own;
            case HIGH -> Math.max(own, later);
            case LOW -> Math.min(own, later);
            case CLOSE -> later;
            default -> own + later;
        };
    }

    // Closed candles.

    /** Appends the forming candle to the closed ones. Its fields stay as they are, but it exists no more. */
    final void closeForming() {
        FormingCandle candle = forming;
        appendPrices(candle.openTime, candle.open, candle.high, candle.low, candle.close, candle.volume, candle.quoteVolume,
            candle.tradeCount, candle.takerBuyVolume, candle.takerBuyQuoteVolume);
        candle.clear();
    }

    final void appendFlat(long openTimeNanos) {
        long close = get(CLOSE, 0);
        appendPrices(openTimeNanos, close, close, close, close, 0, 0, 0, 0, 0);
    }

    /** Appends a candle of either layout. */
    final void appendPrices(long openTimeNanos, long open, long high, long low, long close, long volume, long quoteVolume,
        long tradeCount, long takerBuyVolume, long takerBuyQuoteVolume) {
        checkOrder(openTimeNanos);
        long count = rowsWritten() + 1;
        int stride = rowCapacity();
        if (full) {
            block().putRowAt(begunAt(), writtenAt(), count, nextRow(1), stride, openTimeNanos, open, high, low, close, volume, quoteVolume,
                tradeCount, takerBuyVolume, takerBuyQuoteVolume);
        } else {
            block().putRowAt(begunAt(), writtenAt(), count, nextRow(1), stride, openTimeNanos, open, high, low, close, volume);
        }
        advance();
        newestOpenTime = openTimeNanos;
    }

    private void checkOrder(long openTimeNanos) {
        boolean grows = timed ? openTimeNanos > newestOpenTime : openTimeNanos >= newestOpenTime;
        if (!grows && rowsKept() > 0) {
            checkOpen();
            throw new IllegalArgumentException("open time must " + (timed ? "increase" : "not decrease") + ": openTimeNanos="
                + openTimeNanos + ", newest=" + newestOpenTime + ", instrument=" + instrument().symbol());
        }
    }

    /** Changes one value of a closed candle; between {@link #beginRevision} and {@link #endRevision}. */
    final void revise(int column, int ago, long value) {
        block().putLongAt(indexOf(column, ago), value);
    }
}
