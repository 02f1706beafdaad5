package io.windrow.examples.bench.child;

import io.windrow.pipeline.feeds.TradeListener;

/** One way for trades from one thread to another: {@link #onTrade} publishes. */
interface StreamSide extends TradeListener, AutoCloseable {

    int RING = 1024;

    /** Returns when the consumer thread runs. */
    void start();

    Thread consumer();

    /** Publishes the events of the tape from one number to another. */
    default void play(Tape tape, long from, long to) {
        tape.play(from, to, this);
    }

    /** Waits until all that was published has been handled. */
    void awaitDrained();

    /** Fails unless as many events as were published were handled, and rightly. */
    void verify(Tape tape, long published);

    @Override
    void close();
}
