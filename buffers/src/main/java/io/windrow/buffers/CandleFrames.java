package io.windrow.buffers;

/** Rules for the windows of one {@link CandleBuilder}, and for candles put into it. */
final class CandleFrames {

    private static final long MAX_TRADES = 1L << 32;

    private CandleFrames() {
    }

    static void check(CandleSpec[] specs) {
        Timeframe[] timeframes = new Timeframe[specs.length];
        for (int i = 0; i < specs.length; i++) {
            if (specs[i].kind() != CandleKind.TIME) {
                throw new IllegalArgumentException("a builder of several frames makes candles of time: candles=" + specs[i]);
            }
            timeframes[i] = specs[i].timeframe();
        }
        Timeframe.checkFinestFirst(timeframes);
        for (int i = 1; i < specs.length; i++) {
            checkLayouts(specs[i - 1], specs[i]);
        }
    }

    private static void checkLayouts(CandleSpec finer, CandleSpec coarser) {
        if (coarser.layout().columns() > finer.layout().columns()) {
            throw new IllegalArgumentException("a coarser frame keeps no value that the one before does not: layout=" + coarser.layout()
                + ", before=" + finer.layout() + ", timeframe=" + coarser.timeframe());
        }
    }

    static void checkSameInstrument(CandleWindow[] windows) {
        for (CandleWindow window : windows) {
            if (window.instrument() != windows[0].instrument()) {
                throw new IllegalArgumentException("all windows must be of one instrument: instrument=" + window.instrument().symbol()
                    + ", before=" + windows[0].instrument().symbol());
            }
            if (window.size() > 0 || window.hasForming()) {
                throw new IllegalArgumentException(
                    "a builder begins with empty windows: size=" + window.size() + ", window=" + window.description());
            }
        }
    }

    static void checkValues(long open, long high, long low, long close, long volume) {
        if (low > open || low > close || high < open || high < close) {
            throw new IllegalArgumentException("open and close must lie between low and high: open=" + open + ", high=" + high
                + ", low=" + low + ", close=" + close);
        }
        if (volume < 0) {
            throw new IllegalArgumentException("volume must not be negative: volume=" + volume);
        }
    }

    /** With counts up to this, two billion candles can be merged before their sum is too large. */
    static void checkCounts(long volume, long tradeCount, long takerBuyVolume) {
        if (tradeCount < 0 || tradeCount > MAX_TRADES) {
            throw new IllegalArgumentException("trade count must be 0 to " + MAX_TRADES + ": tradeCount=" + tradeCount);
        }
        if (takerBuyVolume < 0 || takerBuyVolume > volume) {
            throw new IllegalArgumentException(
                "taker-buy volume must be 0 to the volume: takerBuyVolume=" + takerBuyVolume + ", volume=" + volume);
        }
    }
}
