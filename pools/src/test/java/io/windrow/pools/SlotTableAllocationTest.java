package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotTableAllocationTest {

    private static final int CAPACITY = 100;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final SlotTable<Order> table = SlotTable.of(Order::new).capacity(CAPACITY).emptyWhen(order -> order.quantity() == 0)
        .expireAfter(Duration.ofNanos(50)).sweepEvery(Duration.ofNanos(7)).onSweep(order -> this.swept += order.orderId()).open(memory);
    private final Order row = table.newRow();
    private final Predicate<Order> priceIsOne = order -> order.price() == 1;
    private final Consumer<Order> adder = order -> this.sum += order.orderId();
    private long now;
    private long swept;
    private long sum;

    @AfterEach
    void close() {
        table.close();
        memory.close();
    }

    @Test
    void shouldAllocateNothingToPutFindAndRemove() {
        Allocations.assertNone(() -> {
            long key = now * 0x9e3779b97f4a7c15L;
            table.tryPut(key, row, now);
            table.find(key, row);
            sum += table.keyOf(row) + table.touchedNanos(row);
            table.touch(row, now);
            table.tryPut(key, row, now);
            table.contains(key - 1);
            table.remove((now - CAPACITY + 1) * 0x9e3779b97f4a7c15L);
            now++;
        });
        assertThat(table.highWaterMark()).isEqualTo(CAPACITY);
    }

    @Test
    void shouldAllocateNothingToFindNoRoom() {
        for (int key = 0; key < CAPACITY; key++) {
            table.put(key, row, 0);
        }
        Allocations.assertNone(() -> table.tryPut(-1, row, 0));
        assertThat(table.refusedCount()).isPositive();
    }

    @Test
    void shouldAllocateNothingToIterateAndSweep() {
        Allocations.assertNone(() -> {
            table.tryPut(now, row, now);
            table.onClock(now);
            table.sweepExpired(now - 1);
            table.sweep(priceIsOne);
            for (boolean on = table.first(row); on; on = table.next(row)) {
                sum += row.orderId();
            }
            table.forEach(row, adder);
            sum += table.size() + table.inUse() + table.acquiredCount() + table.reclaimedCount() + table.lastSweepCount();
            now++;
        });
        assertThat(table.reclaimedCount()).isPositive();
        assertThat(table.sweepCount()).isPositive();
    }

    @Test
    void shouldAllocateNothingToClear() {
        Allocations.assertNone(() -> {
            table.tryPut(now, row, now);
            table.tryPut(now + 1, row, now);
            table.clear();
            now++;
        });
    }
}
