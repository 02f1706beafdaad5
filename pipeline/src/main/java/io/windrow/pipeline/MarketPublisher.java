package io.windrow.pipeline;

import io.windrow.pipeline.feeds.MarketListener;
import java.util.function.LongSupplier;

/**
 * Publishes market data into a pipeline for one source of it, and tells how that source is. Made by {@link TradingPipeline#publisher}. As a
 * {@link MarketListener} it takes what a feed decodes.
 *
 * <p>Threads: the publishing methods and {@link #dueAt} are for one thread at a time; with {@link Publishers#ONE} for the same one
 * for all publishers of the pipeline. What that thread did before publishing is visible to strategies. The counts and the status are
 * for any thread, and exact as of the last event. Nothing is allocated.
 *
 * <p>An event whose publishing has returned is handled, or counted: as dropped by the pipeline's {@link WhenRingFull}, or by
 * {@code stop} as left; one whose publishing threw because the pipeline was stopped meanwhile may be either. With batches
 * ({@link PipelineBuilder#publishBatch}) events are seen when the batch is full, or at {@link #flush}.
 */
public final class MarketPublisher implements MarketListener {

    private final String name;
    private final TradingPipeline pipeline;
    private final SourceState source;
    private final LongSupplier clock;
    private final int instruments;
    private final boolean quotesKept;
    private long due;
    // Written by the publishing thread; what it publishes next makes them visible.
    private long trades;
    private long quotes;
    private long depthChanges;
    private long candles;
    private long ticks;
    private volatile long droppedNewest;
    private volatile long droppedOldest;
    private volatile long refused;
    private volatile long waits;
    private volatile long waitedNanos;

    MarketPublisher(String name, TradingPipeline pipeline, PipelineBuilder plan) {
        this.name = name;
        this.pipeline = pipeline;
        instruments = plan.instruments.size();
        quotesKept = plan.quoteCapacity > 0;
        clock = plan.clock;
        source = new SourceState(plan.staleAfter.toNanos());
    }

    /**
     * The name it was made with.
     *
     * @return the name.
     */
    public String name() {
        return name;
    }

    /**
     * Sets when the events that follow were due, so that the latency of what they lead to is counted from then.
     *
     * @param dueNanos time on the clock of {@link System#nanoTime()}, 0 where nobody measures.
     */
    @Override
    public void dueAt(long dueNanos) {
        due = dueNanos;
    }

