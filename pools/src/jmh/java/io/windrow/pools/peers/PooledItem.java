package io.windrow.pools.peers;

import io.windrow.pools.Pooled;

/** The content of {@link PlainItem} in an object of our pools. */
final class PooledItem extends Pooled implements Content {

    private long number;
    private long timeNanos;
    private long price;
    private long quantity;
    private long side;

    @Override
    public void write(long value) {
        number = value;
        timeNanos = value;
        price = value;
        quantity = value;
        side = value;
    }

    @Override
    public long number() {
        return number;
    }
}
