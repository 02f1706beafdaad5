package io.windrow.examples.prove.engines;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.PipelineBuilder;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pools.Signal;
import java.time.Duration;

/** Windows off the heap, slots off the heap, pooled signals. */
final class WindrowEngine implements Engine {

    private final EngineSetup setup;
    private final OffHeapMemory memory;
    private final TradingPipeline pipeline;

    WindrowEngine(EngineSetup setup) {
        this.setup = setup;
        PipelineBuilder plan = TradingPipeline.builder()
            .instruments(setup.instruments())
            .timeframes(setup.timeframes())
            .candles(setup.candles())
            .trades(setup.trades())
            .ringSize(setup.ringSize())
            .waitStrategy(setup.waitStrategy().get())
            .threadFactory(setup.threadFactory())
            .strategy(new CrossingStrategy())
            .sink(this::onSignal);
        memory = OffHeapMemory.withBudget(plan.plannedBytes());
        pipeline = plan.memory(memory).build();
    }

    private void onSignal(Signal signal) {
        try (signal) {
            setup.signals().onSignal(signal.instrumentId(), signal.side().code(), signal.stepNanos(), signal.candleTimeNanos(),
                signal.price(), signal.dueNanos());
        }
    }

    @Override
    public void start() {
        pipeline.start();
    }

    @Override
    public void publish(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos) {
        pipeline.publishTrade(instrumentId, timeNanos, price, quantity, tradeId, sideCode, dueNanos);
    }

    @Override
    public void awaitDrained() {
        pipeline.awaitDrained(Duration.ofMinutes(1));
    }

    @Override
    public void forEachCandle(CandleVisitor visitor) {
        for (int id = 0; id < setup.instruments().size(); id++) {
            for (int frame = 0; frame < setup.timeframes().length; frame++) {
                visit(pipeline.candles(id, frame), visitor);
            }
        }
    }

    private static void visit(CandleWindow window, CandleVisitor visitor) {
        for (int ago = window.size() - 1; ago >= 0; ago--) {
            visitor.onCandle(window.instrument().id(), window.timeframe().stepNanos(), window.openTimeNanos(ago), window.open(ago),
                window.high(ago), window.low(ago), window.close(ago), window.volume(ago));
        }
    }

    @Override
    public Object[] candleRoots() {
        return new Object[0];
    }

    @Override
    public long offHeapCandleBytes() {
        return memory.usedBytes("candles");
    }

    @Override
    public Throwable fault() {
        return pipeline.refusedSignals() > 0
            ? new IllegalStateException("signals were refused: count=" + pipeline.refusedSignals())
            : pipeline.firstFault();
    }

    @Override
    public void close() {
        pipeline.close();
        memory.close();
    }
}
