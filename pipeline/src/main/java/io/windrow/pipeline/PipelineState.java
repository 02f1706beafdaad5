package io.windrow.pipeline;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandleListener;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.IngestResult;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.WindowGroup;
import io.windrow.buffers.indicators.IndicatorGroup;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of all instruments and their candle builders: one set for the main stages, and one for each strategy that has a thread of
 * its own. Shards share a set, as each writes the windows of its own instruments.
 */
final class PipelineState implements AutoCloseable {

    private final InstrumentRegistry instruments;
    private final CandleBuilder[] builders;
    private WindowGroup<TradeWindow> trades;
    /** Null where quotes are not kept. */
    private WindowGroup<QuoteWindow> quotes;
    /** For each frame, finest first. */
    private final List<WindowGroup<CandleWindow>> candles = new ArrayList<>();
    /** By the windows' index; null where no strategy declares any. */
    private IndicatorGroup indicators;

    private PipelineState(InstrumentRegistry instruments) {
        this.instruments = instruments;
        builders = new CandleBuilder[instruments.size()];
    }

    static PipelineState open(PipelineBuilder plan, IndicatorSpec[] specs, CandleListener listener) {
        PipelineState state = new PipelineState(plan.instruments);
        try {
            state.allocate(plan, listener);
            state.allocate(plan.memory, specs);
            return state;
        } catch (RuntimeException | Error e) {
            state.close();
            throw e;
        }
    }

    private void allocate(PipelineBuilder plan, CandleListener listener) {
        trades = WindowGroup.ofTrades(plan.memory, instruments, plan.tradeCapacity);
        if (plan.quoteCapacity > 0) {
            quotes = WindowGroup.ofQuotes(plan.memory, instruments, plan.quoteCapacity);
        }
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

    private void allocate(OffHeapMemory memory, IndicatorSpec[] specs) {
        int frames = candles.size();
        if (specs.length > 0) {
            indicators = IndicatorGroup.open(memory, size() * frames, i -> candles.get(i % frames).get(i / frames), specs);
        }
    }

    InstrumentRegistry instruments() {
        return instruments;
    }

    TradeWindow trades(int instrumentId) {
        return trades.get(instrumentId);
    }

    QuoteWindow quotes(int instrumentId) {
        if (quotes == null) {
            throw new IllegalStateException("quotes must be kept to be looked at: quotes=0");
        }
        return quotes.get(instrumentId);
    }

    CandleBuilder candles(int instrumentId) {
        return builders[instrumentId];
    }

    /** Those of a window, by its index; null where no strategy declares any. */
    IndicatorSet indicators(int index) {
        return indicators == null ? null : indicators.get(index);
    }

    int size() {
        return builders.length;
    }

    int windowCount() {
        return builders.length * (candles.size() + (quotes == null ? 1 : 2));
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
        Closing.close(trades);
        Closing.close(quotes);
        Closing.closeAll(candles);
        Closing.close(indicators);
    }
}
