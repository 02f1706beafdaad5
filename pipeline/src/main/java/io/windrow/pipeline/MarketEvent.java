package io.windrow.pipeline;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.pools.Message;
import io.windrow.pools.Quote;
import io.windrow.pools.Trade;

/**
 * An event in its slot of the ring, as handlers see it. The slot is overwritten after the last handler has returned: copy what
 * has to outlive it, a whole trade or quote with {@code copyTo}. What an event of its type does not have cannot be read from it.
 */
public final class MarketEvent {

    /** Type of an event that is a trade. */
    public static final int TRADE = 1;
    /** Type of an event that is a tick of the clock: candles that ended are closed. */
    public static final int CLOCK = 2;
    /** Type of an event that is a quote, the best bid and ask. */
    public static final int QUOTE = 3;
    /** Type of an event that is a change of one level of an order book. */
    public static final int DEPTH = 4;
    /** Type of an event that is a closed candle that somebody else made. */
    public static final int CANDLE = 5;

    private static final String[] NAMES = {"NONE", "TRADE", "CLOCK", "QUOTE", "DEPTH", "CANDLE"};

    private final MemoryBlock slots;
    private final int slot;

    MarketEvent(MemoryBlock slots, int slot) {
        this.slots = slots;
        this.slot = slot << MarketEventLayout.SLOT_SHIFT;
    }

    /** All of the slot at once, for the stages. */
    void read(long[] into) {
        slots.getLongsAt(slot, into);
    }

    /**
     * What the event is.
     *
     * @return {@link #TRADE}, {@link #QUOTE}, {@link #DEPTH}, {@link #CANDLE} or {@link #CLOCK}.
     */
    public int type() {
        return MarketEventLayout.first(get(MarketEventLayout.HEAD));
    }

    /**
     * What the event is, for messages.
     *
     * @return the type's name.
     */
    public String typeName() {
        return NAMES[type()];
    }

    boolean hasInstrument() {
        return type() != CLOCK;
    }

    /**
     * What it is about.
     *
     * @return the instrument's id.
     * @throws IllegalStateException if the event is a tick of the clock.
     */
    public int instrumentId() {
        require(hasInstrument(), "of an instrument");
        return MarketEventLayout.first(get(MarketEventLayout.WHAT));
    }

    /**
     * When it happened; for a candle, when it opened.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNanos() {
        return get(MarketEventLayout.TIME);
    }

    /**
     * When it was due to be published: what latency counts from.
     *
     * @return time on the clock of {@link System#nanoTime()}, 0 where nobody measures.
     */
    public long dueNanos() {
        return get(MarketEventLayout.DUE);
    }

    /**
     * Price of a trade, or of a level of depth.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is neither.
     */
    public long price() {
        requireTradeOrDepth();
        return get(MarketEventLayout.FIRST);
    }

    /**
     * Quantity of a trade, or what lies at a level of depth now.
     *
     * @return mantissa; 0 for a level that is gone.
     * @throws IllegalStateException if the event is neither.
     */
    public long quantity() {
        requireTradeOrDepth();
        return get(MarketEventLayout.SECOND);
    }

    /**
     * Who took the initiative to a trade; for depth, {@code BUY} for a bid and {@code SELL} for an ask.
     *
     * @return the side.
     * @throws IllegalStateException if the event is neither.
     */
    public Side side() {
        requireTradeOrDepth();
        return Side.of(MarketEventLayout.second(get(MarketEventLayout.WHAT)));
    }

    /**
     * The exchange's number of the trade.
     *
     * @return the number, 0 where the feed gives none.
     * @throws IllegalStateException if the event is no trade.
     */
    public long tradeId() {
        require(type() == TRADE, "a trade");
        return get(MarketEventLayout.THIRD);
    }

    /**
     * The exchange's number of the update of the book.
     *
     * @return the number, 0 where the feed gives none.
     * @throws IllegalStateException if the event is no change of depth.
     */
    public long updateId() {
        requireDepth();
        return get(MarketEventLayout.THIRD);
    }

    /**
     * Where in its message a change of depth stood.
     *
     * @return sum of the flags of {@link io.windrow.pipeline.feeds.MarketListener}.
     * @throws IllegalStateException if the event is no change of depth.
     */
    public int depthFlags() {
        requireDepth();
        return MarketEventLayout.second(get(MarketEventLayout.HEAD));
    }

    /**
     * Best price that is bid.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no quote.
     */
    public long bid() {
        return quote(MarketEventLayout.FIRST);
    }

    /**
     * Quantity at the best bid.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no quote.
     */
    public long bidSize() {
        return quote(MarketEventLayout.SECOND);
    }

    /**
     * Best price that is asked.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no quote.
     */
    public long ask() {
        return quote(MarketEventLayout.THIRD);
    }

    /**
     * Quantity at the best ask.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no quote.
     */
    public long askSize() {
        return quote(MarketEventLayout.FOURTH);
    }

    /**
     * First price of a candle.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no candle.
     */
    public long open() {
        return candle(MarketEventLayout.FIRST);
    }

    /**
     * Highest price of a candle.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no candle.
     */
    public long high() {
        return candle(MarketEventLayout.SECOND);
    }

    /**
     * Lowest price of a candle.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no candle.
     */
    public long low() {
        return candle(MarketEventLayout.THIRD);
    }

    /**
     * Last price of a candle.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no candle.
     */
    public long close() {
        return candle(MarketEventLayout.FOURTH);
    }

    /**
     * Sum of the quantities of a candle.
     *
     * @return mantissa.
     * @throws IllegalStateException if the event is no candle.
     */
    public long volume() {
        require(type() == CANDLE, "a candle");
        return MarketEventLayout.volume(get(MarketEventLayout.HEAD), get(MarketEventLayout.WHAT));
    }

    /**
     * Copies the trade, as one run of bytes; allocates nothing.
     *
     * @param trade receives it, acquired from a pool.
     * @throws IllegalStateException if the event is no trade, or the message is not out or its memory closed.
     */
    public void copyTo(Trade trade) {
        require(type() == TRADE, "a trade");
        copy(trade);
    }

    /**
     * Copies the quote, as one run of bytes; allocates nothing.
     *
     * @param quote receives it, acquired from a pool.
     * @throws IllegalStateException if the event is no quote, or the message is not out or its memory closed.
     */
    public void copyTo(Quote quote) {
        require(type() == QUOTE, "a quote");
        copy(quote);
    }

    private void copy(Message message) {
        message.copyFrom(slots, slot * Long.BYTES + MarketEventLayout.MESSAGE);
    }

    private long quote(int number) {
        require(type() == QUOTE, "a quote");
        return get(number);
    }

    private long candle(int number) {
        require(type() == CANDLE, "a candle");
        return get(number);
    }

    private void requireDepth() {
        require(type() == DEPTH, "a change of depth");
    }

    private void requireTradeOrDepth() {
        require(type() == TRADE || type() == DEPTH, "a trade or a change of depth");
    }

    private void require(boolean met, String what) {
        if (!met) {
            throw new IllegalStateException("event must be " + what + ": type=" + typeName());
        }
    }

    private long get(int number) {
        return slots.getLongAt(slot + number);
    }
}
