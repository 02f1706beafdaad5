package io.windrow.examples.bench.child;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.examples.prove.engines.HeapReplay;
import io.windrow.examples.prove.engines.WaitStrategies;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.PipelineBuilder;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.feeds.TradeListener;
import io.windrow.pools.Signal;

/** A Windrow pipeline in full work: for each trade a trade window, candles of three frames, EMA, RSI and ATR of each, a strategy. */
final class WindrowSide implements StreamSide {

    private final OffHeapMemory memory;
    private final TradingPipeline pipeline;
    private final MarketPublisher publisher;
    private final TradeListener feed;
    private final FullWork work;
    private final SignalDigest signals = new SignalDigest();
    private Thread consumer;

    /**
     * From bytes, each trade is first written as a message and decoded. A probe, if there is one, takes the time when the strategy has seen
     * a trade.
     */
    WindrowSide(Tape tape, String waiting, int publishBatch, boolean fromBytes, LatencyProbe probe) {
        work = new FullWork(probe);
        PipelineBuilder plan = TradingPipeline.builder()
            .instruments(tape.registry())
            .timeframes(Tape.TIMEFRAMES)
            .ringSize(RING)
            .publishBatch(publishBatch)
            .waitStrategy(WaitStrategies.of(waiting))
            .threadFactory(this::thread)
            .strategy(work)
            .sink(this::onSignal);
        memory = OffHeapMemory.withBudget(plan.plannedBytes());
        pipeline = plan.memory(memory).build();
        publisher = pipeline.publisher("tape");
        feed = fromBytes ? new MessageFeed(pipeline.instruments(), publisher) : publisher;
    }

    TradingPipeline pipeline() {
        return pipeline;
    }

    OffHeapMemory memory() {
        return memory;
    }

    @Override
    public void start() {
        pipeline.start();
    }

    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        feed.onTrade(instrumentId, timeNanos, price, quantity, tradeId, sideCode);
    }

    @Override
    public Thread consumer() {
        return consumer;
    }

    @Override
    public void awaitDrained() {
        publisher.flush();
        while (pipeline.backlog() > 0) {
            Thread.yield();
        }
    }

    /** Plays the same trades on one thread, and wants the same signals. */
    @Override
    public void verify(Tape tape, long published) {
        SignalDigest expected = new SignalDigest();
        long[] sum = new long[1];
        HeapReplay replay = new HeapReplay(tape.registry(), Tape.TIMEFRAMES, Decision::new, expected);
        tape.play(0, published, (id, time, price, quantity, trade, side) -> {
            sum[0] += price;
            replay.onTrade(id, time, price, quantity, trade, side);
        });
        check(pipeline.firstFault() == null && pipeline.refusedSignals() == 0 && pipeline.lateTrades() == 0,
            "nothing may go wrong: fault=" + pipeline.firstFault() + ", refused=" + pipeline.refusedSignals() + ", late="
                + pipeline.lateTrades());
        check(work.trades() == published && work.priceSum() == sum[0], "the strategy must see every trade: published=" + published
            + ", seen=" + work.trades() + ", prices=" + work.priceSum() + ", expected=" + sum[0]);
        check(signals.same(expected), "signals must be those of one thread: signals=" + signals + ", expected=" + expected);
    }

    @Override
    public void close() {
        pipeline.close();
        memory.close();
    }

    private void onSignal(Signal signal) {
        try (signal) {
            signals.onSignal(signal.instrumentId(), signal.side().code(), signal.stepNanos(), signal.candleTimeNanos(), signal.price(), 0);
        }
    }

    private Thread thread(Runnable task) {
        consumer = new Thread(task, "consumer");
        consumer.setDaemon(true);
        return consumer;
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalStateException(message);
        }
    }
}
