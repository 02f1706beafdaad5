package io.windrow.pools.peers;

/** An object that knows nothing of pools. */
class PlainItem implements Content {

    private long number;
    private long timeNanos;
    private long price;
    private long quantity;
    private long side;

    @Override
    public final void write(long value) {
        number = value;
        timeNanos = value;
        price = value;
        quantity = value;
        side = value;
    }

    @Override
    public final long number() {
        return number;
    }
}
