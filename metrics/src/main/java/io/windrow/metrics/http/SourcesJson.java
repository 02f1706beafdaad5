package io.windrow.metrics.http;

import io.windrow.metrics.WatchedPipeline;
import io.windrow.pipeline.MarketPublisher;
import java.util.function.Consumer;

/** The sources of one pipeline, an object each. */
final class SourcesJson implements Consumer<MarketPublisher> {

    private JsonText json;
    private String pipeline;

    void write(JsonText into, WatchedPipeline watched) {
        json = into;
        pipeline = watched.name();
        watched.pipeline().forEachPublisher(this);
    }

    @Override
    public void accept(MarketPublisher source) {
        if (!WatchedPipeline.isSource(source)) {
            return;
        }
        json.object().string("name", source.name()).string("pipeline", pipeline).string("status", source.status().name());
        json.knownSeconds("heartbeatAgeSeconds", source.heartbeatAgeNanos());
        json.number("trades", source.tradeCount()).number("quotes", source.quoteCount());
        json.number("depth", source.depthCount()).number("candles", source.candleCount());
        json.number("events", source.eventCount()).number("errors", source.errorCount());
        json.number("droppedNewest", source.droppedNewestCount()).number("droppedOldest", source.droppedOldestCount());
        json.number("refused", source.refusedCount());
        json.end();
    }
}
