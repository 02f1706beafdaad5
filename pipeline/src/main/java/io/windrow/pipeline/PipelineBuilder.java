package io.windrow.pipeline;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Plans a {@link TradingPipeline}: what it holds, and how many bytes that takes, before anything is allocated. Needed are the memory
 * and the instruments; all else has a default. Not thread-safe.
 */
public final class PipelineBuilder extends HandlerBuilder<PipelineBuilder> {

    private static final int MANY_PROCESSORS = 4;

    OffHeapMemory memory;
    InstrumentRegistry instruments;
    int shardCount = 1;
    int publishBatch = 1;
    Publishers publishers = Publishers.ONE;
    WhenRingFull whenFull = WhenRingFull.WAIT;
    WhenNoSignalFree whenNoSignalFree = WhenNoSignalFree.REFUSE;
    OnFault onFault = OnFault.SKIP_EVENT;
    Duration staleAfter = Duration.ofSeconds(300);
    /** What the age of sources is told by. */
    LongSupplier clock = PipelineDefaults.ALL;
    boolean measureLatency;
    SignalSink sink = PipelineDefaults.ALL;
    ThreadFactory threadFactory = PipelineDefaults.ALL;
    private boolean sinkThread;
    private Supplier<? extends WaitStrategy> waitStrategy = PipelineDefaults.ALL;
    private WaitStrategy onlyWaitStrategy;
    private final StrategyPlan strategies = new StrategyPlan();

    PipelineBuilder() {
        settings(PipelineSettings.production());
    }

    /** For a plan of sizes only. */
    PipelineBuilder(List<Timeframe> timeframes, int candles, int trades, int quotes, int ring, int signals) {
        timeframes(timeframes.toArray(new Timeframe[0])).candles(candles).trades(trades).quotes(quotes).ringSize(ring).signals(signals);
    }

    @Override
    PipelineBuilder self() {
        return this;
    }

    /**
     * For events that are to be handled soon: each is published at once, and the consumer spins, where there are processors to spare
     * for it (four or more); else it waits as by default. Called first; what is set after it holds.
     *
     * @return this.
     */
    public PipelineBuilder forLatency() {
        publishBatch = 1;
        ringSize = 1_024;
        onlyWaitStrategy = null;
        boolean spare = Runtime.getRuntime().availableProcessors() >= MANY_PROCESSORS;
        waitStrategy = spare ? BusySpinWaitStrategy::new : PipelineDefaults.ALL;
        return this;
    }

