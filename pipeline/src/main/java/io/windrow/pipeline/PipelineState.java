package io.windrow.pipeline;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.IngestResult;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.WindowGroup;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.LeakReport;
import io.windrow.pools.Message;
import io.windrow.pools.Signal;
import java.util.ArrayList;
import java.util.List;

/** All that a pipeline keeps off heap: the ring's slots, the signals, the windows. Opened together, closed together. */
final class PipelineState implements AutoCloseable {

    private final InstrumentRegistry instruments;
    private final CandleBuilder[] builders;
    private WindowGroup<TradeWindow> trades;
    /** For each frame, finest first. */
    private final List<WindowGroup<CandleWindow>> candles = new ArrayList<>();
    private MemoryBlock slots;
    private ConcurrentPool<Signal> signals;
    private volatile LeakReport signalsOut;

    private PipelineState(InstrumentRegistry instruments) {
        this.instruments = instruments;
        builders = new CandleBuilder[instruments.size()];
    }

    static PipelineState open(PipelineBuilder plan, CandleListener listener) {
        PipelineState state = new PipelineState(plan.instruments);
        try {
            state.allocate(plan, listener);
            return state;
        } catch (RuntimeException | Error e) {
            state.close();
            throw e;
        }
    }

    private void allocate(PipelineBuilder plan, CandleListener listener) {
        slots = plan.memory.allocate("ring", (long) plan.ringSize * MarketEventLayout.SLOT_BYTES);
        signals = Message.pool(plan.memory, Signal::new).name("signals").capacity(plan.signalCapacity)
            .onLeak(report -> signalsOut = report).concurrent();
        trades = WindowGroup.ofTrades(plan.memory, instruments, plan.tradeCapacity);
        int frames = plan.timeframes.length;
        for (int frame = 0; frame < frames; frame++) {
            CandleSpec spec = CandleSpec.of(plan.timeframes[frame]).capacity(plan.candleCapacity);
            candles.add(WindowGroup.ofCandles(plan.memory, instruments, spec, frame, frames));
        }
        for (int id = 0; id < builders.length; id++) {
            CandleWindow[] windows = new CandleWindow[frames];
            for (int frame = 0; frame < frames; frame++) {
                windows[frame] = candles.get(frame).get(id);
            }
            builders[id] = CandleBuilder.over(plan.memory, CandlePolicy.DEFAULT, listener, windows);
        }
    }

    MemoryBlock slots() {
        return slots;
    }

    ConcurrentPool<Signal> signals() {
        return signals;
    }

    /** What the pool missed when it closed, or null. */
    LeakReport signalsOut() {
        return signalsOut;
    }

    InstrumentRegistry instruments() {
        return instruments;
    }

    TradeWindow trades(int instrumentId) {
        return trades.get(instrumentId);
    }

    CandleBuilder candles(int instrumentId) {
        return builders[instrumentId];
    }

    int size() {
        return builders.length;
    }

    long lateTrades() {
        long late = 0;
        for (CandleBuilder builder : builders) {
            late += builder.count(IngestResult.LATE_DROPPED);
        }
        return late;
    }

    @Override
    public void close() {
        close(slots);
        close(signals);
        close(trades);
        candles.forEach(PipelineState::close);
    }

    /** What was not opened because something before it failed is null. */
    private static void close(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("closing must not fail", e);
        }
    }
}
