package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Plans a {@link TradingPipeline}: what it holds, and how many bytes that takes, before anything is allocated. Needed are the memory
 * and the instruments; all else has a default. Not thread-safe.
 */
public final class PipelineBuilder {

    private static final long SPIN_MICROS = 20;
    private static final long YIELD_MICROS = 30;

    OffHeapMemory memory;
    InstrumentRegistry instruments;
    Timeframe[] timeframes;
    int candleCapacity;
    int tradeCapacity;
    int ringSize;
    int signalCapacity;
    SignalSink sink = signal -> signal.close();
    WaitStrategy waitStrategy = PhasedBackoffWaitStrategy.withLiteLock(SPIN_MICROS, YIELD_MICROS, TimeUnit.MICROSECONDS);
    ThreadFactory threadFactory = task -> new Thread(task, "windrow-pipeline");
    private final List<Strategy> strategies = new ArrayList<>();
    private final List<EventHandler<MarketEvent>> before = new ArrayList<>();
    private final List<EventHandler<MarketEvent>> after = new ArrayList<>();

    PipelineBuilder() {
        settings(PipelineSettings.production());
    }

    /**
     * Where the bytes come from.
     *
     * @param value a memory whose budget holds {@link #plannedBytes()}.
     * @return this.
     */
    public PipelineBuilder memory(OffHeapMemory value) {
        memory = Objects.requireNonNull(value, "memory");
        return this;
    }

    /**
     * What is traded: all instruments registered when the pipeline is built.
     *
     * @param value the registry.
     * @return this.
     */
    public PipelineBuilder instruments(InstrumentRegistry value) {
        instruments = Objects.requireNonNull(value, "instruments");
        return this;
    }

    /**
     * Takes over time frames and sizes, instead of all set before. The count of instruments and the budget are for who makes the
     * registry and the memory: {@code new InstrumentRegistry(settings.instruments())}, {@code
     * OffHeapMemory.withBudget(settings.budgetBytes())}. Default: {@link PipelineSettings#production()}.
     *
     * @param settings what the pipeline holds.
     * @return this.
     */
    public PipelineBuilder settings(PipelineSettings settings) {
        timeframes = settings.timeframes().toArray(new Timeframe[0]);
        candleCapacity = settings.candles();
        tradeCapacity = settings.trades();
        ringSize = settings.ring();
        signalCapacity = settings.signals();
        return this;
    }

    /**
     * Time frames of the candles. Default: 1 s, 1 m, 5 m.
     *
     * @param finestFirst each made of whole candles of the one before.
     * @return this.
     */
    public PipelineBuilder timeframes(Timeframe... finestFirst) {
        timeframes = finestFirst.clone();
        return this;
    }

    /**
     * Closed candles kept for each instrument and frame. Default: 200.
     *
     * @param capacity positive.
     * @return this.
     */
    public PipelineBuilder candles(int capacity) {
        candleCapacity = capacity;
        return this;
    }

    /**
     * Trades kept for each instrument. Default: 1024.
     *
     * @param capacity positive.
     * @return this.
     */
    public PipelineBuilder trades(int capacity) {
        tradeCapacity = capacity;
        return this;
    }

    /**
     * Slots of the ring. Default: 1024.
     *
     * @param slots a power of two.
     * @return this.
     */
    public PipelineBuilder ringSize(int slots) {
        ringSize = slots;
        return this;
    }

    /**
     * Signals that may be out at a time. Default: 256.
     *
     * @param capacity positive.
     * @return this.
     */
    public PipelineBuilder signals(int capacity) {
        signalCapacity = capacity;
        return this;
    }

    /**
     * Adds a strategy. They are called in the order they were added.
     *
     * @param strategy the strategy.
     * @return this.
     */
    public PipelineBuilder strategy(Strategy strategy) {
        strategies.add(Objects.requireNonNull(strategy, "strategy"));
        return this;
    }

