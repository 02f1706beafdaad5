package io.windrow.pipeline.feeds;

import java.io.IOException;

/**
 * Trades that can be played again and again: from files, or generated. One thread at a time.
 */
@FunctionalInterface
public interface TradeSource {

    /**
     * Pushes every trade once, in order, on the calling thread, and returns when there are no more. A second call pushes the
     * same trades again.
     *
     * @param listener receives the trades; what it throws ends the replay and reaches the caller.
     * @throws IOException if the trades cannot be read.
     */
    void replay(TradeListener listener) throws IOException;
}
