package io.windrow.metrics;

import io.windrow.pipeline.LatencyStage;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.SourceStatus;
import io.windrow.pipeline.TradingPipeline;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** Adds the figures of one pipeline to a sample. Plain loops and no lambda: at one call a second this is interpreted for hours. */
final class PipelineReading implements Consumer<MarketPublisher> {

    private final TradingPipeline pipeline;
    private Sample sample;

    PipelineReading(TradingPipeline pipeline) {
        this.pipeline = pipeline;
    }

    void addTo(Sample into) {
        sample = into;
        into.add(Figure.SOURCES, 0);
        into.add(Figure.LIVE_SOURCES, 0);
        pipeline.forEachPublisher(this);
        into.add(Figure.ERRORS, pipeline.faultCount());
        into.add(Figure.SIGNALS, pipeline.signalCount());
        into.add(Figure.RING_USED, Math.max(0, pipeline.backlog()));
    }

    void addTo(Histogram sum) {
        if (pipeline.measuresLatency()) {
            pipeline.addLatency(LatencyStage.TOTAL, sum);
        }
    }

    @Override
    public void accept(MarketPublisher publisher) {
        if (!WatchedPipeline.isSource(publisher)) {
            return;
        }
        SourceStatus status = publisher.status();
        sample.add(Figure.SOURCES, 1);
        sample.add(Figure.LIVE_SOURCES, status == SourceStatus.LIVE ? 1 : 0);
        sample.add(Figure.EVENTS, publisher.eventCount());
        sample.add(Figure.TRADES, publisher.tradeCount());
        sample.add(Figure.ERRORS, publisher.errorCount());
        sample.add(Figure.DROPPED_EVENTS, publisher.droppedNewestCount() + publisher.droppedOldestCount() + publisher.refusedCount());
        if (status != SourceStatus.ENDED) {
            sample.set(Figure.HEARTBEAT_AGE, Math.max(sample.get(Figure.HEARTBEAT_AGE), publisher.heartbeatAgeNanos()));
        }
    }
}
