package io.windrow.examples.plan;

import io.windrow.pipeline.PipelineSettings;

/** What a window of some rows takes, taken from plans, so that it says what the plan says. */
final class WindowFormula {

    /** A row count at which nothing is lost to rounding, whatever is in a row. */
    private static final int ROWS = 64;

    private final long rowBytes;
    private final long fixedBytes;

    private WindowFormula(long rowBytes, long fixedBytes) {
        this.rowBytes = rowBytes;
        this.fixedBytes = fixedBytes;
    }

    /** The formula for the windows of an owner, {@code candles} or {@code trades}, whose rows are the setting of the same name. */
    static WindowFormula of(String owner) {
        long some = bytes(owner, ROWS);
        long rowBytes = (bytes(owner, 2 * ROWS) - some) / ROWS;
        return new WindowFormula(rowBytes, some - rowBytes * ROWS);
    }

    long rowBytes() {
        return rowBytes;
    }

    /** What a window takes beside its rows. */
    long fixedBytes() {
        return fixedBytes;
    }

    private static long bytes(String owner, int rows) {
        return PipelineSettings.production().with("instruments", "1").with("timeframes", "1m").with(owner, Integer.toString(rows))
            .plan().bytes(owner);
    }
}
