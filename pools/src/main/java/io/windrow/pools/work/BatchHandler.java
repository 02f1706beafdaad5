package io.windrow.pools.work;

/**
 * What a batch is for: written to a file, sent, stored.
 *
 * <p>Called by one thread at a time, in the order the items were added; by which thread, {@link BatchProcessor} says. What one call
 * did is visible to the next. It may add to the processor, and must not flush or close it. Handlers of two processors that add to each
 * other can wait for each other when both are full, until one of them is closed.
 *
 * @param <T> the kind of item.
 */
@FunctionalInterface
public interface BatchHandler<T> {

    /**
     * Handles a batch. When it returns, the batch is done with. When it throws, the whole batch is kept and given to it again, so that
     * items handled before it threw are seen twice. Items that are pooled are released here, after the last thing that can throw; their
     * pool must allow that a thread releases what another acquired.
     *
     * @param batch the items, valid until this returns.
     * @throws Exception if the batch was not handled.
     */
    void handle(Batch<T> batch) throws Exception;
}
