package io.windrow.examples.input;

import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedReport;

/** There is no row in the input. */
public final class NoRowException extends Exception {

    private static final long serialVersionUID = 1L;

    NoRowException(FeedReport report, FeedContent content) {
        super("no " + content.label() + " in the input: " + InputSummary.lines(report, content));
    }
}
