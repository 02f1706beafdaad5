package io.windrow.buffers;

/** What became of a read from another thread. */
public enum ReadStatus {
    /** The snapshot holds the row asked for, whole. */
    OK,
    /** The row has been overwritten by a newer one; the snapshot's content is undefined. */
    EVICTED,
    /** No row with this sequence has been written yet; the snapshot is as it was. */
    NOT_YET_WRITTEN
}
