package io.windrow.pools;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Plans a pool. Unless told otherwise it holds 256 objects, fails when it is empty, resets nothing, and reports to standard error what is
 * out for more than five minutes when somebody checks, and what is out when it closes.
 *
 * @param <T> the kind of object.
 */
public final class PoolBuilder<T extends Pooled> {

    final ObjectSource<T> source;
    String name = "objects";
    int capacity = 256;
    EmptyPolicy<? super T> whenEmpty = EmptyPolicy.fail();
    Consumer<? super T> reset;
    Consumer<? super T> dispose;
    LeakListener leakListener = LeakListener.standardError();
    long leakAfterNanos = Duration.ofMinutes(5).toNanos();
    boolean checked = Boolean.getBoolean(ObjectPool.CHECKED_PROPERTY);
    LongSupplier clock = System::nanoTime;
    private boolean opened;

    PoolBuilder(ObjectSource<T> source) {
        this.source = source;
    }

    /**
     * Names the pool, in errors, in reports, and as the owner of its off-heap bytes.
     *
     * @param text the name; {@code objects} unless told otherwise, and of messages the name of their layout.
     * @return this.
     * @throws IllegalArgumentException if it is blank.
     */
    public PoolBuilder<T> name(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        name = text;
        return this;
    }

    /**
     * How many objects are made when the pool opens.
     *
     * @param objects 1 to {@link ObjectPool#MAX_CAPACITY}.
     * @return this.
     * @throws IllegalArgumentException if it is out of range.
     */
    public PoolBuilder<T> capacity(int objects) {
        capacity = checkCapacity("capacity", objects);
        return this;
    }

    /**
     * What happens when none is free.
     *
     * @param policy the choice.
     * @return this.
     */
    public PoolBuilder<T> whenEmpty(EmptyPolicy<? super T> policy) {
        whenEmpty = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Clears an object on its way back, on the thread that releases. An object whose reset throws is retired: another is made in its place,
     * and the release ends in an exception.
     *
     * @param action clears one object, which still may be used then.
     * @return this.
     */
    public PoolBuilder<T> reset(Consumer<? super T> action) {
        reset = Objects.requireNonNull(action, "action");
        return this;
    }

    /**
     * Is told of each object the pool lets go of: those that are free when it closes, those that come back later, and those made before a
     * factory threw. Not of objects that were retired or reclaimed: the one was broken, the other is its former owner's.
     *
     * @param action disposes of one object, which still may be used then.
     * @return this.
     */
    public PoolBuilder<T> dispose(Consumer<? super T> action) {
        dispose = Objects.requireNonNull(action, "action");
        return this;
    }

    /**
     * After what time an object that is out is a leak.
     *
     * @param limit how long.
     * @return this.
     * @throws IllegalArgumentException if it is zero, negative, or longer than 292 years.
     */
    public PoolBuilder<T> leakAfter(Duration limit) {
        leakAfterNanos = positiveNanos("limit", limit);
        return this;
    }

    /**
     * Who is told of leaks.
     *
     * @param listener receives the reports.
     * @return this.
     */
    public PoolBuilder<T> onLeak(LeakListener listener) {
        leakListener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Whether every misuse is found: each acquisition gets an object of its own, and the time and place of it are kept. Allocates.
     *
     * @param on true for the checked mode; unless told, as the system property {@value ObjectPool#CHECKED_PROPERTY} says.
     * @return this.
     */
    public PoolBuilder<T> checked(boolean on) {
        checked = on;
        return this;
    }

    /** For tests. */
    PoolBuilder<T> clock(LongSupplier nanos) {
        clock = nanos;
        return this;
    }

    /**
     * Opens a pool for one thread.
     *
     * @return the pool.
     * @throws IllegalArgumentException if the policy is to wait: no other thread could release.
     * @throws IllegalStateException    if the factory returns null or the same object twice, or these are messages and the plan has
     *                                  opened a pool already.
     */
    public SingleThreadPool<T> singleThread() {
        if (whenEmpty.waits()) {
            throw new IllegalArgumentException("a pool of one thread cannot wait, as no other thread can release: pool=" + name);
        }
        return new SingleThreadPool<>(this);
    }

    /**
     * Opens a pool from which one thread acquires and to which another releases.
     *
     * @return the pool.
     * @throws IllegalArgumentException if the policy is to reclaim and the objects are messages off the heap.
     * @throws IllegalStateException    if the factory returns null or the same object twice, or these are messages and the plan has
     *                                  opened a pool already.
     */
    public LanePool<T> lane() {
        checkReclaim();
        return new LanePool<>(this);
    }

    /**
     * Opens a pool for any threads.
     *
     * @return the pool.
     * @throws IllegalArgumentException if the policy is to reclaim and the objects are messages off the heap.
     * @throws IllegalStateException    if the factory returns null or the same object twice, or these are messages and the plan has
     *                                  opened a pool already.
     */
    public ConcurrentPool<T> concurrent() {
        checkReclaim();
        return new ConcurrentPool<>(this);
    }

    /** Called by a pool before it takes anything from the source. */
    void checkUnopened() {
        if (opened && !source.standAlone()) {
            throw new IllegalStateException("a plan of messages opens one pool: pool=" + name);
        }
    }

    /** A pool is open. */
    void opened() {
        opened = true;
    }

    private void checkReclaim() {
        if (whenEmpty.reclaims() && !source.standAlone()) {
            throw new IllegalArgumentException(
                "messages can be reclaimed in a pool of one thread only, as their owner may be writing: pool=" + name);
        }
    }

    static int checkCapacity(String rule, int objects) {
        if (objects < 1 || objects > ObjectPool.MAX_CAPACITY) {
            throw new IllegalArgumentException(rule + " must be 1 to " + ObjectPool.MAX_CAPACITY + ": " + rule + "=" + objects);
        }
        return objects;
    }

    static long positiveNanos(String rule, Duration time) {
        if (time.isZero() || time.isNegative() || time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(rule + " must be positive and below 292 years: " + rule + "=" + time);
        }
        return time.toNanos();
    }
}
