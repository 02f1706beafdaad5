package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventHandlerGroup;
import com.lmax.disruptor.dsl.ProducerType;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.TradeWindow;
import io.windrow.pools.LeakReport;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Market data in, signals out: publish trades, and strategies see them in windows and candles and answer with signals.
 *
 * <p>Threads: {@link #start}, {@link #stop} and {@link #close} are for the thread that owns the pipeline; the {@code publish} methods
 * for one publishing thread. What that thread did before publishing is visible to strategies. A full ring makes it wait, until
 * there is room or the pipeline is stopped. An event whose publishing returned is handled, or counted by {@code stop} as left; one whose
 * publishing threw because the pipeline was stopped meanwhile may be either. The windows are the consumer thread's; other threads
 * read them by sequence.
 */
public final class TradingPipeline implements AutoCloseable {

    private static final int FULL_SPINS = 2000;
    private static final long FULL_POLL_NANOS = 1;

    private final PipelineState state;
    private final StrategyStage stage;
    private final Faults faults = new Faults();
    private final Disruptor<MarketEvent> disruptor;
    private final RingBuffer<MarketEvent> ring;
    private final EventHandler<?>[] last;
    private final Attendance attendance;
    private volatile boolean running;
    private boolean started;
    private boolean closed;

    TradingPipeline(PipelineBuilder plan) {
        state = PipelineState.open(plan, this::onCandle);
        attendance = new Attendance(plan.handlerCount(), faults);
        stage = new StrategyStage(state, plan, faults, attendance);
        disruptor = new Disruptor<>(new Slots(state.slots()), plan.ringSize, plan.threadFactory, ProducerType.SINGLE,
            new UninterruptedWait(plan.waitStrategy));
        disruptor.setDefaultExceptionHandler(faults);
        ring = disruptor.getRingBuffer();
        last = wire(plan);
        // Loads what Disruptor needs when the ring wraps for the first time, lest it be loaded in trading hours.
        ring.remainingCapacity();
    }

    /** Lets the strategies ask for what they need; gives the memory back if one of them fails. */
    TradingPipeline prepare() {
        try {
            stage.prepare();
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
     * Starts the consumer threads and returns when all of them run. If that fails, the threads that were started are ended.
     *
     * @return this.
     * @throws IllegalStateException if it was started before or is closed, or the thread is interrupted while waiting.
     */
    public TradingPipeline start() {
        if (started || closed) {
            throw new IllegalStateException("pipeline can be started once, and not after close: started=" + started + ", closed=" + closed);
        }
        started = true;
        try {
            disruptor.start();
            // Disruptor forgets events when it is shut down before its threads have begun to run.
            attendance.awaitBegun();
        } catch (InterruptedException e) {
            disruptor.halt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        } catch (RuntimeException | Error e) {
            disruptor.halt();
            throw e;
        }
        running = true;
        return this;
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
        if (instrumentId < 0 || instrumentId >= state.size() || quantity < 0) {
            throw new IllegalArgumentException("instrument must be known and quantity not negative: instrumentId=" + instrumentId
                + ", instruments=" + state.size() + ", quantity=" + quantity);
        }
        long sequence = claim();
        ring.get(sequence).setTrade(instrumentId, timeNanos, dueNanos, price, quantity, tradeId, sideCode);
        publish(sequence);
    }

    /**
     * Publishes a tick of the clock: candles that end at or before it are closed though no trade comes.
     *
     * @param nowNanos nanoseconds since the epoch.
     * @throws IllegalStateException if the pipeline is not running, or is stopped meanwhile.
     */
    public void publishClock(long nowNanos) {
        long sequence = claim();
        ring.get(sequence).setClock(nowNanos, 0);
        publish(sequence);
    }

    /**
     * Waits until all that was published has been handled. An interrupt does not shorten the wait.
     *
     * @param limit longest wait.
     * @return whether it has.
     */
    public boolean awaitDrained(Duration limit) {
        return Attendance.await(() -> backlog() <= 0, limit);
    }

    /**
     * Events published and not yet handled by every stage. A stage counts events as handled by the batch it takes from the ring, when the
     * last of the batch is done.
     *
     * @return the count.
     */
    public long backlog() {
        long slowest = Long.MAX_VALUE;
        for (EventHandler<?> handler : last) {
            slowest = Math.min(slowest, sequenceOf(handler));
        }
        return ring.getCursor() - slowest;
    }

    /**
     * Takes no more events, handles those published, and ends the consumer threads. An interrupt does not shorten the wait.
     *
     * @param limit longest wait for what is still in the ring, and again for the threads to end.
     * @return events that were left when the time was up, as {@link #backlog()} counts them; 0 if all were handled.
     */
    public long stop(Duration limit) {
        if (!running) {
            return 0;
        }
        running = false;
        awaitDrained(limit);
        disruptor.halt();
        attendance.awaitEnded(limit);
        // Counted last: a publisher may have been between its claim and its publishing.
        return backlog();
    }

    /**
     * Stops if it is running, with a second for each wait, and gives the memory back. A signal that the sink still holds refuses every
     * read from then on; it may still be closed. {@link #signalsOut()} tells of them.
     */
    @Override
    public void close() {
        stop(Duration.ofSeconds(1));
        closed = true;
        state.close();
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
        return stage.candles(instrumentId, frame);
    }

    /**
     * A trade window, to be read by sequence while the pipeline runs, or by index when it has stopped.
     *
     * @param instrumentId the instrument.
     * @return the window.
     * @throws IndexOutOfBoundsException if there is no such instrument.
     */
    public TradeWindow trades(int instrumentId) {
        return stage.trades(instrumentId);
    }

    /**
     * What is traded.
     *
     * @return the registry.
     */
    public InstrumentRegistry instruments() {
        return state.instruments();
    }

    /**
     * Signals handed to the sink. For any thread.
     *
     * @return the count.
     */
    public long signalCount() {
        return stage.signalCount();
    }

    /**
     * Signals that found the pool empty. For any thread.
     *
     * @return the count.
     */
    public long refusedSignals() {
        return state.signals().refusedCount();
    }

    /**
     * The signals that were not closed when the pipeline was. For any thread.
     *
     * @return what is missing: how many, and in the checked mode of {@link io.windrow.pools.ObjectPool} where they were sent; null if all
     *         came back, or the pipeline is not closed.
     */
    public LeakReport signalsOut() {
        return state.signalsOut();
    }

    /**
     * Trades that came after their candle had closed. Exact when the pipeline is drained.
     *
     * @return the count.
     */
    public long lateTrades() {
        return state.lateTrades();
    }

    /**
     * Exceptions that strategies, stages and handlers threw. For any thread.
     *
     * @return the count.
     */
    public long faultCount() {
        return faults.count();
    }

    /**
     * The first thing that was thrown. For any thread.
     *
     * @return the exception, or null.
     */
    public Throwable firstFault() {
        return faults.first();
    }

    private EventHandler<?>[] wire(PipelineBuilder plan) {
        EventHandler<MarketEvent>[] before = plan.handlersBefore(attendance);
        EventHandler<MarketEvent>[] after = plan.handlersAfter(attendance);
        EventHandlerGroup<MarketEvent> group = before.length == 0
            ? disruptor.handleEventsWith(stage)
            : disruptor.handleEventsWith(before).then(stage);
        if (after.length == 0) {
            return new EventHandler<?>[] {stage};
        }
        group.then(after);
        return after;
    }

    private void onCandle(CandleWindow window) {
        stage.onCandle(window);
    }

    @SuppressWarnings("unchecked")
    private long sequenceOf(EventHandler<?> handler) {
        return disruptor.getSequenceValueFor((EventHandler<MarketEvent>) handler);
    }

    /**
     * Waits for a free slot here and not in the ring, which would never give up. It spins first: the system's shortest nap is longer
     * than the consumer takes to empty the ring, and then the consumer would have to wait in turn.
     */
    private long claim() {
        checkRunning();
        for (int tries = 0; !ring.hasAvailableCapacity(1); tries++) {
            if (tries < FULL_SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(FULL_POLL_NANOS);
            }
            checkRunning();
        }
        return ring.next();
    }

    /** Tells a publisher whose event may have come too late. */
    private void publish(long sequence) {
        ring.publish(sequence);
        checkRunning();
    }

    private void checkRunning() {
        if (!running) {
            throw new IllegalStateException("pipeline is not running: running=false");
        }
    }
}
