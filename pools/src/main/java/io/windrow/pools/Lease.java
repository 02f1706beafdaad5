package io.windrow.pools;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Holds an object of a class that knows nothing of pools. What is acquired and released is the lease; its content is reached through it.
 *
 * @param <V> the kind of content.
 */
public final class Lease<V> extends Pooled {

    private final V value;

    Lease(V value) {
        this.value = Objects.requireNonNull(value, "the factory must not return null");
    }

    /**
     * Plans a pool of leases.
     *
     * @param factory makes the content, one object at a time, each a new one.
     * @param <V>     the kind of content.
     * @return the plan.
     * @throws NullPointerException if there is no factory.
     */
    public static <V> PoolBuilder<Lease<V>> of(Supplier<? extends V> factory) {
        Objects.requireNonNull(factory, "factory");
        return new PoolBuilder<>(new HeapObjects<>(new Fresh<V>(factory), old -> new Lease<>(old.value)));
    }

    /**
     * The content.
     *
     * @return the object, the caller's until the lease is released.
     * @throws IllegalStateException if the lease is released.
     */
    public V get() {
        checkHeld();
        return value;
    }

    /** Finds the factory that always returns one and the same object. */
    private static final class Fresh<V> implements Supplier<Lease<V>> {
        private final Supplier<? extends V> factory;
        private V last;

        Fresh(Supplier<? extends V> factory) {
            this.factory = factory;
        }

        @Override
        public Lease<V> get() {
            V value = factory.get();
            if (value != null && value == last) {
                throw new IllegalStateException("the factory must make a new object each time: made the last one again");
            }
            last = value;
            return new Lease<>(value);
        }
    }
}
