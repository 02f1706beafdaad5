package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.TradeWindow;
import java.time.Duration;
import java.util.List;

/**
 * Market data in, signals out: publish trades and quotes, and strategies see them in windows and candles and answer with signals.
 *
 * <p>Threads: {@link #start}, {@link #stop}, {@link #abandon} and {@link #close} are for the thread that owns the pipeline; the
 * {@code publish} methods for one publishing thread, and each further {@link #publisher} as {@link MarketPublisher} says. The windows
 * are the consumer thread's; other threads read them by sequence.
 *
 * <p>A life: built, started, stopped, started again as often as is wished, closed. Windows, indicators, strategies and counts live as
 * long as the pipeline.
 */
public final class TradingPipeline extends PipelineFigures implements AutoCloseable {

    private static final long MOST_FOR_ENDING_NANOS = 100_000_000;

    private final Life life = new Life();
    private final Faults faults;
    private final PipelineParts parts;
    private final Shards shards;
    private final MarketPublisher main;
    private final PipelineBuilder plan;
    private final EventOrder order;
    private SignalOutput output;
    private boolean started;
    private boolean closed;

    TradingPipeline(PipelineBuilder plan) {
        this.plan = plan;
        faults = new Faults(life, plan.onFault, plan.instruments);
        parts = new PipelineParts(plan, life, faults);
        shards = parts.shards();
        order = parts.order();
        main = publisher("main");
    }

    @Override
    PipelineParts parts() {
        return parts;
    }

    @Override
    Faults faultsKept() {
        return faults;
    }

