package io.windrow.metrics.watch;

import java.nio.file.Path;

/**
 * A rule that fired. Immutable.
 *
 * @param alarm what was found.
 * @param snapshot the figures of the sample that made it fire.
 * @param snapshotFile where they were written as JSON, or null if no folder was given or writing failed.
 */
public record WatchEvent(Alarm alarm, Snapshot snapshot, Path snapshotFile) {
}
