package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Tags;
import io.windrow.metrics.BucketCounts;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.WatchedPipeline;
import io.windrow.pipeline.LatencyStage;
import io.windrow.pipeline.TradingPipeline;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The latencies of one part of the events' way, in one pipeline or in all. */
final class LatencyDistribution extends Distribution {

    private final EngineMetrics metrics;
    private final TradingPipeline one;
    private final LatencyStage stage;
    /** Shared by all of a binding, 28 KB; locked while it is filled and read. */
    private final Histogram sum;

    private LatencyDistribution(Tags tags, EngineMetrics metrics, TradingPipeline one, LatencyStage stage, Histogram sum) {
        super(tags, latencyBuckets());
        this.metrics = metrics;
        this.one = one;
        this.stage = stage;
        this.sum = sum;
    }

    static Histogram histogram() {
        return new Histogram(1, 60_000_000_000L, 2);
    }

    static Distribution of(String name, TradingPipeline pipeline, LatencyStage stage, Histogram sum) {
        Tags tags = Tags.of("pipeline", name, "stage", stage.name().toLowerCase(Locale.ROOT));
        return new LatencyDistribution(tags, null, pipeline, stage, sum);
    }

    /** Of all pipelines that are watched. */
    static Distribution ofSignals(EngineMetrics metrics, Histogram sum) {
        return new LatencyDistribution(Tags.empty(), metrics, null, LatencyStage.SIGNAL, sum);
    }

    @Override
    void read(BucketCounts into, double[] percentileSeconds) {
        synchronized (sum) {
            sum.reset();
            if (one != null) {
                one.addLatency(stage, sum);
            } else {
                addAll();
            }
            into.read(sum);
            for (int i = 0; i < percentileSeconds.length; i++) {
                percentileSeconds[i] = sum.getValueAtPercentile(PERCENTILES[i]) / NANOS_PER_SECOND;
            }
        }
    }

    private void addAll() {
        List<WatchedPipeline> all = metrics.pipelines();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).pipeline().measuresLatency()) {
                all.get(i).pipeline().addLatency(stage, sum);
            }
        }
    }
}
