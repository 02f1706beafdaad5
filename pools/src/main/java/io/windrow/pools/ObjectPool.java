package io.windrow.pools;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A bounded number of objects, made before they are needed and handed out again and again. Acquiring and releasing allocate nothing, use no
 * thread-locals, and find a double release where it happens.
 *
 * <p>Thread contract: that of the variant. {@link SingleThreadPool}: one thread. {@link LanePool}: one thread acquires, another releases.
 * {@link ConcurrentPool}: any threads. Counters, {@link #checkLeaks()} and {@link #close()} are for any thread in all of them; a pool
 * of the first two kinds is closed after its threads have stopped using it.
 *
 * <p>Memory effects: what a thread did before it released an object is visible to the thread that acquires it next.
 *
 * <p>A {@linkplain Pooled#handle() handle} names one acquisition for ever. An object released twice, of another pool, or read after its
 * release is refused at once. An object kept after its release works again once its slot is acquired again, for it is the new owner's
 * then: only a handle finds that, or the checked mode ({@value #CHECKED_PROPERTY}), in which every acquisition gets an object of its own.
 *
 * @param <T> the kind of object.
 */
public abstract class ObjectPool<T extends Pooled> extends PoolSlots<T> implements PoolCounters, AutoCloseable {

    /** Most objects a pool can hold. */
    public static final int MAX_CAPACITY = 1 << 20;

    /** The system property that puts pools opened from then on into the checked mode, if it is {@code true}. */
    public static final String CHECKED_PROPERTY = "windrow.pools.checked";

    final WaitingRoom waitingRoom;
    private final EmptyPolicy<? super T> whenEmpty;
    private final PoolExhaustedException exhausted;
    private final Supplier<T> poll = this::poll;
    private final LeakWatch leaks;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong waited = new AtomicLong();

    ObjectPool(PoolBuilder<T> plan) {
        super(plan);
        whenEmpty = plan.whenEmpty;
        waitingRoom = whenEmpty.waits() ? new WaitingRoom(name, whenEmpty.limitNanos()) : null;
        leaks = new LeakWatch(this, plan);
        exhausted = new PoolExhaustedException("pool is exhausted: pool=" + name + ", capacity=" + objects.length);
        growBeyond(0);
        plan.opened();
    }

    /**
     * Plans a pool of objects on the heap.
     *
     * @param factory makes one object at a time, each a new one.
     * @param <T>     the kind of object.
     * @return the plan.
     * @throws NullPointerException if there is no factory.
     */
    public static <T extends Pooled> PoolBuilder<T> of(Supplier<? extends T> factory) {
        return new PoolBuilder<>(new HeapObjects<>(factory));
    }

    /**
     * Takes an object out of the pool. Its content is what its last owner, or the reset, left in it. When none is free, the
     * pool's {@link EmptyPolicy} decides.
     *
     * @return the object, now the caller's; null only where the policy says so.
     * @throws PoolExhaustedException if none is free and the policy is to fail, its time is over, its bound is reached, or the thread was
     *                                interrupted while it waited (it stays so).
     * @throws IllegalStateException  if the pool is closed, also while waiting, or this thread may not acquire.
     */
    public abstract T acquire();

    /**
     * Takes an object out of the pool if one is free at once.
     *
     * @return the object, now the caller's, or null.
     * @throws IllegalStateException if the pool is closed, or this thread may not acquire.
     */
    public abstract T tryAcquire();

    /**
     * Puts an object back.
     *
     * @param object one of this pool.
     * @throws IllegalArgumentException if it belongs to another pool.
     * @throws IllegalStateException    if it is released already or was reclaimed, if this thread may not release, or if its reset
     *                                  threw: it is retired then and another made in its place.
     */
    public final void release(T object) {
        releaseObject(object);
    }

    /**
     * Puts the object of one acquisition back: also finds the holder whose object has been released and acquired again since.
     *
     * @param handle the {@link Pooled#handle()} of the acquisition.
     * @throws IllegalArgumentException if no acquisition of this pool can have this handle.
     * @throws IllegalStateException    if that acquisition has ended, and as for {@link #release(Pooled)}.
     */
    public final void release(long handle) {
        giveBack(get(handle), handle);
    }

    /**
     * The object of one acquisition.
     *
     * @param handle the {@link Pooled#handle()} of the acquisition.
     * @return the object.
     * @throws IllegalArgumentException if no acquisition of this pool can have this handle.
     * @throws IllegalStateException    if that acquisition has ended.
     */
    public final T get(long handle) {
        T object = slotOf(handle);
        if (object.state() != handle) {
            throw ended(object.slot());
        }
        return object;
    }

    /**
     * Looks for objects that are out for longer than the limit, and reports those it has not reported yet. Walks over all objects; an
     * instrument calls it every few seconds.
     *
     * @return how many were found that were not reported before.
     */
    public final int checkLeaks() {
        return leaks.check();
    }

    /**
     * Closes the pool: nothing can be acquired from then on, threads that wait are told, and objects that are out are reported to the
     * {@link LeakListener}. They may still be released. Messages whose memory is gone refuse every use. Closing twice does nothing.
     *
     * @throws IllegalStateException if a disposal or the leak listener threw; everything is disposed of and closed all the same.
     */
    @Override
    public final void close() {
        if (markClosed()) {
            if (waitingRoom != null) {
                waitingRoom.close();
            }
            Throwable failure = disposeFree();
            try {
                leaks.reportAtClose();
            } catch (RuntimeException | Error e) {
                failure = both(failure, e);
            } finally {
                closeSource();
            }
            if (failure != null) {
                throw new IllegalStateException("pool is closed, but a disposal or the leak listener failed: pool=" + name, failure);
            }
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final long capacity() {
        return objects.length;
    }

    @Override
    public final long inUse() {
        long count = 0;
        for (int slot = 0; slot < used(); slot++) {
            count += object(slot).state() & Pooled.OUT;
        }
        return count;
    }

    @Override
    public final long idle() {
        return capacity() - lostSlots() - inUse();
    }

    @Override
    public final long waiting() {
        return waitingRoom == null ? 0 : waitingRoom.waiting();
    }

    /**
     * The most that were ever out at a time. Exact where one thread acquires; several that acquire at the same moment may each add one.
     *
     * @return the count.
     */
    @Override
    public final long highWaterMark() {
        // A slot is used for the first time only when all that were used before are out.
        return used();
    }

    @Override
    public final long acquiredCount() {
        long count = 0;
        for (int slot = 0; slot < used(); slot++) {
            count += object(slot).acquisitions();
        }
        return count;
    }

    @Override
    public final long releasedCount() {
        return acquiredCount() - inUse() - reclaimedCount.get();
    }

    @Override
    public final long refusedCount() {
        return refused.get();
    }

    @Override
    public final long waitedCount() {
        return waited.get();
    }

    @Override
    public final long reclaimedCount() {
        return reclaimedCount.get();
    }

    @Override
    public final long leakedCount() {
        return leaks.count();
    }

    /**
     * How many objects were given up because their reset, or the making of their successor, threw.
     *
     * @return the count.
     */
    public final long retiredCount() {
        return retiredCount.get();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "{name=" + name + ", capacity=" + capacity() + ", inUse=" + inUse() + "}";
    }

    final T refuse() {
        refused.incrementAndGet();
        return null;
    }

    /** None is free: the policy decides. */
    final T emptied() {
        T object = switch (whenEmpty.kind()) {
            case WAIT -> await();
            case GROW -> pollGrown();
            case RECLAIM_OLDEST -> pollReclaimed();
            default -> null;
        };
        if (object == null) {
            refuse();
            if (whenEmpty.kind() != EmptyPolicy.Kind.RETURN_NULL) {
                throw exhausted;
            }
        }
        return object;
    }

    private T await() {
        waited.incrementAndGet();
        return waitingRoom.await(poll);
    }

    private T pollReclaimed() {
        T object = reclaimOldest(whenEmpty.listener());
        // Where none was out by then, one came back.
        return object == null ? poll() : object;
    }

    private T pollGrown() {
        for (;;) {
            int counted = made;
            T object = poll();
            if (object != null || !growBeyond(counted)) {
                return object;
            }
        }
    }

    /** Takes a free object, tells the events, returns null if there is none; checks the thread and whether the pool is closed. */
    abstract T poll();
}
