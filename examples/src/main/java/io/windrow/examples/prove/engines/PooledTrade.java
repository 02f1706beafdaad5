package io.windrow.examples.prove.engines;

import io.windrow.pools.Pooled;

/** The fields of {@link Trade} in an object that is used again. */
final class PooledTrade extends Pooled {
    int instrumentId;
    long timeNanos;
    long price;
    long quantity;
    long tradeId;
    int sideCode;
    long dueNanos;

    PooledTrade set(int instrument, long time, long atPrice, long ofQuantity, long id, int side, long due) {
        instrumentId = instrument;
        timeNanos = time;
        price = atPrice;
        quantity = ofQuantity;
        tradeId = id;
        sideCode = side;
        dueNanos = due;
        return this;
    }
}
