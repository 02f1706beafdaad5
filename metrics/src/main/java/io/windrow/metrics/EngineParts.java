package io.windrow.metrics;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pools.ObjectPool;
import io.windrow.pools.PoolCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What of an engine is watched. Parts are added at any time; the lists are replaced and never changed, so that reading needs no lock. */
final class EngineParts {

    private final IntervalLatency latency = new IntervalLatency();
    /** Totals of what is watched no more. */
    private final Sample retired = new Sample();
    private volatile List<WatchedPipeline> pipelines = List.of();
    private volatile List<PipelineReading> readings = List.of();
    private volatile List<PoolCounters> pools = List.of();
    private volatile List<PoolCounters> connections = List.of();
    private volatile List<NamedMemory> memories = List.of();

    synchronized void add(String name, TradingPipeline pipeline) {
        for (WatchedPipeline one : pipelines) {
            requireOther(one.name(), name, "pipeline");
        }
        pipelines = with(pipelines, new WatchedPipeline(name, pipeline));
        readings = with(readings, new PipelineReading(pipeline));
        for (ObjectPool<?> pool : pipeline.signalPools()) {
            add(pool);
        }
    }

    synchronized void add(PoolCounters pool) {
        pools = with(pools, Objects.requireNonNull(pool, "pool"));
    }

    synchronized void addConnections(PoolCounters pool) {
        add(pool);
        connections = with(connections, pool);
    }

    synchronized void add(String name, OffHeapMemory memory) {
        for (NamedMemory one : memories) {
            requireOther(one.name(), name, "memory");
        }
        memories = with(memories, new NamedMemory(name, memory));
    }

    synchronized void addFirst(String name, OffHeapMemory memory) {
        List<NamedMemory> rest = memories;
        memories = List.of();
        add(name, memory);
        for (NamedMemory one : rest) {
            add(one.name(), one.memory());
        }
    }

    /** Its totals stay in the sums, so that these never fall. */
    synchronized void remove(TradingPipeline pipeline) {
        for (int i = pipelines.size() - 1; i >= 0; i--) {
            if (pipelines.get(i).pipeline() == pipeline) {
                Sample last = new Sample();
                readings.get(i).addTo(last);
                retire(last);
                pipelines = without(pipelines, pipelines.get(i));
                readings = without(readings, readings.get(i));
            }
        }
        for (ObjectPool<?> pool : pipeline.signalPools()) {
            remove(pool);
        }
    }

    synchronized void remove(PoolCounters pool) {
        if (has(pool)) {
            Sample last = new Sample();
            last.add(Figure.LEAKED_OBJECTS, pool.leakedCount());
            retire(last);
            pools = without(pools, pool);
            connections = without(connections, pool);
        }
    }

    private boolean has(PoolCounters pool) {
        boolean found = false;
        for (PoolCounters one : pools) {
            found |= one == pool;
        }
        return found;
    }

    private void retire(Sample last) {
        for (int i = 0; i < Figure.count(); i++) {
            if (Figure.at(i).kind() == Figure.Kind.TOTAL) {
                retired.add(Figure.at(i), last.get(Figure.at(i)));
            }
        }
    }

    List<WatchedPipeline> pipelines() {
        return pipelines;
    }

    List<PoolCounters> pools() {
        return pools;
    }

    List<PoolCounters> connections() {
        return connections;
    }

    List<NamedMemory> memories() {
        return memories;
    }

    synchronized void addTo(Sample sample) {
        for (int i = Figure.EVENTS.ordinal(); i < Figure.count(); i++) {
            sample.add(Figure.at(i), retired.get(Figure.at(i)));
        }
        sample.set(Figure.OFF_HEAP, OffHeapMemory.processUsedBytes());
        addBudgets(sample);
        addPipelines(sample);
        addPools(sample);
    }

    /** Reports objects that are out for too long; walks over all objects. */
    void checkLeaks() {
        List<PoolCounters> all = pools;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof ObjectPool<?> pool) {
                pool.checkLeaks();
            }
        }
    }

    private void addBudgets(Sample sample) {
        List<NamedMemory> all = memories;
        for (int i = 0; i < all.size(); i++) {
            sample.add(Figure.OFF_HEAP_LIMIT, all.get(i).memory().budgetBytes());
        }
    }

    private void addPipelines(Sample sample) {
        List<PipelineReading> all = readings;
        boolean looks = latency.begin(sample.timeNanos());
        for (int i = 0; i < all.size(); i++) {
            all.get(i).addTo(sample);
            if (looks) {
                all.get(i).addTo(latency.now());
            }
        }
        if (looks) {
            latency.end();
        }
        latency.addTo(sample);
    }

    private void addPools(Sample sample) {
        List<PoolCounters> all = pools;
        for (int i = 0; i < all.size(); i++) {
            PoolCounters pool = all.get(i);
            sample.add(Figure.POOL_IN_USE, pool.inUse());
            sample.add(Figure.POOL_CAPACITY, pool.capacity());
            sample.add(Figure.LEAKED_OBJECTS, pool.leakedCount());
        }
    }

    private static void requireOther(String known, String name, String kind) {
        if (known.equals(Objects.requireNonNull(name, "name"))) {
            throw new IllegalArgumentException(kind + " must have a name of its own: name=" + name);
        }
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return List.copyOf(longer);
    }

    private static <T> List<T> without(List<T> list, T removed) {
        List<T> shorter = new ArrayList<>();
        for (T one : list) {
            if (one != removed) {
                shorter.add(one);
            }
        }
        return List.copyOf(shorter);
    }
}
