package io.windrow.metrics.watch;

/** Lets go of what can be done without: empties a cache, closes what is idle. */
@FunctionalInterface
public interface CleanUpHook {

    /**
     * Cleans up. Called on the memory manager's thread, never on the one that samples.
     *
     * @throws Exception if it fails; that is reported and counted, and the next hook runs.
     */
    void cleanUp() throws Exception;
}
