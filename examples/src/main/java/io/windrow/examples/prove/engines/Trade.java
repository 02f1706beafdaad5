package io.windrow.examples.prove.engines;

/** A trade as a plain object with primitive fields. */
record Trade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos) {
}
