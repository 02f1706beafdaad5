package io.windrow.pools.work;

/** What happens to a task when every worker is busy and the queue is full. Whichever it is, it is counted. */
public enum WhenFull {
    /** The caller gets a {@link java.util.concurrent.RejectedExecutionException}. */
    REFUSE,
    /**
     * The caller waits for room, and is refused after a limit. A task that is itself run by a worker is refused at once: the room it
     * would wait for may be its own.
     */
    WAIT,
    /**
     * The caller runs the task itself, so that it is slowed to what the workers can take. A task that hands over another does so too:
     * the other runs inside it.
     */
    CALLER_RUNS,
    /** The task that has been queued for longest is dropped for the new one. A dropped {@code Future} is cancelled. */
    DROP_OLDEST,
    /** The new task is dropped. A dropped {@code Future} is cancelled. */
    DROP_NEWEST
}
