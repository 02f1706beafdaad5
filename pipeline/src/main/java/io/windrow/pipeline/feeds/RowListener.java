package io.windrow.pipeline.feeds;

/** Receives the rows of a replay, of whatever content. */
@FunctionalInterface
interface RowListener {

    /** One row; values and fields are those of the next row after the call. */
    void onRow(int instrumentId, long timeNanos, RowValues values, RowFields fields);
}
