package io.windrow.pools;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Objects that stand for themselves. */
final class HeapObjects<T extends Pooled> implements ObjectSource<T> {

    private final Supplier<? extends T> factory;
    private final UnaryOperator<T> successor;

    HeapObjects(Supplier<? extends T> factory) {
        this(factory, old -> factory.get());
        Objects.requireNonNull(factory, "factory");
    }

    HeapObjects(Supplier<? extends T> factory, UnaryOperator<T> successor) {
        this.factory = factory;
        this.successor = successor;
    }

    @Override
    public void prepare(String pool, int firstSlot, int count) {
        // The heap is ready.
    }

    @Override
    public void abandon(int firstSlot) {
        // Nothing was taken.
    }

    @Override
    public T make(int slot) {
        return factory.get();
    }

    @Override
    public T succeed(T old) {
        return successor.apply(old);
    }

    @Override
    public boolean standAlone() {
        return true;
    }

    @Override
    public void close() {
        // The collector has them.
    }
}
