package io.windrow.metrics;

import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.SourceStatus;
import io.windrow.pipeline.TradingPipeline;

/**
 * A pipeline and what it is called in metrics.
 *
 * @param name     its name.
 * @param pipeline the pipeline.
 */
public record WatchedPipeline(String name, TradingPipeline pipeline) {

    private static final String OWN_PUBLISHER = "main";

    /**
     * Whether a publisher stands for a source. The publisher {@code main}, which every pipeline has, does once it is used.
     *
     * @param publisher one of the pipeline's.
     * @return false for a {@code main} that nobody uses.
     */
    public static boolean isSource(MarketPublisher publisher) {
        return publisher.eventCount() > 0 || publisher.status() != SourceStatus.WAITING || !publisher.name().equals(OWN_PUBLISHER);
    }
}