    /** Lets the strategies ask for what they need; gives the memory back if one of them fails. */
    TradingPipeline prepare() {
        try {
            parts.prepare();
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Starts to plan a pipeline.
     *
     * @return a builder with the defaults.
     */
    public static PipelineBuilder builder() {
        return new PipelineBuilder();
    }

    /**
     * Starts the threads and returns when all of them run. If that fails, those that were started are ended, and it may be started again.
     * After a stop it starts anew, with what the windows hold; publishing threads must have seen the stop by then. A handler that throws
     * as it starts is a fault as any other: with {@link OnFault#STOP_PIPELINE} the pipeline is not running then.
     *
     * @return this.
     * @throws IllegalStateException if it is started or closed, a thread of the last time still runs, or the thread is interrupted while
     *                               waiting.
     */
    public TradingPipeline start() {
        checkStartable();
        life.prepare();
        output = null;
        try {
            output = parts.start();
        } catch (InterruptedException e) {
            endFailedStart();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        } catch (RuntimeException | Error e) {
            endFailedStart();
            throw e;
        }
        started = true;
        life.begin();
        return this;
    }

    /** What was started is ended, and may be started again. */
    private void endFailedStart() {
        life.discard();
        parts.halt();
        Attendance.await(() -> parts.stillRunning().isEmpty(), System.nanoTime() + MOST_FOR_ENDING_NANOS);
    }

    private void checkStartable() {
        if (started || closed) {
            throw new IllegalStateException("pipeline must be stopped to be started, and not closed: started=" + started
                + ", closed=" + closed);
        }
        List<String> running = parts.stillRunning();
        if (!running.isEmpty()) {
            throw new IllegalStateException("threads of the last start must have ended: threads=" + running);
        }
    }

    /**
     * A publisher for one source of market data.
     *
     * @param name the source's name, for people and metrics.
     * @return a new publisher.
     */
    public MarketPublisher publisher(String name) {
        MarketPublisher made = new MarketPublisher(name, this, plan);
        add(made);
        return made;
    }

    /**
     * Publishes a trade by the publisher {@code main}.
     *
     * @param instrumentId id from the registry.
     * @param timeNanos    when it happened, nanoseconds since the epoch.
     * @param price        mantissa.
     * @param quantity     mantissa, not negative.
     * @param tradeId      the exchange's number, 0 for none.
     * @param sideCode     who took the initiative, as {@link io.windrow.buffers.Side#code()}.
     * @throws IllegalArgumentException if the id is unknown or the quantity negative; nothing is published then.
     * @throws IllegalStateException    if the pipeline is not running, or is stopped meanwhile.
     */
    public void publishTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        publishTrade(instrumentId, timeNanos, price, quantity, tradeId, sideCode, 0);
    }

    /**
     * Publishes a trade that was due at a known time, so that the latency of what follows can be measured from then.
     *
     * @param instrumentId id from the registry.
     * @param timeNanos    when it happened, nanoseconds since the epoch.
     * @param price        mantissa.
     * @param quantity     mantissa, not negative.
     * @param tradeId      the exchange's number, 0 for none.
     * @param sideCode     who took the initiative, as {@link io.windrow.buffers.Side#code()}.
     * @param dueNanos     when it should have been published, on the clock of {@link System#nanoTime()}.
     * @throws IllegalArgumentException if the id is unknown or the quantity negative; nothing is published then.
     * @throws IllegalStateException    if the pipeline is not running, or is stopped meanwhile.
     */
    public void publishTrade(
        int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos) {
        main.dueAt(dueNanos);
        main.onTrade(instrumentId, timeNanos, price, quantity, tradeId, sideCode);
    }

    /**
     * Publishes a quote by the publisher {@code main}.
     *
     * @param instrumentId id from the registry.
     * @param timeNanos    since when, nanoseconds since the epoch.
     * @param bid          mantissa.
     * @param bidSize      mantissa, not negative.
     * @param ask          mantissa.
     * @param askSize      mantissa, not negative.
     * @throws IllegalArgumentException if the id is unknown or a size negative; nothing is published then.
     * @throws IllegalStateException    if the pipeline keeps no quotes, is not running, or is stopped meanwhile.
     */
    public void publishQuote(int instrumentId, long timeNanos, long bid, long bidSize, long ask, long askSize) {
        main.dueAt(0);
        main.onQuote(instrumentId, timeNanos, bid, bidSize, ask, askSize);
    }

    /**
     * Publishes a tick of the clock by the publisher {@code main}: candles that end at or before it are closed though no trade comes.
     *
     * @param nowNanos nanoseconds since the epoch.
     * @throws IllegalStateException if the pipeline is not running, or is stopped meanwhile.
     */
    public void publishClock(long nowNanos) {
        main.dueAt(0);
        main.onClock(nowNanos);
    }

    /** Lets events that are written into a batch be seen. For the publishing thread. */
    public void flush() {
        for (int i = 0; i < shards.count(); i++) {
            shards.get(i).flush();
        }
    }

    private void flushOwn() {
        for (int i = 0; i < shards.count(); i++) {
            shards.get(i).flushOwn();
        }
    }

    void put(MarketPublisher from, int type, int instrument, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        shards.of(instrument).put(from, type, instrument, v0, v1, v2, v3, v4, v5, v6, v7);
    }

    /** An event for every shard, with one number. */
    void putAll(MarketPublisher from, int type, long head, long timeNanos, long dueNanos) {
        if (order != null) {
            order.hold();
        }
        try {
            for (int i = 0; i < shards.count(); i++) {
                shards.get(i).put(from, type, 0, head, 0, timeNanos, dueNanos, 0, 0, 0, 0);
            }
        } finally {
            if (order != null) {
                order.release();
            }
        }
    }

    /**
     * Waits until all that was published has been handled. An interrupt does not shorten the wait. A batch is flushed first if the calling
     * thread has begun it; that of another thread is waited for.
     *
     * @param limit longest wait.
     * @return whether it has.
     */
    public boolean awaitDrained(Duration limit) {
        flushOwn();
        return Attendance.await(() -> backlog() <= 0 && signalBacklog() == 0, limit);
    }

    /**
     * Events published, or written into a batch, and not yet handled by every stage. A stage counts events as handled by the batch it takes
     * from the ring, when the last of the batch is done.
     *
     * @return the count.
     */
    public long backlog() {
        return parts.backlog();
    }

    /**
     * Signals on the way to the sink's own thread, and the one that it has in hand; 0 where it has none.
     *
     * @return the count.
     */
    public long signalBacklog() {
        SignalOutput out = output;
        return out == null ? 0 : out.backlog();
    }

    /**
     * Takes no more events, handles those published, and ends the threads. An interrupt does not shorten the wait.
     *
     * @param limit longest time for all of it.
     * @return what was left when the time was up.
     */
    public StopReport stop(Duration limit) {
        if (!started) {
            return StopReport.NOTHING;
        }
        long limitNanos = limit.toNanos();
        long deadline = System.nanoTime() + limitNanos;
        flushOwn();
        life.endPublishing();
        Attendance.await(() -> backlog() <= 0 && signalBacklog() == 0, deadline - forEnding(limitNanos));
        return end(deadline, limitNanos);
    }

    /**
     * Takes no more events, leaves those in the ring unhandled but for the one in hand, and ends the threads. Signals that were sent still
     * go to the sink.
     *
     * @param limit longest time for all of it.
     * @return what was left.
     */
    public StopReport abandon(Duration limit) {
        if (!started) {
            return StopReport.NOTHING;
        }
        long limitNanos = limit.toNanos();
        return end(System.nanoTime() + limitNanos, limitNanos);
    }

    /** What a stop keeps of its time for the threads to end. */
    private static long forEnding(long limitNanos) {
        return Math.min(MOST_FOR_ENDING_NANOS, limitNanos / 4);
    }

    private StopReport end(long deadline, long limitNanos) {
        started = false;
        life.discard();
        parts.haltStages();
        Attendance.await(parts::stagesHaveEnded, deadline - forEnding(limitNanos) / 2);
        // Counted last: a publisher may have been between its claim and its publishing.
        long left = parts.left();
        if (output != null) {
            output.end();
            Attendance.await(() -> output.attendance().haveEnded(), deadline);
            output.abandon();
        }
        return new StopReport(left, output == null ? 0 : output.queued(), parts.stillRunning());
    }

    /**
     * Stops if it is running, with a second's limit, and gives the memory back. A signal that the sink still holds refuses every
     * read from then on; it may still be closed. {@link #signalsOut()} tells of them.
     */
    @Override
    public void close() {
        stop(Duration.ofSeconds(1));
        closed = true;
        parts.close();
    }

    /**
     * A candle window, to be read by sequence while the pipeline runs, or by index when it has stopped.
     *
     * @param instrumentId the instrument.
     * @param frame        0 for the finest.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such instrument or frame.
     */
    public CandleWindow candles(int instrumentId, int frame) {
        return parts.state().candles(instrumentId).window(frame);
    }

    /**
     * A trade window, to be read by sequence while the pipeline runs, or by index when it has stopped.
     *
     * @param instrumentId the instrument.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such instrument.
     */
    public TradeWindow trades(int instrumentId) {
        return parts.state().trades(instrumentId);
    }

    /**
     * A quote window, to be read by sequence while the pipeline runs, or by index when it has stopped.
     *
     * @param instrumentId the instrument.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such instrument.
     * @throws IllegalStateException     if quotes are not kept.
     */
    public QuoteWindow quotes(int instrumentId) {
        return parts.state().quotes(instrumentId);
    }

    /**
     * What is traded.
     *
     * @return the registry.
     */
    public InstrumentRegistry instruments() {
        return plan.instruments;
    }

    /**
     * Whether it takes events. For any thread.
     *
     * @return false before the start, after a stop, and when a fault has stopped it.
     */
    public boolean isRunning() {
        return life.isRunning();
    }

    /**
     * What has stopped the pipeline. For any thread.
     *
     * @return what was thrown, or null if no fault has stopped it since its start.
     */
    public Throwable stopCause() {
        return life.cause();
    }
}