    /**
     * Where signals go. Default: closed at once.
     *
     * @param value receives every signal and closes it.
     * @return this.
     */
    public PipelineBuilder sink(SignalSink value) {
        sink = Objects.requireNonNull(value, "sink");
        return this;
    }

    /**
     * How the consumer waits for events. Default: it spins for 20 µs, yields for 30, then blocks, so that a stream is taken up within a
     * microsecond and a pause costs no processor time. Under a fast stream a strategy that only blocks spends more on waking up than
     * on events.
     *
     * @param value one of Disruptor's strategies, not shared with another ring.
     * @return this.
     */
    public PipelineBuilder waitStrategy(WaitStrategy value) {
        waitStrategy = Objects.requireNonNull(value, "waitStrategy");
        return this;
    }

    /**
     * Makes the consumer threads. Default: plain threads named {@code windrow-pipeline}. Interrupting them does not end them.
     *
     * @param value the factory.
     * @return this.
     */
    public PipelineBuilder threadFactory(ThreadFactory value) {
        threadFactory = Objects.requireNonNull(value, "threadFactory");
        return this;
    }

    /**
     * Adds a handler, on a thread of its own, that sees each event before the strategies do.
     *
     * @param handler the handler.
     * @return this.
     */
    public PipelineBuilder before(EventHandler<MarketEvent> handler) {
        before.add(Objects.requireNonNull(handler, "handler"));
        return this;
    }

    /**
     * Adds a handler, on a thread of its own, that sees each event after the strategies did.
     *
     * @param handler the handler.
     * @return this.
     */
    public PipelineBuilder after(EventHandler<MarketEvent> handler) {
        after.add(Objects.requireNonNull(handler, "handler"));
        return this;
    }

    /**
     * What the pipeline will take from the budget, by owner and to the byte: ring, signals, trades and candles.
     *
     * @return the plan, which the memory's ledger repeats once the pipeline is built.
     * @throws IllegalStateException    if the instruments are not set.
     * @throws IllegalArgumentException if a size is out of range.
     */
    public MemoryPlan plan() {
        check(instruments, "instruments");
        return PipelinePlan.of(instruments.size(), timeframes, candleCapacity, tradeCapacity, ringSize, signalCapacity);
    }

    /**
     * What the pipeline will take from the budget in all, to the byte.
     *
     * @return bytes.
     * @throws IllegalStateException    if the instruments are not set.
     * @throws IllegalArgumentException if a size is out of range.
     */
    public long plannedBytes() {
        return plan().totalBytes();
    }

    /**
     * Takes the memory and makes the pipeline; it is not started yet.
     *
     * @return the pipeline.
     * @throws IllegalStateException    if the memory or the instruments are not set.
     * @throws IllegalArgumentException if a size or a time frame is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not hold it; nothing is taken then.
     */
    public TradingPipeline build() {
        check(memory, "memory");
        check(instruments, "instruments");
        memory.requireFree("pipeline", plannedBytes());
        return new TradingPipeline(this).prepare();
    }

    Strategy[] strategies() {
        return strategies.toArray(new Strategy[0]);
    }

    /** How many handlers there are, the strategies' own included. */
    int handlerCount() {
        return before.size() + 1 + after.size();
    }

    EventHandler<MarketEvent>[] handlersBefore(Attendance attendance) {
        return noted(before, attendance);
    }

    EventHandler<MarketEvent>[] handlersAfter(Attendance attendance) {
        return noted(after, attendance);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static EventHandler<MarketEvent>[] noted(List<EventHandler<MarketEvent>> handlers, Attendance attendance) {
        EventHandler<MarketEvent>[] noted = new EventHandler[handlers.size()];
        for (int i = 0; i < noted.length; i++) {
            noted[i] = attendance.noting(handlers.get(i));
        }
        return noted;
    }

    private static void check(Object value, String name) {
        if (value == null) {
            throw new IllegalStateException(name + " must be set before the pipeline is built: " + name + "=null");
        }
    }
}
