package io.windrow.examples.run;

import io.windrow.metrics.ProcessMemory;
import io.windrow.pipeline.LatencyStage;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.TradingPipeline;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The status line: what has happened since the last one, and what there is. For the thread that watches. */
final class EngineStatus {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final double HALF = 50;
    private static final double NINETY_NINE = 99;

    private final TradingPipeline pipeline;
    private final List<FeedThread> feeds;
    private final boolean latency;
    private final ProcessMemory memory = ProcessMemory.supported() ? ProcessMemory.self() : null;
    private final long startNanos;
    /** Of all until the last line, and of what came since; null where nothing is measured. */
    private final Histogram before;
    private final Histogram since;
    private long lastNanos;
    private long lastEvents;

    EngineStatus(TradingPipeline pipeline, List<FeedThread> feeds, boolean latency, long startNanos) {
        this.pipeline = pipeline;
        this.feeds = feeds;
        this.latency = latency;
        this.startNanos = startNanos;
        lastNanos = startNanos;
        before = latency ? pipeline.latency(LatencyStage.TOTAL) : null;
        since = latency ? before.copy() : null;
        if (latency) {
            before.reset();
        }
    }

    String line(long nowNanos) {
        StringBuilder text = new StringBuilder("status up=").append((nowNanos - startNanos) / SECOND_NANOS).append('s');
        appendEvents(text, nowNanos);
        text.append(" signals=").append(pipeline.signalCount()).append(" rss=");
        Amounts.appendMegabytes(text, memory == null ? -1 : memory.refreshResident());
        appendLatency(text);
        text.append(" sources=");
        for (int i = 0; i < feeds.size(); i++) {
            MarketPublisher source = feeds.get(i).publisher();
            text.append(i == 0 ? "" : ",").append(source.name()).append(':').append(source.status());
        }
        return text.append(" backlog=").append(pipeline.backlog()).append(" faults=").append(pipeline.faultCount()).toString();
    }

    private void appendEvents(StringBuilder text, long nowNanos) {
        long events = 0;
        long dropped = 0;
        for (FeedThread feed : feeds) {
            events += feed.publisher().eventCount();
            dropped += dropped(feed.publisher());
        }
        double seconds = (nowNanos - lastNanos) / (double) SECOND_NANOS;
        text.append(" events=").append(events).append(" events/s=").append(Math.round((events - lastEvents) / seconds))
            .append(" dropped=").append(dropped);
        lastEvents = events;
        lastNanos = nowNanos;
    }

    /** Of the events since the last line. */
    private void appendLatency(StringBuilder text) {
        if (!latency) {
            return;
        }
        since.reset();
        pipeline.addLatency(LatencyStage.TOTAL, since);
        since.subtract(before);
        before.add(since);
        text.append(" p50=");
        Amounts.appendTime(text, since.getTotalCount() == 0 ? -1 : since.getValueAtPercentile(HALF));
        text.append(" p99=");
        Amounts.appendTime(text, since.getTotalCount() == 0 ? -1 : since.getValueAtPercentile(NINETY_NINE));
    }

    static long dropped(MarketPublisher source) {
        return source.droppedNewestCount() + source.droppedOldestCount() + source.refusedCount();
    }
}
