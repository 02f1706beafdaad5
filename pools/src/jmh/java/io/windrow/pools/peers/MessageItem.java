package io.windrow.pools.peers;

import io.windrow.pools.LongField;
import io.windrow.pools.Message;
import io.windrow.pools.MessageLayout;

/** The content of {@link PlainItem} in a message off the heap. */
final class MessageItem extends Message implements Content {

    private static final MessageLayout.Builder FIELDS = MessageLayout.named("item");
    private static final LongField NUMBER = FIELDS.longField("number");
    private static final LongField TIME = FIELDS.longField("timeNanos");
    private static final LongField PRICE = FIELDS.longField("price");
    private static final LongField QUANTITY = FIELDS.longField("quantity");
    private static final LongField SIDE = FIELDS.longField("side");

    static final MessageLayout LAYOUT = FIELDS.build();

    MessageItem() {
        super(LAYOUT);
    }

    @Override
    public void write(long value) {
        put(NUMBER, value);
        put(TIME, value);
        put(PRICE, value);
        put(QUANTITY, value);
        put(SIDE, value);
    }

    @Override
    public long number() {
        return get(NUMBER);
    }
}
