package io.windrow.pools.work;

import java.time.Duration;
import java.util.Objects;

/** The settings of {@link BoundedWorkers}. Used by one thread; a builder may build several. */
public final class BoundedWorkersBuilder {

    private static final int DEFAULT_THREADS = 10;
    private static final int DEFAULT_QUEUE_CAPACITY = 1_000;
    private static final Duration DEFAULT_WAIT_LIMIT = Duration.ofSeconds(1);
    private static final Duration DEFAULT_IDLE_LIMIT = Duration.ofSeconds(60);

    String name = "workers";
    int threads = DEFAULT_THREADS;
    int queueCapacity = DEFAULT_QUEUE_CAPACITY;
    WhenFull whenFull = WhenFull.REFUSE;
    long waitLimitNanos = DEFAULT_WAIT_LIMIT.toNanos();
    long idleLimitNanos = DEFAULT_IDLE_LIMIT.toNanos();
    TaskFailureHandler failureHandler = (task, thrown) -> { };

    BoundedWorkersBuilder() {
    }

    /**
     * Names the workers in counters and errors; their threads are called name-1, name-2 and so on. Unless set: {@code workers}.
     *
     * @param value the name.
     * @return this.
     * @throws IllegalArgumentException if it is blank.
     */
    public BoundedWorkersBuilder name(String value) {
        name = Limits.name(value);
        return this;
    }

    /**
     * Sets how many threads there are at most. Unless set: 10.
     *
     * @param count 1 to {@link BoundedWorkers#MAX_THREADS}.
     * @return this.
     * @throws IllegalArgumentException if it is out of range.
     */
    public BoundedWorkersBuilder threads(int count) {
        threads = Limits.between("threads", "threads", count, BoundedWorkers.MAX_THREADS);
        return this;
    }

    /**
     * Sets how many tasks can wait for a worker; each place is 32 bytes of heap, made at building. Unless set: 1,000.
     *
     * @param tasks 1 to {@link BoundedWorkers#MAX_QUEUE_CAPACITY}.
     * @return this.
     * @throws IllegalArgumentException if it is out of range.
     */
    public BoundedWorkersBuilder queueCapacity(int tasks) {
        queueCapacity = Limits.between("queue capacity", "queueCapacity", tasks, BoundedWorkers.MAX_QUEUE_CAPACITY);
        return this;
    }

    /**
     * Sets what happens when all threads are busy and the queue is full. Unless set: {@link WhenFull#REFUSE}.
     *
     * @param policy the policy.
     * @return this.
     */
    public BoundedWorkersBuilder whenFull(WhenFull policy) {
        whenFull = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets how long a caller waits with {@link WhenFull#WAIT}; no other policy looks at it. Unless set: 1 second.
     *
     * @param limit 0 or more.
     * @return this.
     * @throws IllegalArgumentException if it is negative.
     */
    public BoundedWorkersBuilder waitLimit(Duration limit) {
        waitLimitNanos = Limits.nanosNotNegative("wait limit", "waitLimit", limit);
        return this;
    }

    /**
     * Sets how long a thread without work is kept. Unless set: 60 seconds.
     *
     * @param limit more than 0.
     * @return this.
     * @throws IllegalArgumentException if it is zero or negative.
     */
    public BoundedWorkersBuilder idleLimit(Duration limit) {
        idleLimitNanos = Limits.positiveNanos("idle limit", "idleLimit", limit);
        return this;
    }

    /**
     * Sets who is told of a task that throws. Unless set nobody is; the first failure is kept in any case. Not told of a submitted
     * task, whose future has what it threw.
     *
     * @param handler the handler, called by any worker.
     * @return this.
     */
    public BoundedWorkersBuilder onFailure(TaskFailureHandler handler) {
        failureHandler = Objects.requireNonNull(handler, "handler");
        return this;
    }

    /**
     * Builds the workers, with places for all tasks and no thread yet.
     *
     * @return the workers.
     */
    public BoundedWorkers build() {
        return new BoundedWorkers(this);
    }
}
