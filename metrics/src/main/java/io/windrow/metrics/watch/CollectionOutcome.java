package io.windrow.metrics.watch;

/**
 * What a forced collection did. Immutable.
 *
 * @param difference the figures before and after.
 * @param tookNanos how long the request took.
 * @param collected whether {@code COLLECTIONS} or {@code OLD_COLLECTIONS} counted one; true if neither is known.
 * @param text one sentence: what it freed, or why it did nothing.
 */
public record CollectionOutcome(SnapshotDifference difference, long tookNanos, boolean collected, String text) {
}
