package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;

/**
 * Makes candles of one instrument's trades: checks each trade, finds duplicates, counts what became of it. {@link CandleBuilder}
 * makes candles of time, {@link EventCandleBuilder} all others. Single writer; allocates nothing but for an exception.
 */
public abstract class TradeAggregator implements AutoCloseable {

    private static final IngestResult[] RESULTS = IngestResult.values();

    private final Instrument instrument;
    private final CandleListener listener;
    private final CandlePolicy policy;
    /** Null where duplicates are accepted. */
    private final TradeIdWindow ids;
    private final boolean quotes;
    private final long quotePower;
    private final boolean anyPrice;
    private final long[] counts = new long[RESULTS.length];
    /** Those of the shortest way, which are nearly all; the others are in the table. */
    private long accepted;
    /** Sums of the coarsest candle under way, the forming candles of the finer frames included: no other is larger. */
    private long volumeUnderWay;
    private long quoteUnderWay;

    /** With {@code quotes} where a window keeps quote volumes. */
    TradeAggregator(OffHeapMemory memory, Instrument instrument, CandlePolicy policy, CandleListener listener, boolean quotes) {
        this.instrument = instrument;
        this.listener = Objects.requireNonNull(listener, "listener");
        this.policy = policy;
        this.quotes = quotes;
        quotePower = quotes ? quotePower(instrument) : 1;
        anyPrice = instrument.tickSize() == 1 && instrument.lotSize() == 1;
        ids = policy.rememberedIds() == 0 ? null : new TradeIdWindow(memory, policy.rememberedIds());
    }

    /**
     * Puts a trade into the candles; closes those that ended before it first.
     *
     * @param timeNanos when it happened, nanoseconds since the epoch.
     * @param price     mantissa at the price scale.
     * @param quantity  mantissa at the quantity scale, not negative.
     * @param tradeId   the exchange's number, 0 where it gives none.
     * @param sideCode  who took the initiative, as {@link Side#code()}.
     * @return what became of it.
     * @throws ArithmeticException      if a sum of the candle would overflow in any frame; the trade is left out then.
     * @throws IllegalArgumentException if the quantity is negative, or price or quantity are off the instrument's tick or lot; the
     *                                  trade is left out then.
     * @throws LateTradeException       if it is late and the policy is {@link LatePolicy#REJECT}; it is left out and counted then.
     * @throws IllegalStateException    if the aggregator is closed.
     */
    public final IngestResult onTrade(long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        if (quantity < 0 || !anyPrice) {
            check(price, quantity);
        }
        if (ids != null && tradeId != 0) {
            return addNumbered(timeNanos, price, quantity, tradeId, sideCode);
        }
        IngestResult result = add(timeNanos, price, quantity, quotes ? quoteOf(price, quantity) : 0, sideCode);
        if (result == IngestResult.ACCEPTED) {
            accepted++;
            return result;
        }
        return counted(result);
    }

    private IngestResult addNumbered(long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        IngestResult known = ids.check(tradeId);
        if (known != IngestResult.ACCEPTED) {
            return counted(known);
        }
        IngestResult result = add(timeNanos, price, quantity, quotes ? quoteOf(price, quantity) : 0, sideCode);
        if (result == IngestResult.ACCEPTED || result == IngestResult.LATE_MERGED) {
            ids.add(tradeId);
        }
        return counted(result);
    }

    /**
     * Puts a price of a quote into the candles: as a trade without quantity, number and side, which counts as one. The instrument's
     * price scale is that of the side: one decimal more than the quotes for {@link QuoteSide#MID}.
     *
     * @param timeNanos when the quote was made, nanoseconds since the epoch.
     * @param bid       best price of a buyer, mantissa at the scale of the quotes.
     * @param ask       best price of a seller, mantissa at the scale of the quotes.
     * @param side      which price; see {@link QuoteSide#isQuoted} for quotes of one side.
     * @return what became of it.
     * @throws ArithmeticException      if the mean does not fit a {@code long}.
     * @throws IllegalArgumentException if the price is off the instrument's tick.
     * @throws LateTradeException       if it is late and the policy is {@link LatePolicy#REJECT}.
     * @throws IllegalStateException    if the aggregator is closed.
     */
    public final IngestResult onQuote(long timeNanos, long bid, long ask, QuoteSide side) {
        return onTrade(timeNanos, side.price(bid, ask), 0, 0, Side.UNKNOWN.code());
    }