    /**
     * Publishes a trade.
     *
     * @param instrumentId id from the registry.
     * @param timeNanos    when it happened, nanoseconds since the epoch.
     * @param price        mantissa.
     * @param quantity     mantissa, not negative.
     * @param tradeId      the exchange's number, 0 for none.
     * @param sideCode     who took the initiative, as {@link io.windrow.buffers.Side#code()}.
     * @throws IllegalArgumentException if the id is unknown or the quantity negative; nothing is published then.
     * @throws IllegalStateException    if the pipeline is not running, or is stopped meanwhile.
     * @throws RingFullException        if there is no room and the pipeline is to say so; nothing is published then.
     */
    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        if (instrumentId < 0 || instrumentId >= instruments || quantity < 0) {
            throw refusal(instrumentId, "quantity", quantity);
        }
        trades++;
        pipeline.put(this, MarketEvent.TRADE, instrumentId, MarketEventLayout.pair(MarketEvent.TRADE, 0),
            MarketEventLayout.pair(instrumentId, sideCode), timeNanos, due, price, quantity, tradeId, 0);
    }

    /**
     * Publishes a quote: the best bid and ask.
     *
     * @param instrumentId id from the registry.
     * @param timeNanos    since when, nanoseconds since the epoch.
     * @param bid          mantissa.
     * @param bidSize      mantissa, not negative.
     * @param ask          mantissa.
     * @param askSize      mantissa, not negative.
     * @throws IllegalArgumentException if the id is unknown or a size negative; nothing is published then.
     * @throws IllegalStateException    if the pipeline keeps no quotes, is not running, or is stopped meanwhile.
     * @throws RingFullException        if there is no room and the pipeline is to say so; nothing is published then.
     */
    @Override
    public void onQuote(int instrumentId, long timeNanos, long bid, long bidSize, long ask, long askSize) {
        if (instrumentId < 0 || instrumentId >= instruments || bidSize < 0 || askSize < 0) {
            throw refusal(instrumentId, "size", Math.min(bidSize, askSize));
        }
        if (!quotesKept) {
            throw new IllegalStateException("quotes must be kept to be published: quotes=0");
        }
        quotes++;
        pipeline.put(this, MarketEvent.QUOTE, instrumentId, MarketEventLayout.pair(MarketEvent.QUOTE, 0),
            MarketEventLayout.pair(instrumentId, 0), timeNanos, due, bid, bidSize, ask, askSize);
    }

    /**
     * Publishes a change of one level of an order book. Handlers and strategies see it; no window keeps it.
     *
     * @param instrumentId id from the registry.
     * @param timeNanos    when it happened, nanoseconds since the epoch.
     * @param sideCode     {@code BUY} for a bid, {@code SELL} for an ask, as {@link io.windrow.buffers.Side#code()}.
     * @param price        mantissa.
     * @param quantity     what lies there now, mantissa, not negative; 0 where the level is gone.
     * @param updateId     the exchange's number of the update, 0 for none.
     * @param flags        as {@link MarketListener} has them.
     * @throws IllegalArgumentException if the id is unknown or the quantity negative; nothing is published then.
     * @throws IllegalStateException    if the pipeline is not running, or is stopped meanwhile.
     * @throws RingFullException        if there is no room and the pipeline is to say so; nothing is published then.
     */
    @Override
    public void onDepth(int instrumentId, long timeNanos, int sideCode, long price, long quantity, long updateId, int flags) {
        if (instrumentId < 0 || instrumentId >= instruments || quantity < 0) {
            throw refusal(instrumentId, "quantity", quantity);
        }
        depthChanges++;
        pipeline.put(this, MarketEvent.DEPTH, instrumentId, MarketEventLayout.pair(MarketEvent.DEPTH, flags),
            MarketEventLayout.pair(instrumentId, sideCode), timeNanos, due, price, quantity, updateId, 0);
    }

    /**
     * Publishes a closed candle that somebody else made of trades. It goes into the candles of the finest frame, and with it into the
     * coarser ones; it must fit into one of the finest. Of its numbers the windows keep open, high, low, close and volume.
     *
     * @throws IllegalArgumentException if the id is unknown, the volume negative, or open or close are not between low and high; nothing
     *                                  is published then.
     * @throws IllegalStateException    if the pipeline is not running, or is stopped meanwhile.
     * @throws RingFullException        if there is no room and the pipeline is to say so; nothing is published then.
     */
    @Override
    public void onCandle(int instrumentId, long openTimeNanos, long open, long high, long low, long close, long volume, long quoteVolume,
        long count, long takerBuyVolume, long takerBuyQuoteVolume) {
        if (instrumentId < 0 || instrumentId >= instruments || volume < 0) {
            throw refusal(instrumentId, "volume", volume);
        }
        if (low > open || low > close || high < open || high < close) {
            throw new IllegalArgumentException("open and close must lie between low and high: open=" + open + ", high=" + high
                + ", low=" + low + ", close=" + close);
        }
        candles++;
        pipeline.put(this, MarketEvent.CANDLE, instrumentId, MarketEventLayout.pair(MarketEvent.CANDLE, (int) volume),
            MarketEventLayout.pair(instrumentId, (int) (volume >>> 32)), openTimeNanos, due, open, high, low, close);
    }

    /**
     * Publishes a tick of the clock: candles that end at or before it are closed though no trade comes. With several shards each gets it.
     *
     * @param nowNanos nanoseconds since the epoch.
     * @throws IllegalStateException if the pipeline is not running, or is stopped meanwhile.
     * @throws RingFullException     if there is no room and the pipeline is to say so.
     */
    @Override
    public void onClock(long nowNanos) {
        ticks++;
        pipeline.putAll(this, MarketEvent.CLOCK, MarketEventLayout.pair(MarketEvent.CLOCK, 0), nowNanos, due);
    }

    /** Lets events that are written into a batch be seen by the stages. Without batches there is nothing to do. */
    @Override
    public void flush() {
        pipeline.flush();
    }

    /** Tells that the source is alive though it has no event, such as at the answer to a ping. */
    public void heartbeat() {
        source.hear(clock.getAsLong());
    }

    /** Counts an error of the source that it has survived, such as a message that could not be read. */
    public void error() {
        source.error();
    }

    /**
     * Tells that the source has failed. The next event or heartbeat makes it live again.
     *
     * @param cause why.
     */
    public void failed(Throwable cause) {
        look();
        source.fail(cause);
    }

    /** Tells that the source is at its end: no more events are expected, and it is not stale. */
    public void ended() {
        look();
        source.end();
    }

    /**
     * How the source is. Events without a due time count as heard when somebody looks, so that publishing does not look at the clock:
     * looking once a second is exact to a second.
     *
     * @return the status.
     */
    public SourceStatus status() {
        return source.status(look());
    }

    /**
     * How long ago the source was heard of, by event or heartbeat; to the accuracy of {@link #status}.
     *
     * @return nanoseconds; -1 if never.
     */
    public long heartbeatAgeNanos() {
        return source.age(look());
    }

    /**
     * Why the source has failed.
     *
     * @return the cause, or null if it has not.
     */
    public Throwable failure() {
        return source.failure();
    }

    private long look() {
        long now = clock.getAsLong();
        source.look(eventCount(), due, now);
        return now;
    }

    /**
     * Errors of the source.
     *
     * @return the count.
     */
    public long errorCount() {
        return source.errors();
    }

    /**
     * All events it was given.
     *
     * @return the count; those dropped or refused included.
     */
    public long eventCount() {
        return trades + quotes + depthChanges + candles + ticks;
    }

    /**
     * Trades it was given.
     *
     * @return the count.
     */
    public long tradeCount() {
        return trades;
    }

    /**
     * Quotes it was given.
     *
     * @return the count.
     */
    public long quoteCount() {
        return quotes;
    }

    /**
     * Changes of depth it was given.
     *
     * @return the count.
     */
    public long depthCount() {
        return depthChanges;
    }

    /**
     * Candles it was given.
     *
     * @return the count.
     */
    public long candleCount() {
        return candles;
    }

    /**
     * Events dropped because there was no room for them.
     *
     * @return the count.
     */
    public long droppedNewestCount() {
        return droppedNewest;
    }

    /**
     * Events of which a newer one of the same instrument has taken the place while they waited for room.
     *
     * @return the count.
     */
    public long droppedOldestCount() {
        return droppedOldest;
    }

    /**
     * Events refused with a {@link RingFullException}.
     *
     * @return the count.
     */
    public long refusedCount() {
        return refused;
    }

    /**
     * Events that had to wait for room.
     *
     * @return the count.
     */
    public long waitCount() {
        return waits;
    }

    /**
     * How long events have waited for room, together.
     *
     * @return nanoseconds.
     */
    public long waitedNanos() {
        return waitedNanos;
    }

    // Rare, and one thread's: no atomic addition is needed.

    void droppedNewest() {
        droppedNewest = droppedNewest + 1;
    }

    void droppedOldest() {
        droppedOldest = droppedOldest + 1;
    }

    void refused() {
        refused = refused + 1;
    }

    void waited(long nanos) {
        waitedNanos = waitedNanos + nanos;
        waits = waits + 1;
    }

    private IllegalArgumentException refusal(int instrumentId, String what, long value) {
        return new IllegalArgumentException("instrument must be known and " + what + " not negative: instrumentId=" + instrumentId
            + ", instruments=" + instruments + ", " + what + "=" + value);
    }
}
