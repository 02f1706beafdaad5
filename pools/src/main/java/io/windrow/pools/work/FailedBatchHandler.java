package io.windrow.pools.work;

/**
 * Where a batch goes that its handler has thrown on as often as it may: set aside, written to a log, released.
 *
 * @param <T> the kind of item.
 */
@FunctionalInterface
public interface FailedBatchHandler<T> {

    /**
     * Takes a batch over, on the thread that tried it last. When it returns, the items are counted as failed and let go. When it
     * throws, they are kept, and the next flush tries the {@link BatchHandler} and then this once more.
     *
     * @param batch  the items, valid until this returns.
     * @param thrown what the last try threw.
     * @throws Exception if the batch was not taken over.
     */
    void failed(Batch<T> batch, Throwable thrown) throws Exception;
}
