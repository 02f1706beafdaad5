package io.windrow.examples.run;

import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.StopReport;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.replay.ReplayFeed;
import java.util.List;

/**
 * How an engine ended.
 *
 * @param reason     why it was stopped.
 * @param left       what the pipeline's stop has left.
 * @param stuckFeeds names of threads that still publish.
 * @param pipeline   stopped.
 * @param feeds      all of them.
 * @param sink       where signals went.
 */
record EngineEnd(EndReason reason, StopReport left, List<String> stuckFeeds, TradingPipeline pipeline, List<FeedThread> feeds,
    EngineSink sink) {

    int exitCode() {
        if (cause() instanceof OutOfMemoryError) {
            return ExitCode.NO_MEMORY;
        }
        boolean failed = reason == EndReason.FAULT || reason == EndReason.FEED || cause() != null;
        boolean inOrder = left.isClean() && stuckFeeds.isEmpty() && sink.lost().getAsLong() == 0;
        return failed || !inOrder ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** What has stopped the pipeline or a feed, or null. */
    private Throwable cause() {
        Throwable cause = pipeline.stopCause();
        for (FeedThread feed : feeds) {
            cause = cause == null ? feed.publisher().failure() : cause;
        }
        return cause;
    }

    /** The report, in lines. */
    String report() {
        StringBuilder text = new StringBuilder("stopped: ").append(reason.words());
        if (cause() != null) {
            text.append(": ").append(cause());
        }
        text.append('\n');
        appendLeft(text);
        text.append("signals=").append(pipeline.signalCount()).append(" refused=").append(pipeline.refusedSignals());
        text.append(" lost=").append(sink.lost().getAsLong());
        text.append("\nfaults=").append(pipeline.faultCount()).append(" disabled-strategies=").append(pipeline.disabledStrategies())
            .append(" late-trades=").append(pipeline.lateTrades()).append('\n');
        for (FeedThread feed : feeds) {
            append(text, feed);
        }
        return text.append("exit=").append(exitCode()).append('\n').toString();
    }

    private void appendLeft(StringBuilder text) {
        long events = 0;
        long dropped = 0;
        for (FeedThread feed : feeds) {
            events += feed.taken();
            dropped += EngineStatus.dropped(feed.publisher());
        }
        text.append("events=").append(events).append(" handled=").append(events - dropped - left.left()).append(" dropped=").append(dropped)
            .append(" left=").append(left.left()).append(" signals-left=").append(left.signalsLeft());
        if (!left.stillRunning().isEmpty() || !stuckFeeds.isEmpty()) {
            text.append(" still-running=").append(left.stillRunning()).append(stuckFeeds);
        }
        text.append('\n');
    }

    private static void append(StringBuilder text, FeedThread feed) {
        MarketPublisher source = feed.publisher();
        text.append("source ").append(source.name()).append(": ").append(source.status()).append(" trades=").append(source.tradeCount())
            .append(" quotes=").append(source.quoteCount()).append(" waits=").append(source.waitCount())
            .append(" waited-ms=").append(source.waitedNanos() / 1_000_000).append('\n');
        for (ReplayFeed one : feed.replay().feeds()) {
            text.append("feed ").append(one).append('\n');
        }
    }
}
