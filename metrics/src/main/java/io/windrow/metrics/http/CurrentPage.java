package io.windrow.metrics.http;

import io.windrow.buffers.memory.OwnerVisitor;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Figure;
import io.windrow.metrics.NamedMemory;
import io.windrow.metrics.ProcessMemory;
import io.windrow.metrics.Sample;
import io.windrow.metrics.WatchedPipeline;
import io.windrow.pools.PoolCounters;
import java.util.List;

/**
 * All that is known now, at {@code /api/system/metrics/current}. The figures are the newest sample's; of pools, pipelines and ledgers the
 * counts of this moment. Allocates nothing.
 */
final class CurrentPage implements Handler, OwnerVisitor {

    private final EngineMetrics metrics;
    private final String version;
    private final long pid = ProcessMemory.selfPid();
    private final Sample sample = new Sample();
    private final Derived derived;
    private final PipelineJson pipelines = new PipelineJson();
    private final SourcesJson sources = new SourcesJson();
    private JsonText owners;

    /**
     * Makes the page.
     *
     * @param version    of the engine, or null.
     * @param cleanHours hours without a leak, or null if nobody counts them.
     */
    CurrentPage(EngineMetrics metrics, String version, HoursSource cleanHours) {
        this.metrics = metrics;
        this.version = version;
        derived = new Derived(metrics, cleanHours);
    }

    @Override
    public void answer(Request request, Answer answer) {
        write(answer.json());
        answer.body().write('\n');
    }

    void write(JsonText json) {
        metrics.read(sample);
        json.time("time", sample.timeNanos()).number("timeNanos", sample.timeNanos());
        json.number("pid", pid).string("source", metrics.name());
        if (version != null) {
            json.string("version", version);
        }
        json.string("missing", metrics.missing());
        figures(json.object("figures"));
        derived.write(json.object("derived"), sample);
        memories(json.list("offHeap"));
        pools(json.list("pools"));
        pipelines(json.list("pipelines"));
        sources(json.list("sources"));
        json.end();
    }

    private void figures(JsonText json) {
        for (int i = 0; i < Figure.count(); i++) {
            Figure figure = Figure.at(i);
            if (figure.unit() == Figure.Unit.NANOS) {
                json.knownSeconds(figure.key(), sample.get(figure));
            } else {
                json.known(figure.key(), sample.get(figure));
            }
        }
        json.end();
    }

    private void memories(JsonText json) {
        List<NamedMemory> all = metrics.memories();
        owners = json;
        for (int i = 0; i < all.size(); i++) {
            NamedMemory one = all.get(i);
            json.object().string("name", one.name());
            json.number("usedBytes", one.memory().usedBytes()).number("budgetBytes", one.memory().budgetBytes());
            json.object("byOwner");
            one.memory().forEachOwner(this);
            json.end().end();
        }
        json.end();
    }

    @Override
    public void onOwner(String tag, int blocks, long bytes) {
        owners.number(tag, bytes);
    }

    private void pools(JsonText json) {
        List<PoolCounters> all = metrics.pools();
        for (int i = 0; i < all.size(); i++) {
            PoolCounters pool = all.get(i);
            json.object().string("name", pool.name());
            json.known("capacity", pool.capacity()).known("inUse", pool.inUse()).known("idle", pool.idle());
            json.known("waiting", pool.waiting()).known("highWaterMark", pool.highWaterMark());
            json.known("acquired", pool.acquiredCount()).known("released", pool.releasedCount());
            json.known("refused", pool.refusedCount()).known("waited", pool.waitedCount());
            json.known("reclaimed", pool.reclaimedCount()).known("leaked", pool.leakedCount());
            json.end();
        }
        json.end();
    }

    private void pipelines(JsonText json) {
        List<WatchedPipeline> all = metrics.pipelines();
        for (int i = 0; i < all.size(); i++) {
            pipelines.write(json.object(), all.get(i));
        }
        json.end();
    }

    private void sources(JsonText json) {
        List<WatchedPipeline> all = metrics.pipelines();
        for (int i = 0; i < all.size(); i++) {
            sources.write(json, all.get(i));
        }
        json.end();
    }
}
