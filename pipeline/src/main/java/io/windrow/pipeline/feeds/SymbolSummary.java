package io.windrow.pipeline.feeds;

import io.windrow.buffers.Instrument;

/**
 * What a scan found of one symbol.
 *
 * @param instrument     with the scales that its rows need, or that the options set.
 * @param rows           how many trades, quotes or candles.
 * @param firstTimeNanos earliest time, nanoseconds since 1970-01-01 UTC.
 * @param lastTimeNanos  latest time.
 */
public record SymbolSummary(Instrument instrument, long rows, long firstTimeNanos, long lastTimeNanos) {
}
