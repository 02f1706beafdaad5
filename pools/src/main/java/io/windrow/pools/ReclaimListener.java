package io.windrow.pools;

/**
 * Tells the owner of an object that it was taken back.
 *
 * @param <T> the kind of object.
 */
@FunctionalInterface
public interface ReclaimListener<T> {

    /**
     * An object was taken from its owner. Called by the thread that acquires, before it gets another in its place. What this throws
     * goes to the thread that acquires, which then gets none.
     *
     * @param object what was taken. It refuses every use; only what the listener knows of it tells whose it was.
     * @param handle the acquisition that has ended.
     */
    void onReclaim(T object, long handle);
}
