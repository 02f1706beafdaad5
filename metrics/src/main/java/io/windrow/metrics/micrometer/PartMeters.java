package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.WatchedPipeline;
import io.windrow.pools.PoolCounters;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The meters of the engine's pipelines and pools, which come and go with them. The lists that are watched are replaced and never changed.
 */
final class PartMeters {

    private final EngineMetrics metrics;
    private final MeterRegistry registry;
    private final Distributions distributions;
    private final Histogram sum;
    private final Distribution signals;
    private final UniqueNames poolNames = new UniqueNames();
    private final UniqueNames sourceNames = new UniqueNames();
    private final List<PoolMeters> poolMeters = new ArrayList<>();
    private final List<PipelineMeters> pipelineMeters = new ArrayList<>();
    private List<PoolCounters> pools = List.of();
    private List<WatchedPipeline> pipelines = List.of();
    private int measured;

    PartMeters(EngineMetrics metrics, MeterRegistry registry, Distributions distributions) {
        this.metrics = metrics;
        this.registry = registry;
        this.distributions = distributions;
        sum = LatencyDistribution.histogram();
        signals = LatencyDistribution.ofSignals(metrics, sum);
    }

    void refresh() {
        List<PoolCounters> poolsNow = metrics.pools();
        if (poolsNow != pools) {
            pools = poolsNow;
            followPools();
        }
        List<WatchedPipeline> pipelinesNow = metrics.pipelines();
        if (pipelinesNow != pipelines) {
            pipelines = pipelinesNow;
            followPipelines();
        }
        for (int i = 0; i < poolMeters.size(); i++) {
            poolMeters.get(i).group.refresh();
        }
        for (int i = 0; i < pipelineMeters.size(); i++) {
            pipelineMeters.get(i).refresh();
        }
    }

    void remove() {
        pools = List.of();
        followPools();
        pipelines = List.of();
        followPipelines();
    }

    private void followPools() {
        for (int i = poolMeters.size() - 1; i >= 0; i--) {
            if (!holds(pools, poolMeters.get(i).pool)) {
                PoolMeters gone = poolMeters.remove(i);
                gone.group.remove();
                poolNames.release(gone.name);
            }
        }
        for (PoolCounters pool : pools) {
            if (!isShown(pool)) {
                poolMeters.add(new PoolMeters(registry, pool, poolNames.take(pool.name())));
            }
        }
    }

    private void followPipelines() {
        for (int i = pipelineMeters.size() - 1; i >= 0; i--) {
            if (!holds(pipelines, pipelineMeters.get(i).watched)) {
                remove(pipelineMeters.remove(i));
            }
        }
        for (WatchedPipeline pipeline : pipelines) {
            if (!isShown(pipeline)) {
                add(new PipelineMeters(registry, pipeline, sourceNames, sum));
            }
        }
    }

    private void add(PipelineMeters added) {
        pipelineMeters.add(added);
        for (Distribution latency : added.latencies()) {
            distributions.add(Family.LATENCY, latency);
        }
        if (!added.latencies().isEmpty() && measured++ == 0) {
            distributions.add(Family.SIGNALS, signals);
        }
    }

    private void remove(PipelineMeters gone) {
        gone.remove();
        for (Distribution latency : gone.latencies()) {
            distributions.remove(Family.LATENCY, latency);
        }
        if (!gone.latencies().isEmpty() && --measured == 0) {
            distributions.remove(Family.SIGNALS, signals);
        }
    }

    private boolean isShown(PoolCounters pool) {
        for (PoolMeters one : poolMeters) {
            if (one.pool == pool) {
                return true;
            }
        }
        return false;
    }

    private boolean isShown(WatchedPipeline pipeline) {
        for (PipelineMeters one : pipelineMeters) {
            if (one.watched == pipeline) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(List<?> list, Object wanted) {
        for (Object one : list) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }
}
