package io.windrow.metrics.guard;

/** Is told of each call that allocated more than its {@link AllocationLimit} allows. */
@FunctionalInterface
public interface ExceededListener {

    /**
     * Looks at such a call. Called on the calling thread, after the call; what takes long belongs elsewhere. What this allocates is not
     * counted against any guard. An exception is counted and goes no further.
     *
     * @param name        the guard's name.
     * @param limitBytes  what one call may allocate.
     * @param actualBytes what this one did.
     */
    void onExceeded(String name, long limitBytes, long actualBytes);
}
