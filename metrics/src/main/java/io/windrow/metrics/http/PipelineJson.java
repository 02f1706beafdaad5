package io.windrow.metrics.http;

import io.windrow.metrics.WatchedPipeline;
import io.windrow.pipeline.LatencyStage;
import io.windrow.pipeline.TradingPipeline;
import org.HdrHistogram.Histogram;

/** One pipeline's counts, and what its latency was since it was built. */
final class PipelineJson {

    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 2;
    private static final LatencyStage[] STAGES = LatencyStage.values();
    private static final String[] NAMES = {"ring", "windows", "strategies", "total", "signal", "sink"};

    /** 28 KB, which a server that is asked for {@code /metrics} alone does without. */
    private Histogram sum;

    /** Fills the object and ends it. */
    void write(JsonText json, WatchedPipeline watched) {
        TradingPipeline pipeline = watched.pipeline();
        json.string("name", watched.name()).bool("running", pipeline.isRunning());
        json.number("ringUsed", Math.max(0, pipeline.backlog())).number("ringCapacity", pipeline.ringCapacity());
        json.number("windows", pipeline.windowCount()).number("signals", pipeline.signalCount());
        json.number("refusedSignals", pipeline.refusedSignals()).number("lateTrades", pipeline.lateTrades());
        json.number("faults", pipeline.faultCount()).number("disabledStrategies", pipeline.disabledStrategies());
        if (pipeline.measuresLatency()) {
            json.object("latency");
            sum = sum == null ? new Histogram(1, HIGHEST_NANOS, DIGITS) : sum;
            for (int i = 0; i < STAGES.length; i++) {
                stage(json, pipeline, i);
            }
            json.end();
        }
        json.end();
    }

    private void stage(JsonText json, TradingPipeline pipeline, int index) {
        sum.reset();
        pipeline.addLatency(STAGES[index], sum);
        long count = sum.getTotalCount();
        if (count == 0) {
            return;
        }
        json.object(NAMES[index]).number("count", count);
        json.seconds("p50Seconds", sum.getValueAtPercentile(50)).seconds("p95Seconds", sum.getValueAtPercentile(95));
        json.seconds("p99Seconds", sum.getValueAtPercentile(99)).seconds("maxSeconds", sum.getMaxValue());
        json.end();
    }
}
