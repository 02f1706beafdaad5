package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.pools.Signal;
import java.util.Objects;
import java.util.function.Supplier;

/** What the strategies of one stage see: the windows of its instruments, the event in hand, the way out for signals. */
abstract class StageContext implements StrategyContext {

    final PipelineState state;
    final Faults faults;
    final Strategy[] strategies;
    private final StageStrategies plan;
    private final Shards shards;
    private final int shard;
    private final int frames;
    private SignalLane lane;
    private boolean starting;
    /** The event in hand, for descriptions and for depth. */
    MarketEvent event;
    /** Of the event in hand. */
    long number = -EventOrder.STEP;
    long timeNanos;
    long dueNanos;
    /**
     * Where the call in hand stands among those of its event, the same in every stage that makes it: the candles that the event closes
     * in turn, by instrument at a tick of the clock, and then the event itself.
     */
    long place;
    /** The strategy that is being called, counted within the stage. */
    int strategy;
    /** Written by the consumer thread only. */
    private volatile long signalCount;

    StageContext(PipelineState state, PipelineBuilder builder, StageStrategies plan, Shards shards, int shard, Faults faults) {
        this.state = state;
        this.faults = faults;
        this.plan = plan;
        this.shards = shards;
        this.shard = shard;
        frames = builder.timeframes.length;
        strategies = plan.make(shard);
    }

    void setLane(SignalLane newLane) {
        lane = newLane;
    }

    SignalLane lane() {
        return lane;
    }

    /** Lets the strategies ask for what they need; on the thread that builds, before the consumer thread exists. */
    void prepare() {
        starting = true;
        for (strategy = 0; strategy < strategies.length; strategy++) {
            strategies[strategy].onStart(this);
        }
        starting = false;
    }

    long signalCount() {
        return signalCount;
    }

    int strategyId(int i) {
        return plan.id(i);
    }

    int firstInstrument() {
        return shard;
    }

    int instrumentStep() {
        return shards.count();
    }

    long publishedSequence() {
        return shards.get(shard).publishedSequence();
    }

    abstract void signalSent();

    @Override
    public PerWindow<Indicator> indicator(IndicatorSpec spec) {
        Object[] found = newPerWindow();
        requireDeclared(spec);
        for (int id = firstInstrument(); id < state.size(); id += instrumentStep()) {
            for (int index = id * frames; index < (id + 1) * frames; index++) {
                found[index] = state.indicators(index).get(spec);
            }
        }
        return new PerWindow<>(found);
    }

    @Override
    public <T> PerWindow<T> perWindow(Supplier<T> factory) {
        Object[] made = newPerWindow();
        for (int id = firstInstrument(); id < state.size(); id += instrumentStep()) {
            for (int index = id * frames; index < (id + 1) * frames; index++) {
                made[index] = factory.get();
            }
        }
        return new PerWindow<>(made);
    }

    private Object[] newPerWindow() {
        if (!starting) {
            throw new IllegalStateException("indicators and objects per window must be asked for in onStart");
        }
        return new Object[state.size() * frames];
    }

    /** By the strategy itself: what another happens to declare may be gone with it tomorrow. */
    private void requireDeclared(IndicatorSpec spec) {
        Objects.requireNonNull(spec, "spec");
        if (!strategies[strategy].indicators().contains(spec)) {
            throw new IllegalArgumentException("indicator must be among Strategy.indicators(): indicator=" + spec + ", strategy="
                + Faults.name(strategies[strategy]));
        }
    }

    @Override
    public InstrumentRegistry instruments() {
        return state.instruments();
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public int firstInstrumentId() {
        return firstInstrument();
    }

    @Override
    public int instrumentIdStep() {
        return instrumentStep();
    }

    @Override
    public CandleWindow candles(int instrumentId, int frame) {
        return state.candles(own(instrumentId)).window(frame);
    }

    @Override
    public TradeWindow trades(int instrumentId) {
        return state.trades(own(instrumentId));
    }

    @Override
    public QuoteWindow quotes(int instrumentId) {
        return state.quotes(own(instrumentId));
    }

    @Override
    public long eventTimeNanos() {
        return timeNanos;
    }

    @Override
    public long eventSequence() {
        return number;
    }

    @Override
    public boolean signal(CandleWindow window, Side side) {
        // First what may throw: a missing side, an empty window must not take a signal with them.
        return send(window.instrument().id(), side, window.timeframe().stepNanos(), window.openTimeNanos(0), window.close(0));
    }

    @Override
    public boolean signal(int instrumentId, Side side, long price) {
        return send(instruments().get(instrumentId).id(), side, 0, timeNanos, price);
    }

    private boolean send(int instrumentId, Side side, long stepNanos, long atNanos, long price) {
        Objects.requireNonNull(side, "side");
        if (starting) {
            throw new IllegalStateException("signals must not be sent in onStart");
        }
        Signal signal = lane.acquire();
        if (signal == null) {
            return false;
        }
        signal.set(strategyId(strategy), instrumentId, side, stepNanos, atNanos, price, dueNanos, number);
        signalCount++;
        lane.send(signal, placeOf(instrumentId), event);
        signalSent();
        return true;
    }

    /** What strategies do with a tick comes by strategy, and then by instrument; else all strategies have their turn in each call. */
    private long placeOf(int instrumentId) {
        return EventOrder.isOfTick(number) ? (long) strategyId(strategy) << Integer.SIZE | instrumentId : place;
    }

    private int own(int instrumentId) {
        if (instrumentId >= 0 && instrumentId % instrumentStep() != shard) {
            throw new IllegalArgumentException("instrument must be one of the stage's shard: instrumentId=" + instrumentId + ", shard="
                + shard + " of " + instrumentStep());
        }
        return instrumentId;
    }
}
