package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphStats;

class SlotTableIT {

    private static final int OPERATIONS = 2_000_000;
    private static final int HOURS = 24;
    private static final int ORDERS_PER_HOUR = 400_000;
    private static final long STEP_NANOS = Duration.ofHours(1).toNanos() / ORDERS_PER_HOUR;

    @Test
    void shouldBehaveAsAMapDoesForMillionsOfOperations() {
        Seeds.forEach(2, random -> {
            try (SlotTableModel model = new SlotTableModel(random, 1 + random.nextInt(300), 1 + random.nextInt(4))) {
                for (int i = 0; i < OPERATIONS; i++) {
                    model.step();
                }
                model.compare();
            }
        });
    }

    /** A day of orders that come and go, of which some are forgotten and expire: nothing grows, nothing wears out, nothing is allocated. */
    @Test
    void shouldServeADayOfOrdersWithoutWearingOut() {
        Random random = new Random(1);
        int capacity = 10_000;
        try (OffHeapMemory memory = OffHeapMemory.withBudget(SlotTable.footprintBytes(Order.LAYOUT, capacity));
            SlotTable<Order> table = SlotTable.of(Order::new).capacity(capacity).emptyWhen(order -> order.quantity() == 0)
                .expireAfter(Duration.ofMinutes(30)).open(memory)) {
            Order row = table.newRow();
            int room = table.index.room();
            long[] live = new long[1_000];
            long[] hourNanos = new long[HOURS];
            long[] hourBytes = new long[HOURS];
            for (int hour = 0; hour < HOURS; hour++) {
                long begun = System.nanoTime();
                int first = hour * ORDERS_PER_HOUR;
                hourBytes[hour] = Allocations.bytes(() -> trade(table, row, live, first, random));
                hourNanos[hour] = System.nanoTime() - begun;
                assertThat(hourBytes[hour]).as("bytes allocated in hour %s", hour).isLessThan(100_000);
                assertThat(table.size()).isLessThan(capacity);
                assertThat(table.index.room()).isEqualTo(room);
            }
            assertNothingInMostHours(hourBytes);
            assertThat(table.refusedCount()).isZero();
            assertThat(table.acquiredCount()).isEqualTo((long) HOURS * ORDERS_PER_HOUR);
            assertThat(table.reclaimedCount()).isPositive();
            assertThat(table.sweepCount()).isEqualTo(HOURS - 1);
            System.out.printf("ns per order: hour 2: %d, last hour: %d%n", hourNanos[2] / ORDERS_PER_HOUR,
                hourNanos[HOURS - 1] / ORDERS_PER_HOUR);
        }
    }

    /** The virtual machine may itself allocate as code is compiled, in whichever hour: that only ever adds, and comes seldom. */
    private static void assertNothingInMostHours(long[] hourBytes) {
        long[] sorted = hourBytes.clone();
        Arrays.sort(sorted);
        assertThat(sorted[HOURS * 3 / 4]).as("bytes allocated in three of four hours, of %s", Arrays.toString(hourBytes)).isZero();
    }

    private static void trade(SlotTable<Order> table, Order row, long[] live, int first, Random random) {
        for (int id = first; id < first + ORDERS_PER_HOUR; id++) {
            long now = id * STEP_NANOS;
            table.put(id, row, now);
            row.set(id, 1, Side.BUY, 1, 1, now);
            int done = random.nextInt(live.length);
            // One of a hundred is forgotten.
            if (live[done] % 100 != 0) {
                assertRemoved(table, live[done]);
            }
            live[done] = id;
            table.onClock(now);
        }
    }

    private static void assertRemoved(SlotTable<Order> table, long id) {
        if (!table.remove(id)) {
            throw new AssertionError("order must be there: id=" + id);
        }
    }

    @Test
    void shouldHoldOnTheHeapWhatItSays() {
        // JOL does not look into records without it.
        System.setProperty("jol.magicFieldOffset", "true");
        for (int capacity : new int[] {1, 1_000, 100_000, 1 << 20}) {
            long bytes = SlotTable.footprintBytes(Position.LAYOUT, capacity);
            try (OffHeapMemory memory = OffHeapMemory.withBudget(bytes);
                SlotTable<Position> table = SlotTable.of(Position::new).capacity(capacity).open(memory)) {
                Position row = table.newRow();
                for (int key = 0; key < capacity; key++) {
                    table.put(key * 0x9e3779b97f4a7c15L, row, 0);
                }
                assertThat(memory.usedBytes()).as("the ledger").isEqualTo(bytes);
                // A table that has a thread reaches everything that the thread does.
                table.unbind();
                // Sums, not GraphLayout: that tells objects apart by their addresses, which a collection changes.
                long index = GraphStats.parseInstance(table.index).totalSize();
                assertThat(index - SlotTable.indexHeapBytes(capacity)).as("objects around the entries").isBetween(0L, 200L);
                assertThat((double) SlotTable.indexHeapBytes(capacity) / capacity).isBetween(29.0, capacity == 1 ? 128.0 : 59.0);
                long whole = GraphStats.parseInstance(table).totalSize()
                    - GraphStats.parseInstance(memory, table.rows.block, Position.LAYOUT).totalSize();
                System.out.printf("capacity %d: block %d, index %d, whole table on the heap %d bytes%n", capacity, bytes, index, whole);
                assertThat(whole - index).as("the table beside its index").isBetween(0L, 1_024L);
            }
        }
    }
}
