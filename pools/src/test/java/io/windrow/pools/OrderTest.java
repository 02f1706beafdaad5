package io.windrow.pools;

import java.util.List;

class OrderTest extends MessageContract<Order> {

    @Override
    Order make() {
        return new Order();
    }

    @Override
    int bytes() {
        return 48;
    }

    @Override
    void set(Order target, int number, long one, long other) {
        target.set(one, number, TradeTest.side(number), other, ~one, ~other);
    }

    @Override
    List<Object> expected(int number, long one, long other) {
        return List.of(one, number, TradeTest.side(number), other, ~one, 0L, ~other);
    }

    @Override
    List<Object> values(Order source) {
        return List.of(source.orderId(), source.instrumentId(), source.side(), source.price(), source.quantity(), source.filledQuantity(),
            source.timeNanos());
    }
}
