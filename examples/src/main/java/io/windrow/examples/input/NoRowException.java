package io.windrow.examples.candles;

import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedReport;

/** There is nothing in the input to make candles of. */
final class NoRowException extends Exception {

    private static final long serialVersionUID = 1L;

    NoRowException(FeedReport report, FeedContent content) {
        super("nothing to make candles of: " + CandleSummary.lines(report, content));
    }
}
