package io.windrow.metrics.watch;

/** Is told how actions ended. */
@FunctionalInterface
public interface WatchListener {

    /**
     * Takes a result. Called on the watchdog's thread.
     *
     * @param result how an action ended.
     */
    void onResult(WatchResult result);
}
