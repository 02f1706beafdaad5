package io.windrow.pipeline.feeds;

/**
 * How many lines were skipped, or bad, for one reason.
 *
 * @param reason why.
 * @param count  how many lines.
 */
public record ReasonCount(String reason, long count) {
}
