package io.windrow.pools;

/** Where a pool's objects come from. Called by one thread at a time. */
interface ObjectSource<T extends Pooled> extends AutoCloseable {

    /** Readies what a run of slots needs; throws if it cannot be had, and has taken nothing then. */
    void prepare(String pool, int firstSlot, int count);

    /** Gives back what was readied for the run that starts here, after a factory has thrown. */
    void abandon(int firstSlot);

    /** A new object for a slot. */
    T make(int slot);

    /** An object for the slot of another that nobody may use any more, with the same content behind it. */
    T succeed(T old);

    /** Whether an object taken from its owner can go on being read and written by it without harm to the one that takes its place. */
    boolean standAlone();

    @Override
    void close();
}
