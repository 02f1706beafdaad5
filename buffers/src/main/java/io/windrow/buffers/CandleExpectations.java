package io.windrow.buffers;

/**
 * How candles of imbalance and of runs learn from the closed ones what to expect. Immutable.
 *
 * <p>The source (see {@link EventCandleBuilder}) asks for exponentially weighted averages and leaves their span open; 3 candles is the
 * default of {@code num_prev_bars} in mlfinlab, the best known implementation. The bounds of the expected number of trades are not in
 * the source, but mlfinlab has the like ({@code exp_num_ticks_constraints}): without them the expected number of trades can collapse or
 * grow without end. In a market without direction that of tick imbalance drifts to the upper bound, and that of tick runs to the lower
 * one.
 *
 * <p>The expected weight of a trade has no bounds. One trade that weighs as much as thousands of others, such as a block at the open of
 * a stock exchange, makes the next candles of volume and of value imbalance just as long; a longer span takes less of it.
 *
 * @param span   candles that the averages look back on: a new value weighs 2 / (span + 1).
 * @param factor the expected number of trades is held between the first candle's divided and multiplied by this.
 */
public record CandleExpectations(int span, int factor) {

    /** A span of 3 candles, and between a tenth and ten times the trades of the first candle. */
    public static final CandleExpectations DEFAULT = new CandleExpectations(3, 10);

    /**
     * Creates expectations.
     *
     * @param span   candles, positive.
     * @param factor at least 1, which keeps the expected number of trades as it is.
     * @throws IllegalArgumentException if a number is not positive.
     */
    public CandleExpectations {
        if (span <= 0) {
            throw new IllegalArgumentException("span must be positive: span=" + span);
        }
        if (factor <= 0) {
            throw new IllegalArgumentException("factor must be positive: factor=" + factor);
        }
    }

    /** The expected number of trades within its bounds. */
    double hold(double trades, long firstTrades) {
        double least = firstTrades / (double) factor;
        double most = firstTrades * (double) factor;
        return Math.max(least, Math.min(most, trades));
    }
}
