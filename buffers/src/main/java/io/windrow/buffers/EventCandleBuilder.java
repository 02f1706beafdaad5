package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;

/**
 * Builds candles of one instrument that what is traded closes, not the clock: of every {@link CandleKind} without a time frame. One
 * window. Single writer; allocates nothing but for an exception.
 *
 * <p>A trade is never split: the one that completes a candle is its last. A candle is complete when
 * <ul>
 * <li>{@code TICK}, {@code VOLUME}, {@code VALUE}: its trades, their quantities, their |price × quantity| come to the size or more;
 * <li>{@code RANGE}: high − low comes to the size or more;
 * <li>{@code RENKO}: see below;
 * <li>imbalance: |θ| ≥ E0[T] × |E0[b w]|, where θ is the sum of b w over its trades;
 * <li>runs: max(sum of w where b = 1, sum of w where b = −1) ≥ E0[T] × max(P E[w | b = 1], (1 − P) E[w | b = −1]).
 * </ul>
 *
 * <p><b>Renko</b> (S. Nison, Beyond Candlesticks, Wiley 1994). The base is the first price. A brick goes up from the upper end of the
 * last brick, or down from its lower end, once a trade is at least the size beyond that end: so it turns when the price is twice the
 * size from the last close. A trade may complete several bricks; one of more than a million is left out, with an {@link
 * IllegalArgumentException}. All trades since the last brick count in the first one that a trade completes; the further ones have no
 * volume, and open at the time of that trade. High and low are the ends of the brick. While a brick forms, its values are those of the
 * trades since the last one. Nison draws from the closes of days, here every trade counts; other programs begin at a multiple of the
 * size, or add the extremes in between as wicks.
 *
 * <p><b>Imbalance and runs</b> (M. López de Prado, Advances in Financial Machine Learning, Wiley 2018, section 2.3.2). The direction b
 * of a trade is that of the tick rule, whatever side it was reported with: 1 if the price is above that of the trade taken before, −1
 * if below, else as that trade's, and 1 for the first of all. The weight w is 1, the quantity, or |price × quantity|, as a mantissa;
 * sums are exact. The first candle is complete with as many trades as the size. With T trades in a closed candle, the averages over
 * closed candles, each of which counts alike, are
 * <ul>
 * <li>E0[T] of T, held between size / factor and size × factor;
 * <li>E0[b w] of θ / T;
 * <li>P of the share of trades with b = 1;
 * <li>E[w | b = 1] and E[w | b = −1] of the mean weight of such trades; a candle without any leaves it, and it is 0 before the first.
 * </ul>
 * An average is the first value, then {@code a + 2 / (span + 1) × (value − a)}, in {@code double}. A comparison is of θ as a
 * {@code double}. Span and factor are those of {@link CandleExpectations}. An expectation of 0 makes the next trade a candle.
 *
 * <p>A trade is late if it is older than the newest one taken. With {@link LatePolicy#MERGE} it is taken as it arrives, unless it is too
 * far behind the newest time of a trade or of the clock: it counts for the rule as any other, and the open and the close of the
 * forming candle go by the times of its trades. Closed candles never change, as their bounds depend on the order, so there are no
 * revisions. A candle opens at the newest time taken when its first trade arrived: open times never decrease.
 */
public final class EventCandleBuilder extends TradeAggregator {

    private final CandleWindow window;
    private final FormingCandle candle;
    private final ClosingRule rule;
    private final boolean owner;
    private boolean closed;
    private long newestTradeNanos = Long.MIN_VALUE;
    private long clockNanos = Long.MIN_VALUE;
    /** Newest time taken when the newest closed candle was completed. */
    private long closeNanos;

    private EventCandleBuilder(
        OffHeapMemory memory, CandlePolicy policy, CandleListener listener, CandleWindow window, ClosingRule rule, boolean owner) {
        super(memory, window.instrument(), policy, listener, window.isFull() || ClosingRule.needsQuote(window.spec().kind()));
        this.window = window;
        this.rule = rule;
        this.owner = owner;
        candle = window.beginForming(null);
    }

