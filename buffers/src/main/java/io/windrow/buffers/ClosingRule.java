package io.windrow.buffers;

/** Says which trade is the last of its candle, for the kinds that the clock does not close. Holds what it needs to know; one thread. */
interface ClosingRule {

    /** The rule of a kind; an error for kinds with a time frame. */
    static ClosingRule of(CandleSpec spec, CandleExpectations expectations) {
        long size = spec.size();
        return switch (spec.kind()) {
            case TICK -> new SizeRule(TradeWeight.ONE, size);
            case VOLUME -> new SizeRule(TradeWeight.QUANTITY, size);
            case VALUE -> new SizeRule(TradeWeight.VALUE, size);
            case RANGE -> new RangeRule(size);
            case RENKO -> new RenkoRule(size);
            case TICK_IMBALANCE -> new ImbalanceRule(TradeWeight.ONE, size, expectations);
            case VOLUME_IMBALANCE -> new ImbalanceRule(TradeWeight.QUANTITY, size, expectations);
            case VALUE_IMBALANCE -> new ImbalanceRule(TradeWeight.VALUE, size, expectations);
            case TICK_RUNS -> new RunsRule(TradeWeight.ONE, size, expectations);
            case VOLUME_RUNS -> new RunsRule(TradeWeight.QUANTITY, size, expectations);
            case VALUE_RUNS -> new RunsRule(TradeWeight.VALUE, size, expectations);
            case TIME, HEIKIN_ASHI ->
                throw new IllegalArgumentException("candles with a time frame are closed by the clock, not by trades: candles=" + spec);
        };
    }

    /** Whether a kind weighs trades by price × quantity. */
    static boolean needsQuote(CandleKind kind) {
        return kind == CandleKind.VALUE || kind == CandleKind.VALUE_IMBALANCE || kind == CandleKind.VALUE_RUNS;
    }

    /** Refuses a trade that cannot be taken, before anything changes. */
    default void check(long price) {
    }

    /** Takes a trade that is in the forming candle already; answers how many candles it completes, of which the first is that one. */
    int take(FormingCandle candle, long price, long quantity, long quote);

    /** Gives the next of the completed candles its prices, where they are not those of its trades. */
    default void shape(FormingCandle candle) {
    }
}
