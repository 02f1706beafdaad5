package io.windrow.pools.work;

/** Told of tasks that throw. */
@FunctionalInterface
public interface TaskFailureHandler {

    /**
     * Called on the thread that ran the task, which goes on whatever this does: what it throws is added to what the task threw.
     *
     * @param task   the task.
     * @param thrown what it threw.
     */
    void failed(Runnable task, Throwable thrown);
}
