package io.windrow.pools;

import static io.windrow.pools.SignalPoolTest.far;
import static io.windrow.pools.SignalPoolTest.side;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.List;

class OrderPoolTest extends MessageMisuseContract<Order> {

    @Override
    String name() {
        return "orders";
    }

    @Override
    MessagePool<Order> open(OffHeapMemory from, int capacity) {
        return MessagePool.orders(from, capacity);
    }

    @Override
    void fill(Order order, int number) {
        order.set(far(number, 1), ~number, side(number), far(number, 2), 100 + Math.abs(number), far(number, 3));
        order.fill(1 + Math.abs(number));
    }

    @Override
    List<Object> values(Order order) {
        return List.of(order.orderId(), order.instrumentId(), order.side(), order.price(), order.quantity(), order.filledQuantity(),
            order.timeNanos());
    }

    @Override
    List<Object> expected(int number) {
        return List.of(far(number, 1), ~number, side(number), far(number, 2), 100L + Math.abs(number), 1L + Math.abs(number),
            far(number, 3));
    }
}
