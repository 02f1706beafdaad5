package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.pools.Signal;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** The stages that run on the consumer thread: windows, candles, indicators, strategies, sink. */
final class StrategyStage implements EventHandler<MarketEvent>, StrategyContext {

    private final PipelineState state;
    private final int frames;
    private final Strategy[] strategies;
    private final SignalSink sink;
    private final Faults faults;
    private final Attendance attendance;
    /** For each window, in the order they were asked for. */
    private final Indicator[][] indicators;
    private boolean starting;
    private int strategyId;
    private long dueNanos;
    /** Written by the consumer thread only. */
    private volatile long signalCount;

    StrategyStage(PipelineState state, PipelineBuilder plan, Faults faults, Attendance attendance) {
        this.state = state;
        this.faults = faults;
        this.attendance = attendance;
        frames = plan.timeframes.length;
        strategies = plan.strategies();
        sink = plan.sink;
        indicators = new Indicator[state.size() * frames][0];
    }

    /** Lets the strategies ask for what they need; on the thread that builds, before the consumer thread exists. */
    void prepare() {
        starting = true;
        for (strategyId = 0; strategyId < strategies.length; strategyId++) {
            strategies[strategyId].onStart(this);
        }
        starting = false;
    }

    long signalCount() {
        return signalCount;
    }

    @Override
    public void onStart() {
        attendance.begin();
    }

    @Override
    public void onShutdown() {
        attendance.end();
    }

    @Override
    public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) {
        try {
            dueNanos = event.dueNanos();
            if (event.type() == MarketEvent.TRADE) {
                onTrade(event);
            } else {
                onClock(event.timeNanos());
            }
        } catch (RuntimeException | Error e) {
            // The ring must go on: a consumer that dies would leave its publisher waiting for ever.
            fault(e);
        }
    }

    private void onTrade(MarketEvent event) {
        int id = event.instrumentId();
        long time = event.timeNanos();
        long price = event.price();
        long quantity = event.quantity();
        TradeWindow trades = state.trades(id);
        trades.append(time, price, quantity, event.tradeId(), event.sideCode());
        state.candles(id).onTrade(time, price, quantity, event.tradeId(), event.sideCode());
        for (strategyId = 0; strategyId < strategies.length; strategyId++) {
            tellTrade(strategies[strategyId], trades);
        }
    }

    private void onClock(long nowNanos) {
        for (int id = 0; id < state.size(); id++) {
            state.candles(id).onClock(nowNanos);
        }
        for (strategyId = 0; strategyId < strategies.length; strategyId++) {
            tellClock(strategies[strategyId], nowNanos);
        }
    }

    /** A candle has closed; called by the builders in the midst of a trade or a tick of the clock. */
    void onCandle(CandleWindow window) {
        for (Indicator indicator : indicators[window.index()]) {
            update(indicator, window);
        }
        for (strategyId = 0; strategyId < strategies.length; strategyId++) {
            tellCandle(strategies[strategyId], window);
        }
    }

    // What an author's code throws ends here: the candles, and the other strategies, must not miss what they are due.

    private void update(Indicator indicator, CandleWindow window) {
        try {
            indicator.update(window);
        } catch (RuntimeException | Error e) {
            fault(e);
        }
    }

    private void tellTrade(Strategy strategy, TradeWindow trades) {
        try {
            strategy.onTrade(trades, this);
        } catch (RuntimeException | Error e) {
            fault(e);
        }
    }

    private void tellCandle(Strategy strategy, CandleWindow window) {
        try {
            strategy.onCandle(window, this);
        } catch (RuntimeException | Error e) {
            fault(e);
        }
    }

    private void tellClock(Strategy strategy, long nowNanos) {
        try {
            strategy.onClock(nowNanos, this);
        } catch (RuntimeException | Error e) {
            fault(e);
        }
    }

    private void fault(Throwable thrown) {
        faults.add(thrown);
    }

    @Override
    public <T extends Indicator> PerWindow<T> indicator(Supplier<T> factory) {
        PerWindow<T> made = perWindow(factory);
        for (int id = 0; id < state.size(); id++) {
            for (int frame = 0; frame < frames; frame++) {
                CandleWindow window = candles(id, frame);
                Indicator[] before = indicators[window.index()];
                Indicator[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = made.of(window);
                indicators[window.index()] = after;
            }
        }
        return made;
    }

    @Override
    public <T> PerWindow<T> perWindow(Supplier<T> factory) {
        if (!starting) {
            throw new IllegalStateException("indicators and objects per window must be asked for in onStart");
        }
        Object[] made = new Object[state.size() * frames];
        for (int i = 0; i < made.length; i++) {
            made[i] = factory.get();
        }
        return new PerWindow<>(made);
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
    public CandleWindow candles(int instrumentId, int frame) {
        return state.candles(instrumentId).window(frame);
    }

    @Override
    public TradeWindow trades(int instrumentId) {
        return state.trades(instrumentId);
    }

    @Override
    public boolean signal(CandleWindow window, Side side) {
        // First what may throw: a missing side, an empty window must not take a signal with them.
        Objects.requireNonNull(side, "side");
        long candleTime = window.openTimeNanos(0);
        long price = window.close(0);
        Signal signal = state.signals().tryAcquire();
        if (signal == null) {
            return false;
        }
        signal.set(strategyId, window.instrument().id(), side, window.timeframe().stepNanos(), candleTime, price, dueNanos);
        signalCount++;
        sink.onSignal(signal);
        return true;
    }
}
