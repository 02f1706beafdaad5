package io.windrow.metrics.watch;

/** Is told what each clean-up did. */
@FunctionalInterface
public interface CleanUpListener {

    /**
     * Takes a report. Called on the memory manager's thread.
     *
     * @param report what was done.
     */
    void onCleanUp(CleanUpReport report);
}