    /**
     * For many events in short time, as in a replay: they are published by 64 into a ring of 8,192, and the consumer yields while there
     * are none. What publishes has to {@link TradingPipeline#flush} when it pauses. Called first; what is set after it holds.
     *
     * @return this.
     */
    public PipelineBuilder forThroughput() {
        publishBatch = 64;
        ringSize = 8_192;
        onlyWaitStrategy = null;
        waitStrategy = YieldingWaitStrategy::new;
        return this;
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
     * How many rings there are, each with a consumer thread. Instrument i is in shard i modulo their count. Default: 1. With more,
     * strategies and handlers are to be given as suppliers, as each shard has its own, and the sink has a thread of its own, which
     * gets the signals in the order of the events that led to them.
     *
     * @param count positive.
     * @return this.
     */
    public PipelineBuilder shards(int count) {
        shardCount = count;
        return this;
    }

    /**
     * Adds a strategy. They are called in the order they were added.
     *
     * @param strategy the strategy.
     * @return this.
     */
    public PipelineBuilder strategy(Strategy strategy) {
        Objects.requireNonNull(strategy, "strategy");
        single = "strategy";
        return strategy(() -> strategy);
    }

    /**
     * Adds a strategy, made for each shard. They are called in the order they were added.
     *
     * @param factory makes it.
     * @return this.
     */
    public PipelineBuilder strategy(Supplier<? extends Strategy> factory) {
        strategies.add(factory, false);
        return this;
    }

    /**
     * Adds a strategy that has a thread of its own beside the others, and windows and candles of its own, which {@link #plan} counts. The
     * sink has a thread of its own then, which gets the signals in the order of the events that led to them.
     *
     * @param factory makes it, for each shard.
     * @return this.
     */
    public PipelineBuilder strategyOnOwnThread(Supplier<? extends Strategy> factory) {
        strategies.add(factory, true);
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
     * Gives the sink a thread of its own: signals go there through a queue, and a sink that writes or blocks does not hold up strategies.
     *
     * @return this.
     */
    public PipelineBuilder sinkOnOwnThread() {
        sinkThread = true;
        return this;
    }

    /**
     * What becomes of a signal while all of the pool are with the sink. Default: {@link WhenNoSignalFree#REFUSE}.
     *
     * @param choice what.
     * @return this.
     */
    public PipelineBuilder whenNoSignalFree(WhenNoSignalFree choice) {
        whenNoSignalFree = Objects.requireNonNull(choice, "choice");
        return this;
    }

    /**
     * How many threads publish. Default: {@link Publishers#ONE}.
     *
     * @param choice how many.
     * @return this.
     */
    public PipelineBuilder publishers(Publishers choice) {
        publishers = Objects.requireNonNull(choice, "choice");
        return this;
    }

    /**
     * What becomes of an event for which the ring has no room. Default: {@link WhenRingFull#WAIT}.
     *
     * @param choice what.
     * @return this.
     */
    public PipelineBuilder whenRingFull(WhenRingFull choice) {
        whenFull = Objects.requireNonNull(choice, "choice");
        return this;
    }

    /**
     * By how many events the publisher lets them be seen. With more the threads meet less often, which helps where the publisher is the
     * limit. What is written may stay unseen until the batch is full or {@link TradingPipeline#flush} is called. Default: 1.
     *
     * @param events 1 to the size of the ring; 1 where several threads publish or {@link WhenRingFull#DROP_OLDEST} is chosen.
     * @return this.
     */
    public PipelineBuilder publishBatch(int events) {
        publishBatch = events;
        return this;
    }

    /**
     * What becomes of the pipeline when an author's code throws. Default: {@link OnFault#SKIP_EVENT}.
     *
     * @param choice what.
     * @return this.
     */
    public PipelineBuilder onFault(OnFault choice) {
        onFault = Objects.requireNonNull(choice, "choice");
        return this;
    }

    /**
     * After how long without an event or a heartbeat a source counts as stale. Default: 300 s.
     *
     * @param time positive.
     * @return this.
     */
    public PipelineBuilder staleAfter(Duration time) {
        staleAfter = Objects.requireNonNull(time, "time");
        return this;
    }

    /**
     * Measures the latency of events whose due time is given: three readings of the clock for each event and two for each signal, and
     * 450 KB of heap for each stage thread. Default: not.
     *
     * @return this.
     */
    public PipelineBuilder measureLatency() {
        measureLatency = true;
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
        onlyWaitStrategy = Objects.requireNonNull(value, "waitStrategy");
        return this;
    }

    /**
     * How the consumers wait for events.
     *
     * @param factory makes one of Disruptor's strategies for each ring.
     * @return this.
     */
    public PipelineBuilder waitStrategy(Supplier<? extends WaitStrategy> factory) {
        waitStrategy = Objects.requireNonNull(factory, "factory");
        onlyWaitStrategy = null;
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
     * What the pipeline will take from the budget, by owner and to the byte: ring, signals, trades and candles.
     *
     * @return the plan, which the memory's ledger repeats once the pipeline is built.
     * @throws IllegalStateException    if the instruments are not set.
     * @throws IllegalArgumentException if a size is out of range.
     */
    public MemoryPlan plan() {
        check(instruments, "instruments");
        return plan(instruments.size());
    }

    MemoryPlan plan(int count) {
        return PipelinePlan.of(this, count);
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
     * @throws IllegalArgumentException if a size or a time frame is out of range, or two choices do not go together.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not hold it; nothing is taken then.
     */
    public TradingPipeline build() {
        check(memory, "memory");
        check(instruments, "instruments");
        long bytes = plannedBytes();
        PipelineRules.check(this);
        memory.requireFree("pipeline", bytes);
        return new TradingPipeline(this).prepare();
    }

    WaitStrategy newWaitStrategy() {
        return onlyWaitStrategy != null ? onlyWaitStrategy : Objects.requireNonNull(waitStrategy.get(), "waitStrategy");
    }

    int stageCount() {
        return strategies.stageCount();
    }

    StageStrategies stage(int thread) {
        return strategies.stage(thread);
    }

    boolean hasOnlyOneWaitStrategy() {
        return onlyWaitStrategy != null;
    }

    /** Whether signals go through a queue: always where several stages send them. */
    boolean hasOutput() {
        return sinkThread || hasSeveralStages();
    }

    /** Whether the order of events is known to all stages, and needed. */
    boolean isOrdered() {
        return hasSeveralStages() && publishers == Publishers.ONE && whenFull != WhenRingFull.DROP_OLDEST;
    }

    private boolean hasSeveralStages() {
        return shardCount > 1 || stageCount() > 1;
    }

    private static void check(Object value, String name) {
        if (value == null) {
            throw new IllegalStateException(name + " must be set before the pipeline is built: " + name + "=null");
        }
    }
}
