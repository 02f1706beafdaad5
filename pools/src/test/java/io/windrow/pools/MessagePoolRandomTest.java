package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The pool against a model of lists and maps: the same operations, the same answers. */
class MessagePoolRandomTest {

    private static final int OPERATIONS = 100_000;

    @Test
    void shouldBehaveAsSetsOfFreeAndUsedMessagesDo() {
        Seeds.forEach(4, random -> {
            int capacity = 1 + random.nextInt(40);
            try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16); MessagePool<Order> pool = MessagePool.orders(memory, capacity)) {
                Model model = new Model(pool, random);
                for (int i = 0; i < OPERATIONS; i++) {
                    model.step(i);
                }
                model.compareAll();
            }
        });
    }

    /** What is out, with the id each holder wrote into it, and the handles of all that has ended. */
    private static final class Model {
        private final MessagePool<Order> pool;
        private final Random random;
        private final List<Order> used = new ArrayList<>();
        private final Map<Order, Long> ids = new HashMap<>();
        private final Map<Order, Long> handles = new HashMap<>();
        private final List<Long> endedHandles = new ArrayList<>();
        private final List<Order> everSeen = new ArrayList<>();
        private long acquired;
        private long refused;

        Model(MessagePool<Order> pool, Random random) {
            this.pool = pool;
            this.random = random;
        }

        void step(int number) {
            int dice = random.nextInt(100);
            if (dice < 46) {
                acquire(number);
            } else if (dice < 80 && !used.isEmpty()) {
                release(used.get(random.nextInt(used.size())));
            } else if (dice < 90 && !everSeen.isEmpty()) {
                releaseAgain(everSeen.get(random.nextInt(everSeen.size())));
            } else if (!endedHandles.isEmpty()) {
                releaseStale(endedHandles.get(random.nextInt(endedHandles.size())));
            }
            assertThat(pool.inUse()).as("in use after operation %s", number).isEqualTo(used.size());
            if (number % 1_000 == 0) {
                compareAll();
            }
        }

        private void acquire(int number) {
            Order order = pool.tryAcquire();
            if (used.size() == pool.capacity()) {
                assertThat(order).as("from an empty pool").isNull();
                refused++;
                return;
            }
            assertThat(order).as("a message that is not out").isNotNull().isNotIn(used);
            order.set(number, number, Side.BUY, number, number, number);
            used.add(order);
            ids.put(order, (long) number);
            handles.put(order, order.handle());
            if (!everSeen.contains(order)) {
                everSeen.add(order);
            }
            acquired++;
        }

        private void release(Order order) {
            assertThat(order.orderId()).isEqualTo(ids.get(order));
            long handle = handles.remove(order);
            switch (random.nextInt(3)) {
                case 0 -> order.close();
                case 1 -> pool.release(order);
                default -> pool.release(handle);
            }
            used.remove(order);
            endedHandles.add(handle);
        }

        private void releaseAgain(Order order) {
            if (!used.contains(order)) {
                assertThat(catchThrowable(() -> pool.release(order))).isInstanceOf(IllegalStateException.class);
                assertThat(catchThrowable(order::orderId)).isInstanceOf(IllegalStateException.class);
            }
        }

        private void releaseStale(long handle) {
            assertThat(catchThrowable(() -> pool.release(handle))).isInstanceOf(IllegalStateException.class);
        }

        void compareAll() {
            assertThat(pool.acquiredCount()).isEqualTo(acquired);
            assertThat(pool.refusedCount()).isEqualTo(refused);
            for (Order order : used) {
                assertThat(order.orderId()).isEqualTo(ids.get(order));
                assertThat(order.timeNanos()).isEqualTo(ids.get(order));
                assertThat(order.handle()).isEqualTo(handles.get(order));
            }
        }
    }
}
