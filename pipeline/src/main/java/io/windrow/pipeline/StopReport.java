package io.windrow.pipeline;

import java.util.List;

/**
 * How a pipeline ended.
 *
 * @param left         events published, or written into a batch, and not handled by every stage.
 * @param signalsLeft  signals that wait for the sink's thread.
 * @param stillRunning names of the threads that had not ended when the time was up: a stage that does not return from a call.
 */
public record StopReport(long left, long signalsLeft, List<String> stillRunning) {

    static final StopReport NOTHING = new StopReport(0, 0, List.of());

    /**
     * Creates a report.
     *
     * @param left         events not handled.
     * @param signalsLeft  signals not handed to the sink.
     * @param stillRunning names of threads.
     */
    public StopReport {
        stillRunning = List.copyOf(stillRunning);
    }

    /**
     * Whether all is done: nothing left, no thread running.
     *
     * @return true if so.
     */
    public boolean isClean() {
        return left == 0 && signalsLeft == 0 && stillRunning.isEmpty();
    }
}
