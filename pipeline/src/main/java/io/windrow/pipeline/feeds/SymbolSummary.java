package io.windrow.pipeline.feeds;

import io.windrow.buffers.Instrument;

/**
 * What a scan found of one symbol.
 *
 * @param instrument     with the scales that its trades need, or that the options set.
 * @param trades         how many.
 * @param firstTimeNanos earliest time, nanoseconds since 1970-01-01 UTC.
 * @param lastTimeNanos  latest time.
 */
public record SymbolSummary(Instrument instrument, long trades, long firstTimeNanos, long lastTimeNanos) {
}
