package io.windrow.pipeline;

import com.lmax.disruptor.BlockingWaitStrategy;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.List;
import java.util.Random;

/**
 * How a pipeline is built, where the signals must not depend on it.
 *
 * @param ownThreads of the three strategies those with a thread of their own, a bit for each.
 * @param napNanos   how long the sink sleeps at one signal in four.
 * @param stops      how often it is stopped and started again on the way.
 */
record EngineShape(int shards, int ownThreads, int batch, int ring, boolean sinkThread, int signals, long napNanos, int stops,
    boolean latency) {

    static final int STRATEGIES = 3;
    /** One ring, one thread, a sink that is called directly. */
    static final EngineShape SIMPLEST = new EngineShape(1, 0, 1, 1_024, false, 64, 0, 0, false);

    private static final int NAP_EVERY = 4;

    static EngineShape random(Random random, int longestNapNanos) {
        int ring = 1 << random.nextInt(9);
        int batch = Math.min(ring, List.of(1, 1, 7, 64).get(random.nextInt(4)));
        return new EngineShape(List.of(1, 2, 3, 5).get(random.nextInt(4)), random.nextInt(1 << STRATEGIES), batch, ring,
            random.nextBoolean(), 1 + random.nextInt(6), longestNapNanos == 0 ? 0 : random.nextInt(longestNapNanos), random.nextInt(3),
            random.nextBoolean());
    }

    /** The signals that the events lead to. */
    List<SentSignal> signals(MarketScript script) {
        SignalLog log = new SignalLog(napNanos, NAP_EVERY);
        PipelineBuilder plan = TradingPipeline.builder().instruments(Rig.registry(script.instruments()))
            .timeframes(Timeframe.seconds(1), Timeframe.seconds(5), Timeframe.minutes(1)).candles(4).trades(4).quotes(4)
            .shards(shards).publishBatch(batch).ringSize(ring).signals(signals).waitStrategy(BlockingWaitStrategy::new)
            .whenNoSignalFree(WhenNoSignalFree.WAIT).sink(log);
        addTo(plan);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(plan.plannedBytes());
            TradingPipeline pipeline = plan.memory(memory).build()) {
            run(pipeline, script);
        }
        return log.sent;
    }

    private void addTo(PipelineBuilder plan) {
        for (int i = 0; i < STRATEGIES; i++) {
            int kind = i;
            if ((ownThreads >> i & 1) == 0) {
                plan.strategy(() -> new Talkative(kind));
            } else {
                plan.strategyOnOwnThread(() -> new Talkative(kind));
            }
        }
        if (sinkThread) {
            plan.sinkOnOwnThread();
        }
        if (latency) {
            plan.measureLatency();
        }
    }

    private void run(TradingPipeline pipeline, MarketScript script) {
        MarketPublisher publisher = pipeline.publisher("script");
        int lives = stops + 1;
        for (int life = 0; life < lives; life++) {
            pipeline.start();
            script.publish(publisher, script.events * life / lives, script.events * (life + 1) / lives);
            StopReport report = pipeline.stop(Rig.LONG);
            if (!report.isClean() || pipeline.faultCount() > 0) {
                throw new IllegalStateException("stop must be clean: shape=" + this + ", report=" + report + ", faults="
                    + pipeline.faults() + ", backlog=" + pipeline.backlog());
            }
        }
    }
}
