package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Side;

class OrderTableTest extends SlotTableContract<Order> {

    @Override
    Order newMessage() {
        return new Order();
    }

    @Override
    void write(Order order, int number) {
        order.set(number, number, Side.BUY, number, number, number);
    }

    @Override
    int read(Order order) {
        int number = order.instrumentId();
        assertThat(new long[] {order.orderId(), order.price(), order.quantity(), order.timeNanos()}).containsOnly(number);
        return number;
    }
}
