package io.windrow.examples.samples.pools;

import io.windrow.pools.LongField;
import io.windrow.pools.Message;
import io.windrow.pools.MessageLayout;

/** A message of the user's own. */
// docs:begin
final class Fill extends Message {
    private static final MessageLayout.Builder FIELDS = MessageLayout.named("fill");
    private static final LongField ORDER_ID = FIELDS.longField("orderId");
    private static final LongField PRICE = FIELDS.longField("price");
    static final MessageLayout LAYOUT = FIELDS.build();

    Fill() { super(LAYOUT); }
    void set(long orderId, long price) {
        put(ORDER_ID, orderId);
        put(PRICE, price);
    }
    long orderId() { return get(ORDER_ID); }
    long price() { return get(PRICE); }
}
// docs:end
