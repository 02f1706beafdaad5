package io.windrow.pipeline;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.pools.MessagePool;
import io.windrow.pools.Signal;

/** All that a pipeline keeps off heap: the ring's slots, the signals, the windows. Opened together, closed together. */
final class PipelineState implements AutoCloseable {

    private final InstrumentRegistry instruments;
    private final TradeWindow[] trades;
    private final CandleBuilder[] candles;
    private MemoryBlock slots;
    private MessagePool<Signal> signals;

    private PipelineState(InstrumentRegistry instruments) {
        this.instruments = instruments;
        trades = new TradeWindow[instruments.size()];
        candles = new CandleBuilder[instruments.size()];
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
        signals = MessagePool.signals(plan.memory, plan.signalCapacity);
        for (int id = 0; id < trades.length; id++) {
            trades[id] = TradeWindow.open(plan.memory, instruments.get(id), plan.tradeCapacity);
            candles[id] = CandleBuilder.open(plan.memory, instruments.get(id), plan.timeframes, plan.candleCapacity, listener);
        }
    }

    MemoryBlock slots() {
        return slots;
    }

    MessagePool<Signal> signals() {
        return signals;
    }

    InstrumentRegistry instruments() {
        return instruments;
    }

    TradeWindow trades(int instrumentId) {
        return trades[instrumentId];
    }

    CandleBuilder candles(int instrumentId) {
        return candles[instrumentId];
    }

    int size() {
        return trades.length;
    }

    long lateTrades() {
        long late = 0;
        for (CandleBuilder builder : candles) {
            late += builder.lateTrades();
        }
        return late;
    }

    @Override
    public void close() {
        close(slots);
        close(signals);
        for (int id = 0; id < trades.length; id++) {
            close(trades[id]);
            close(candles[id]);
        }
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
