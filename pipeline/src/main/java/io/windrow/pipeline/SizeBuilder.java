package io.windrow.pipeline;

import io.windrow.buffers.Timeframe;

/**
 * The sizes of a {@link TradingPipeline}: what it keeps, and how much is under way at a time. Not thread-safe.
 *
 * @param <B> the builder itself.
 */
public abstract class SizeBuilder<B extends SizeBuilder<B>> {

    Timeframe[] timeframes;
    int candleCapacity;
    int tradeCapacity;
    int quoteCapacity;
    int ringSize;
    int signalCapacity;

    SizeBuilder() {
    }

    abstract B self();

    /**
     * Takes over time frames and sizes, instead of all set before. The count of instruments and the budget are for who makes the
     * registry and the memory: {@code new InstrumentRegistry(settings.instruments())}, {@code
     * OffHeapMemory.withBudget(settings.budgetBytes())}. Default: {@link PipelineSettings#production()}.
     *
     * @param settings what the pipeline holds.
     * @return this.
     */
    public B settings(PipelineSettings settings) {
        timeframes = settings.timeframes().toArray(new Timeframe[0]);
        candleCapacity = settings.candles();
        tradeCapacity = settings.trades();
        quoteCapacity = settings.quotes();
        ringSize = settings.ring();
        signalCapacity = settings.signals();
        return self();
    }

    /**
     * Time frames of the candles. Default: 1 s, 1 m, 5 m.
     *
     * @param finestFirst each made of whole candles of the one before.
     * @return this.
     */
    public B timeframes(Timeframe... finestFirst) {
        timeframes = finestFirst.clone();
        return self();
    }

    /**
     * Closed candles kept for each instrument and frame. Default: 200.
     *
     * @param capacity positive.
     * @return this.
     */
    public B candles(int capacity) {
        candleCapacity = capacity;
        return self();
    }

    /**
     * Trades kept for each instrument. Default: 1024.
     *
     * @param capacity positive.
     * @return this.
     */
    public B trades(int capacity) {
        tradeCapacity = capacity;
        return self();
    }

    /**
     * Quotes kept for each instrument. Default: 0, and then none can be published.
     *
     * @param capacity 0 or more.
     * @return this.
     */
    public B quotes(int capacity) {
        quoteCapacity = capacity;
        return self();
    }

    /**
     * Slots of the ring, or of each ring where there are several shards. Default: 1024.
     *
     * @param slots a power of two.
     * @return this.
     */
    public B ringSize(int slots) {
        ringSize = slots;
        return self();
    }

    /**
     * Signals that may be out at a time. Default: 256.
     *
     * @param capacity positive.
     * @return this.
     */
    public B signals(int capacity) {
        signalCapacity = capacity;
        return self();
    }
}
