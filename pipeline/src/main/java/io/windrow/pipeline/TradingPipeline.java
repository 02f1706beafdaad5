package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventHandlerGroup;
import com.lmax.disruptor.dsl.ProducerType;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.TradeWindow;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Market data in, signals out: publish trades, and strategies see them in windows and candles and answer with signals.
 *
 * <p>Threads: {@link #start}, {@link #stop} and {@link #close} are for the thread that owns the pipeline; the {@code publish} methods
 * for one publishing thread. What that thread did before publishing is visible to strategies. A full ring makes it wait. The
 * windows are the consumer thread's; other threads read them by sequence.
 */
public final class TradingPipeline implements AutoCloseable {

    private static final long DRAIN_POLL_NANOS = 50_000;

    private final PipelineState state;
    private final StrategyStage stage;
    private final Faults faults = new Faults();
    private final Disruptor<MarketEvent> disruptor;
    private final RingBuffer<MarketEvent> ring;
    private final EventHandler<?>[] last;
    private volatile boolean running;
    private boolean started;

    TradingPipeline(PipelineBuilder plan) {
        state = PipelineState.open(plan, this::onCandle);
        stage = new StrategyStage(state, plan, faults);
        disruptor = new Disruptor<>(new Slots(state.slots()), plan.ringSize, plan.threadFactory, ProducerType.SINGLE, plan.waitStrategy);
        disruptor.setDefaultExceptionHandler(faults);
        ring = disruptor.getRingBuffer();
        last = wire(plan);
    }

    /** Lets the strategies ask for what they need; gives the memory back if one of them fails. */
    TradingPipeline prepare() {
        try {
            stage.prepare();
            return this;
        } catch (RuntimeException e) {
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
     * Starts the consumer threads and returns when all of them run.
     *
     * @return this.
     * @throws IllegalStateException if it was started before, or the thread is interrupted while waiting.
     */
    public TradingPipeline start() {
        if (started) {
            throw new IllegalStateException("pipeline can be started once: started=true");
        }
        started = true;
        disruptor.start();
        try {
            // Disruptor forgets events when it is shut down before its threads have begun to run.
            stage.awaitRunning();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
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
     * @throws IllegalStateException    if the pipeline is not running.
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
     * @throws IllegalStateException    if the pipeline is not running.
     */
    public void publishTrade(
        int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos) {
        if (instrumentId < 0 || instrumentId >= state.size() || quantity < 0) {
            throw new IllegalArgumentException("instrument must be known and quantity not negative: instrumentId=" + instrumentId
                + ", instruments=" + state.size() + ", quantity=" + quantity);
        }
        checkRunning();
        long sequence = ring.next();
        ring.get(sequence).setTrade(instrumentId, timeNanos, dueNanos, price, quantity, tradeId, sideCode);
        ring.publish(sequence);
    }

    /**
     * Publishes a tick of the clock: candles that end at or before it are closed though no trade comes.
     *
     * @param nowNanos nanoseconds since the epoch.
     * @throws IllegalStateException if the pipeline is not running.
     */
    public void publishClock(long nowNanos) {
        checkRunning();
        long sequence = ring.next();
        ring.get(sequence).setClock(nowNanos, 0);
        ring.publish(sequence);
    }

    /**
     * Waits until all that was published has been handled.
     *
     * @param limit longest wait.
     * @return whether it has.
     */
    public boolean awaitDrained(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (backlog() > 0) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(DRAIN_POLL_NANOS);
        }
        return true;
    }

    /**
     * Events published and not yet handled by every stage.
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
     * Takes no more events, handles those published, and ends the consumer threads.
     *
     * @param limit longest wait for what is still in the ring.
     * @return events that were left when the time was up; 0 if all were handled.
     */
    public long stop(Duration limit) {
        if (!running) {
            return 0;
        }
        running = false;
        awaitDrained(limit);
        long left = backlog();
        disruptor.halt();
        stage.awaitEnd(limit);
        return left;
    }

    /** Stops within a second if it is running, and gives the memory back. */
    @Override
    public void close() {
        stop(Duration.ofSeconds(1));
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
     * Trades that came after their candle had closed. Exact when the pipeline is drained.
     *
     * @return the count.
     */
    public long lateTrades() {
        return state.lateTrades();
    }

    /**
     * Events at which a stage or a strategy threw. For any thread.
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
        EventHandler<MarketEvent>[] before = plan.before();
        EventHandler<MarketEvent>[] after = plan.after();
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

    private void checkRunning() {
        if (!running) {
            throw new IllegalStateException("pipeline is not running: running=false");
        }
    }
}
