package io.windrow.pools;

import java.time.Duration;
import java.util.Objects;

/**
 * What {@link ObjectPool#acquire()} does when no object is free.
 *
 * @param <T> the kind of object it is for.
 */
public final class EmptyPolicy<T> {

    /** The choices. */
    enum Kind { FAIL, RETURN_NULL, WAIT, GROW, RECLAIM_OLDEST }

    private static final EmptyPolicy<Object> FAIL = new EmptyPolicy<>(Kind.FAIL, 0, 0, null);
    private static final EmptyPolicy<Object> RETURN_NULL = new EmptyPolicy<>(Kind.RETURN_NULL, 0, 0, null);

    private final Kind kind;
    private final long limitNanos;
    private final int most;
    private final ReclaimListener<? super T> listener;

    private EmptyPolicy(Kind kind, long limitNanos, int most, ReclaimListener<? super T> listener) {
        this.kind = kind;
        this.limitNanos = limitNanos;
        this.most = most;
        this.listener = listener;
    }

    /**
     * Throws a {@link PoolExhaustedException}, which is made once and has no stack trace. The default.
     *
     * @return the policy.
     */
    public static EmptyPolicy<Object> fail() {
        return FAIL;
    }

    /**
     * Returns null.
     *
     * @return the policy.
     */
    public static EmptyPolicy<Object> returnNull() {
        return RETURN_NULL;
    }

    /**
     * Waits until another thread releases, then throws a {@link PoolExhaustedException}. Not for a pool of one thread.
     *
     * @param limit how long at most.
     * @return the policy.
     * @throws IllegalArgumentException if the limit is zero, negative, or longer than 292 years.
     */
    public static EmptyPolicy<Object> waitUpTo(Duration limit) {
        return new EmptyPolicy<>(Kind.WAIT, PoolBuilder.positiveNanos("limit", limit), 0, null);
    }

    /**
     * Makes more objects, by the pool's capacity at a time, up to a bound; then throws a {@link PoolExhaustedException}. Growing
     * allocates; memory that the budget does not allow is refused with an exception.
     *
     * @param most objects at most.
     * @return the policy.
     * @throws IllegalArgumentException if the bound is not 1 to {@link ObjectPool#MAX_CAPACITY}.
     */
    public static EmptyPolicy<Object> growTo(int most) {
        return new EmptyPolicy<>(Kind.GROW, 0, PoolBuilder.checkCapacity("most", most), null);
    }

    /**
     * Takes the object that is out for longest from its owner and hands out another in its place, made for the purpose (this allocates one
     * object). The former owner keeps an object that refuses every use; releasing it is an error that says it was reclaimed. Finding the
     * oldest walks over all objects, and every acquire takes a number.
     *
     * <p>Messages off the heap can be reclaimed in a {@link SingleThreadPool} only: in the others the former owner could be in the midst
     * of writing bytes that are the new owner's by then.
     *
     * @param listener is told of each object taken, before it is handed out anew.
     * @param <T>      the kind of object.
     * @return the policy.
     * @throws NullPointerException if there is no listener.
     */
    public static <T> EmptyPolicy<T> reclaimOldest(ReclaimListener<? super T> listener) {
        return new EmptyPolicy<>(Kind.RECLAIM_OLDEST, 0, 0, Objects.requireNonNull(listener, "listener"));
    }

    Kind kind() {
        return kind;
    }

    boolean waits() {
        return kind == Kind.WAIT;
    }

    boolean reclaims() {
        return kind == Kind.RECLAIM_OLDEST;
    }

    long limitNanos() {
        return limitNanos;
    }

    ReclaimListener<? super T> listener() {
        return listener;
    }

    /** How many objects a pool that starts with these may come to. */
    int most(int capacity) {
        if (kind == Kind.GROW && most < capacity) {
            throw new IllegalArgumentException("most must not be below the capacity: most=" + most + ", capacity=" + capacity);
        }
        return kind == Kind.GROW ? most : capacity;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case WAIT -> "WAIT " + limitNanos + " ns";
            case GROW -> "GROW to " + most;
            default -> kind.name();
        };
    }
}