    /**
     * Closes every candle that ends at or before a moment, if the clock closes candles of this kind.
     *
     * @param nowNanos the moment, nanoseconds since the epoch.
     * @throws IllegalStateException if the aggregator is closed.
     */
    public abstract void onClock(long nowNanos);

    /**
     * How many windows there are.
     *
     * @return the count.
     */
    public abstract int frames();

    /**
     * A window.
     *
     * @param frame 0 for the finest.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such frame.
     */
    public abstract CandleWindow window(int frame);

    /**
     * When the newest closed candle of a window ended.
     *
     * @param frame 0 for the finest.
     * @return nanoseconds since the epoch: the end of its span, which it does not include, or the time of its last trade where the
     *         clock does not close candles.
     * @throws IndexOutOfBoundsException if there is no such frame, or no closed candle.
     */
    public abstract long closeTimeNanos(int frame);

    /**
     * How often a result came.
     *
     * @param result the result.
     * @return the count since opening.
     */
    public final long count(IngestResult result) {
        return counts[result.ordinal()] + (result == IngestResult.ACCEPTED ? accepted : 0);
    }

    /**
     * What is traded.
     *
     * @return the instrument.
     */
    public final Instrument instrument() {
        return instrument;
    }

    /** Closes what was opened with it; windows that were given to it stay open. */
    @Override
    public void close() {
        if (ids != null) {
            ids.close();
        }
    }

    /** Puts a checked trade into candles; {@code quote} is 0 where no window keeps it. */
    abstract IngestResult add(long timeNanos, long price, long quantity, long quote, int sideCode);

    final CandlePolicy policy() {
        return policy;
    }

    final CandleListener listener() {
        return listener;
    }

    /** Leaves a late trade out, as the policy says. */
    final IngestResult dropOrReject(long timeNanos, long closedUntilNanos) {
        if (policy.late() == LatePolicy.REJECT) {
            counted(IngestResult.LATE_REJECTED);
            throw new LateTradeException("trade must not be older than what is closed: timeNanos=" + timeNanos + ", closedUntilNanos="
                + closedUntilNanos + ", instrument=" + instrument.symbol());
        }
        return IngestResult.LATE_DROPPED;
    }

    /** Makes sure that no sum of a candle under way can overflow; quote volumes count without their sign, as prices may be negative. */
    final void addUnderWay(long quantity, long quote) {
        long volume = Math.addExact(volumeUnderWay, quantity);
        if (quotes) {
            quoteUnderWay = Math.addExact(quoteUnderWay, Math.absExact(quote));
        }
        volumeUnderWay = volume;
    }

    final void clearUnderWay() {
        volumeUnderWay = 0;
        quoteUnderWay = 0;
    }

    final IngestResult counted(IngestResult result) {
        counts[result.ordinal()]++;
        return result;
    }

    private void check(long price, long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException(
                "quantity must not be negative: quantity=" + quantity + ", instrument=" + instrument.symbol());
        }
        instrument.checkPrice(price);
        instrument.checkQuantity(quantity);
    }

    /** In 128 bits: the high half has to be nothing but the sign. */
    private long quoteOf(long price, long quantity) {
        long product = price * quantity;
        if (Math.multiplyHigh(price, quantity) != product >> 63) {
            throw new ArithmeticException("price × quantity must fit a long at the quote scale: price=" + price + ", quantity=" + quantity
                + ", instrument=" + instrument.symbol());
        }
        return quotePower == 1 ? product : Math.multiplyExact(product, quotePower);
    }

    private static long quotePower(Instrument instrument) {
        int missing = instrument.quoteDecimals() - instrument.priceDecimals() - instrument.quantityDecimals();
        if (missing < 0) {
            throw new IllegalArgumentException("quote volume needs as many decimals as price and quantity together: quoteDecimals="
                + instrument.quoteDecimals() + ", priceDecimals=" + instrument.priceDecimals() + ", quantityDecimals="
                + instrument.quantityDecimals() + ", instrument=" + instrument.symbol());
        }
        return Decimals.power(missing);
    }
}
