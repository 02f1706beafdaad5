package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotTableAttachTest {

    private static final int CAPACITY = 7;
    private static final int ROW_BYTES = 24 + 48;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final MemoryBlock copy = memory.allocate("copy", 128 + CAPACITY * ROW_BYTES);
    private final SlotTable<Order> first = SlotTable.of(Order::new).name("first").capacity(CAPACITY).open(memory);
    private final Order row = first.newRow();

    @AfterEach
    void close() {
        first.close();
        copy.close();
        memory.close();
    }

    @Test
    void shouldPickUpATableFromACopyOfItsBlock() {
        for (int id = 1; id <= 6; id++) {
            order(id);
        }
        first.remove(2);
        first.remove(5);
        first.sweep(order -> order.orderId() == 3);
        order(7);
        copy();
        try (SlotTable<Order> second = attach()) {
            assertThat(second.name()).isEqualTo("copy");
            assertThat(second.capacity()).isEqualTo(CAPACITY);
            assertThat(contents(second)).isEqualTo(contents(first)).hasSize(4);
            assertThat(second.inUse()).isEqualTo(4);
            assertThat(second.highWaterMark()).isEqualTo(6);
            assertThat(second.acquiredCount()).isEqualTo(7);
            assertThat(second.releasedCount()).isEqualTo(2);
            assertThat(second.reclaimedCount()).isEqualTo(1);
            assertThat(second.refusedCount()).isZero();
            goOn(second);
        }
        assertThat(contents(first)).as("the table that was copied").hasSize(4);
    }

    /** Every free slot is found once, and no row is lost or shown twice. */
    private static void goOn(SlotTable<Order> second) {
        Order cursor = second.newRow();
        assertThat(second.contains(2)).isFalse();
        for (int id = 10; id < 13; id++) {
            assertThat(second.put(id, cursor, id)).isTrue();
            assertThat(cursor.orderId()).isZero();
        }
        assertThat(second.tryPut(13, cursor, 0)).isFalse();
        assertThat(second.remove(1)).isTrue();
        assertThat(second.put(13, cursor, 0)).isTrue();
        List<Long> keys = new ArrayList<>();
        second.forEach(cursor, on -> keys.add(second.keyOf(on)));
        assertThat(keys).containsExactlyInAnyOrder(4L, 6L, 7L, 10L, 11L, 12L, 13L);
    }

    @Test
    void shouldGoOnWithHandlesWhereTheyWere() {
        order(1);
        long handle = row.handle();
        first.remove(1);
        copy();
        try (SlotTable<Order> second = attach()) {
            Order cursor = second.newRow();
            assertThat(second.highWaterMark()).isEqualTo(1);
            assertThat(second.acquiredCount()).isEqualTo(1);
            second.put(1, cursor, 0);
            assertThat(cursor.handle()).isNotEqualTo(handle);
        }
    }

    @Test
    void shouldLeaveTheBlockToItsOwner() {
        copy();
        SlotTable<Order> second = attach();
        second.close();
        assertThat(copy.isClosed()).isFalse();
        assertThatThrownBy(() -> second.contains(1)).hasMessage("table is closed: table=copy");
        attach().close();
    }

    @Test
    void shouldSayThatItsBlockIsClosed() {
        order(1);
        copy();
        try (SlotTable<Order> second = attach()) {
            Order cursor = second.newRow();
            second.find(1, cursor);
            copy.close();
            String rule = "block is closed: tag=copy, bytes=" + copy.bytes();
            assertThatThrownBy(cursor::price).isInstanceOf(IllegalStateException.class).hasMessage(rule);
            assertThatThrownBy(() -> second.find(1, cursor)).hasMessage(rule);
            assertThatThrownBy(() -> second.put(2, cursor, 0)).hasMessage(rule);
            assertThatThrownBy(() -> second.remove(1)).hasMessage(rule);
            assertThatThrownBy(() -> second.first(cursor)).hasMessage(rule);
            assertThatThrownBy(() -> second.sweep(order -> true)).hasMessage(rule);
        }
        assertThatThrownBy(this::attach).hasMessage("block is closed: tag=copy, bytes=" + copy.bytes());
    }

    @Test
    void shouldRefuseABlockThatHoldsNoTable() {
        assertThatThrownBy(this::attach).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("block must hold a slot table: tag=copy, bytes=" + copy.bytes());
        try (MemoryBlock small = memory.allocate("small", 8)) {
            small.putLong(0, SlotLayout.MAGIC);
            assertThatThrownBy(() -> SlotTable.of(Order::new).attach(small)).hasMessage("block must hold a slot table: tag=small, bytes=8");
        }
    }

    @Test
    void shouldRefuseAnotherVersion() {
        copy();
        copy.putLong(8, 2);
        assertRefused("version of a slot table's block must be 1: tag=copy, version=2");
    }

    @Test
    void shouldRefuseAnotherLayoutAndNameBoth() {
        copy();
        assertThatThrownBy(() -> SlotTable.of(Signal::new).attach(copy)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching("rows must be of the table's layout: tag=copy, block's=order of 48 bytes, hash [0-9a-f]+, "
                + "table's=signal of 56 bytes, hash [0-9a-f]+");
        copy.putLong(24, 56);
        assertThatThrownBy(this::attach).hasMessageContaining("block's=order of 56 bytes,").hasMessageContaining("table's=order of 48 ");
    }

    @Test
    void shouldRefuseAnotherSize() {
        copy();
        copy.putLong(32, CAPACITY - 1);
        assertRefused("bytes of a slot table's block must be " + (128 + (CAPACITY - 1) * ROW_BYTES) + ": tag=copy, bytes=" + copy.bytes());
        for (long capacity : new long[] {0, -1, Long.MIN_VALUE, 1L << 32 | CAPACITY, ObjectPool.MAX_CAPACITY + 1}) {
            copy.putLong(32, capacity);
            assertRefused("capacity in a block must be 1 to 1048576: tag=copy, capacity=" + capacity);
        }
    }

    @Test
    void shouldRefuseDamagedRows() {
        order(1);
        order(2);
        copy();
        int handle = 128 + ROW_BYTES + 16;
        long whole = copy.getLong(handle);
        for (long damaged : new long[] {Pooled.as(whole, Pooled.ENDED), Pooled.as(whole, Pooled.BUSY), whole + (1L << Pooled.SLOT_SHIFT)}) {
            copy.putLong(handle, damaged);
            assertRefused("row in a block is damaged: tag=copy, slot=1, handle=" + Long.toHexString(damaged));
        }
        copy.putLong(handle, whole);
        copy.putLong(128 + ROW_BYTES, 1);
        assertRefused("rows in a block must have keys of their own: tag=copy, key=1, slots=0 and 1");
    }

    @Test
    void shouldPickUpARowOnlyIfItWasPutWhole() {
        order(1);
        order(2);
        copy();
        // The end of the process came before the handle of the row was written.
        copy.putLong(128 + 16, 0);
        try (SlotTable<Order> second = attach()) {
            assertThat(second.contains(1)).isFalse();
            assertThat(second.contains(2)).isTrue();
            for (int id = 3; id < 3 + CAPACITY - 1; id++) {
                assertThat(second.put(id, second.newRow(), 0)).isTrue();
            }
            assertThat(second.isFull()).isTrue();
        }
    }

    @Test
    void shouldSweepWhatItPickedUp() {
        order(1);
        order(2);
        copy();
        try (SlotTable<Order> second = SlotTable.of(Order::new).expireAfter(Duration.ofNanos(10)).attach(copy)) {
            assertThat(second.sweepExpired(11)).isEqualTo(1);
            assertThat(second.contains(2)).isTrue();
        }
    }

    @Test
    void shouldKeepNamesOfLayoutsThatAreLong() {
        String name = "é" + "x".repeat(100);
        MessageLayout.Builder fields = MessageLayout.named(name);
        fields.longField("only");
        MessageLayout layout = fields.build();
        try (SlotTable<Message> table = SlotTable.<Message>of(() -> new Message(layout) { }).name("long").capacity(1).open(memory)) {
            assertThatThrownBy(() -> SlotTable.of(Order::new).attach(table.rows.block))
                .hasMessageContaining("block's=?" + "x".repeat(63) + " of 8 bytes");
        }
    }

    private void order(int id) {
        first.put(id, row, id);
        row.set(id, id, Side.SELL, id, id, id);
    }

    private void copy() {
        copy.copyFrom(0, first.rows.block, 0, copy.bytes());
    }

    private SlotTable<Order> attach() {
        return SlotTable.of(Order::new).attach(copy);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::attach).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static List<List<Long>> contents(SlotTable<Order> table) {
        List<List<Long>> rows = new ArrayList<>();
        table.forEach(table.newRow(), on ->
            rows.add(List.of(table.keyOf(on), table.touchedNanos(on), on.orderId(), on.price(), on.quantity(), on.timeNanos())));
        return rows;
    }
}
