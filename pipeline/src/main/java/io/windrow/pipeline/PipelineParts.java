package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.LeakReport;
import io.windrow.pools.Message;
import io.windrow.pools.ObjectPool;
import io.windrow.pools.Signal;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** All that a pipeline is made of: rings, windows, stages, pools. Opened together, started, halted and closed together. */
final class PipelineParts implements AutoCloseable {

    private final PipelineBuilder plan;
    private final Life life;
    private final Faults faults;
    private final Shards shards;
    private final EventOrder order;
    /** That of the main stages first. */
    private final List<PipelineState> states = new ArrayList<>();
    /** By shard, and within it by thread. */
    private final StrategyStage[][] stages;
    private final StrategyStage[] all;
    private final List<Shard> opened = new ArrayList<>();
    private final List<ConcurrentPool<Signal>> pools = new ArrayList<>();
    private final SinkCalls sink;
    private SignalOutput output;
    private volatile LeakReport signalsOut;

    PipelineParts(PipelineBuilder plan, Life life, Faults faults) {
        this.plan = plan;
        this.life = life;
        this.faults = faults;
        sink = new SinkCalls(plan.sink, faults, plan.measureLatency);
        stages = new StrategyStage[plan.shardCount][plan.stageCount()];
        all = new StrategyStage[plan.shardCount * plan.stageCount()];
        Shard[] rings = new Shard[plan.shardCount];
        order = plan.isOrdered() ? new EventOrder(rings) : null;
        shards = open(rings);
    }

    private Shards open(Shard[] rings) {
        try {
            for (int i = 0; i < rings.length; i++) {
                MemoryBlock slots = plan.memory.allocate("ring", (long) plan.ringSize * MarketEventLayout.SLOT_BYTES);
                rings[i] = new Shard(i, plan, life, slots, order);
                opened.add(rings[i]);
            }
            for (int thread = 0; thread < plan.stageCount(); thread++) {
                int column = thread;
                states.add(PipelineState.open(plan, plan.stage(thread).indicators(), window -> onClosed(column, window)));
            }
            Shards made = new Shards(rings);
            openStages(made);
            return made;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void openStages(Shards made) {
        int count = 0;
        for (int shard = 0; shard < stages.length; shard++) {
            for (int thread = 0; thread < stages[shard].length; thread++) {
                StrategyStage stage = new StrategyStage(states.get(thread), plan, plan.stage(thread), made, shard, life, faults);
                stages[shard][thread] = stage;
                all[count++] = stage;
                ConcurrentPool<Signal> pool = Message.pool(plan.memory, Signal::new).name("signals").capacity(plan.signalCapacity)
                    .onLeak(this::onLeak).concurrent();
                pools.add(pool);
                stage.setLane(new SignalLane(pool, plan, sink, life));
            }
        }
    }

    private void onLeak(LeakReport report) {
        signalsOut = signalsOut == null ? report : signalsOut;
    }

    private void onClosed(int thread, CandleWindow window) {
        int shard = stages.length == 1 ? 0 : window.instrument().id() % stages.length;
        stages[shard][thread].onClosed(window);
    }

    void prepare() {
        for (StrategyStage stage : all) {
            stage.prepare();
        }
    }

    /** Makes and starts all threads; returns the sink's own, if it has one. */
    SignalOutput start() throws InterruptedException {
        output = plan.hasOutput() ? new SignalOutput(plan, all, order, sink, faults) : null;
        for (StrategyStage stage : all) {
            stage.lane().begin(output);
        }
        for (int i = 0; i < stages.length; i++) {
            shards.get(i).start(stages[i], faults);
        }
        if (output != null) {
            output.start();
        }
        return output;
    }

    /** Ends the stages' threads as soon as they have nothing in hand. */
    void haltStages() {
        for (Shard shard : opened) {
            shard.halt();
        }
    }

    /** Ends all threads of a start that has failed. */
    void halt() {
        haltStages();
        if (output != null) {
            output.abandon();
        }
    }

    boolean stagesHaveEnded() {
        boolean ended = true;
        for (Shard shard : opened) {
            ended &= shard.attendance() == null || shard.attendance().haveEnded();
        }
        return ended;
    }

    List<String> stillRunning() {
        List<String> names = new ArrayList<>();
        for (Shard shard : opened) {
            if (shard.attendance() != null) {
                shard.attendance().addRunning(names);
            }
        }
        if (output != null) {
            output.attendance().addRunning(names);
        }
        return names;
    }

    long backlog() {
        long backlog = 0;
        for (int i = 0; i < opened.size(); i++) {
            backlog += opened.get(i).backlog();
        }
        return backlog;
    }

    /** Events that not every stage has handled. */
    long left() {
        long left = 0;
        for (int i = 0; i < stages.length; i++) {
            left += shards.get(i).left(stages[i]);
        }
        return left;
    }

    Shards shards() {
        return shards;
    }

    EventOrder order() {
        return order;
    }

    PipelineState state() {
        return states.get(0);
    }

    long signalCount() {
        long count = 0;
        for (int i = 0; i < all.length; i++) {
            count += all[i].signalCount();
        }
        return count;
    }

    long refusedSignals() {
        long count = 0;
        for (int i = 0; i < pools.size(); i++) {
            count += pools.get(i).refusedCount();
        }
        return count;
    }

    long signalWaits() {
        long count = 0;
        for (StrategyStage stage : all) {
            count += stage.lane().waitCount();
        }
        return count;
    }

    LeakReport signalsOut() {
        return signalsOut;
    }

    int disabledStrategies() {
        int count = 0;
        for (StrategyStage stage : all) {
            count += stage.disabledCount();
        }
        return count;
    }

    /** Plain loops here and below: what an instrument calls once a second stays interpreted, and an iterator would be garbage. */
    void addLatency(LatencyStage part, Histogram sum) {
        if (!plan.measureLatency) {
            throw new IllegalStateException("latency must be measured to be looked at: measureLatency=false");
        }
        if (part == LatencyStage.SINK) {
            sink.latency().addTo(sum);
            return;
        }
        for (int i = 0; i < all.length; i++) {
            all[i].latency().addTo(part, sum);
        }
    }

    boolean measuresLatency() {
        return plan.measureLatency;
    }

    long ringCapacity() {
        return (long) plan.ringSize * plan.shardCount;
    }

    int windowCount() {
        int count = 0;
        for (int i = 0; i < states.size(); i++) {
            count += states.get(i).windowCount();
        }
        return count;
    }

    List<ObjectPool<?>> signalPools() {
        return List.copyOf(pools);
    }

    @Override
    public void close() {
        for (StrategyStage stage : all) {
            if (stage != null && stage.lane() != null) {
                stage.lane().discard();
            }
        }
        for (Shard shard : opened) {
            shard.close();
        }
        Closing.closeAll(pools);
        Closing.closeAll(states);
    }
}