    /**
     * Opens a window, and a builder that closes it with itself; expectations are {@link CandleExpectations#DEFAULT}.
     *
     * @param memory     what they take their bytes from.
     * @param instrument what is traded.
     * @param policy     what becomes of late trades and duplicates.
     * @param listener   is told of each candle that closes.
     * @param spec       candles of a kind without a time frame.
     * @return the builder.
     * @throws IllegalArgumentException if the kind has a time frame, the capacity is out of range, or quote volumes are needed and the
     *                                  instrument has too few decimals for them.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static EventCandleBuilder open(
        OffHeapMemory memory, Instrument instrument, CandlePolicy policy, CandleListener listener, CandleSpec spec) {
        return open(memory, instrument, policy, listener, spec, CandleExpectations.DEFAULT);
    }

    /**
     * Opens a window, and a builder that closes it with itself.
     *
     * @param memory       what they take their bytes from.
     * @param instrument   what is traded.
     * @param policy       what becomes of late trades and duplicates.
     * @param listener     is told of each candle that closes.
     * @param spec         candles of a kind without a time frame.
     * @param expectations how imbalance and runs learn; other kinds do not.
     * @return the builder.
     * @throws IllegalArgumentException if the kind has a time frame, the capacity is out of range, or quote volumes are needed and the
     *                                  instrument has too few decimals for them.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static EventCandleBuilder open(OffHeapMemory memory, Instrument instrument, CandlePolicy policy, CandleListener listener,
        CandleSpec spec, CandleExpectations expectations) {
        ClosingRule rule = ClosingRule.of(spec, Objects.requireNonNull(expectations, "expectations"));
        CandleWindow window = CandleWindow.open(memory, instrument, spec, instrument.id());
        try {
            return new EventCandleBuilder(memory, policy, listener, window, rule, true);
        } catch (RuntimeException e) {
            window.close();
            throw e;
        }
    }

    /**
     * A builder over a window that was opened before, such as one of a {@link WindowGroup}; it does not close it.
     *
     * @param memory       what the policy takes its bytes from.
     * @param policy       what becomes of late trades and duplicates.
     * @param listener     is told of each candle that closes.
     * @param window       empty, of a kind without a time frame.
     * @param expectations how imbalance and runs learn; other kinds do not.
     * @return the builder.
     * @throws IllegalArgumentException if the kind has a time frame, the window holds rows already, or quote volumes are needed and the
     *                                  instrument has too few decimals for them.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow the policy.
     */
    public static EventCandleBuilder over(OffHeapMemory memory, CandlePolicy policy, CandleListener listener, CandleWindow window,
        CandleExpectations expectations) {
        ClosingRule rule = ClosingRule.of(window.spec(), Objects.requireNonNull(expectations, "expectations"));
        CandleFrames.checkSameInstrument(new CandleWindow[] {window});
        return new EventCandleBuilder(memory, policy, listener, window, rule, false);
    }

    @Override
    IngestResult add(long timeNanos, long price, long quantity, long quote, int sideCode) {
        checkOpen();
        boolean late = timeNanos < newestTradeNanos;
        if (late && policy().late() != LatePolicy.MERGE) {
            return dropOrReject(timeNanos, newestTradeNanos);
        }
        if (late && isTooLate(timeNanos)) {
            return IngestResult.LATE_DROPPED;
        }
        rule.check(price);
        addUnderWay(quantity, quote);
        newestTradeNanos = Math.max(newestTradeNanos, timeNanos);
        if (candle.exists()) {
            candle.addTrade(timeNanos, price, quantity, quote, sideCode);
        } else {
            candle.start(newestTradeNanos, timeNanos, price, quantity, quote, sideCode);
        }
        close(rule.take(candle, price, quantity, quote), timeNanos, price);
        return late ? IngestResult.LATE_MERGED : IngestResult.ACCEPTED;
    }

    /** The distance of any two times fits 64 bits without a sign. */
    private boolean isTooLate(long timeNanos) {
        return Long.compareUnsigned(Math.max(newestTradeNanos, clockNanos) - timeNanos, policy().allowedLatenessNanos()) > 0;
    }

    private void close(int candles, long timeNanos, long price) {
        for (int i = 0; i < candles; i++) {
            if (i > 0) {
                candle.addCandle(newestTradeNanos, timeNanos, timeNanos, price, price, price, price, 0);
            }
            rule.shape(candle);
            window.closeForming();
            closeNanos = newestTradeNanos;
            clearUnderWay();
            listener().onCandle(window);
        }
    }

    /** Closes nothing; only for {@link LatePolicy#MERGE} the newest time seen goes on. */
    @Override
    public void onClock(long nowNanos) {
        checkOpen();
        clockNanos = Math.max(clockNanos, nowNanos);
    }

    @Override
    public int frames() {
        return 1;
    }

    @Override
    public CandleWindow window(int frame) {
        Objects.checkIndex(frame, 1);
        return window;
    }

    /** The newest time taken when the candle was completed: that of its last trade, unless all its trades came late. */
    @Override
    public long closeTimeNanos(int frame) {
        window(frame).openTimeNanos(0);
        return closeNanos;
    }

    @Override
    public void close() {
        super.close();
        closed = true;
        if (owner) {
            window.close();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("builder is closed: window=" + window.description());
        }
        window.checkOpen();
    }
}
