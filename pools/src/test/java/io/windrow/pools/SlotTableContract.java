package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for a table of rows of any message. */
abstract class SlotTableContract<T extends Message> {

    private static final int CAPACITY = 5;

    final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    final SlotTable<T> table = SlotTable.of(this::newMessage).name("rows").capacity(CAPACITY).open(memory);
    final T row = table.newRow();

    abstract T newMessage();

    /** Writes a number into every field of the row. */
    abstract void write(T message, int number);

    /** Reads the number again, and fails if the fields disagree. */
    abstract int read(T message);

    @AfterEach
    void close() {
        table.close();
        memory.close();
    }

    @Test
    void shouldFindEveryKeyThereIs() {
        long[] keys = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1};
        for (int i = 0; i < keys.length; i++) {
            assertThat(table.contains(keys[i])).isFalse();
            assertThat(table.put(keys[i], row, i)).isTrue();
            write(row, i + 1);
        }
        for (int i = 0; i < keys.length; i++) {
            assertThat(table.find(keys[i], row)).isTrue();
            assertThat(read(row)).isEqualTo(i + 1);
            assertThat(table.keyOf(row)).isEqualTo(keys[i]);
            assertThat(table.touchedNanos(row)).isEqualTo(i);
            assertThat(table.contains(keys[i])).isTrue();
        }
        for (long key : keys) {
            assertThat(table.remove(key)).isTrue();
            assertThat(table.remove(key)).isFalse();
            assertThat(table.contains(key)).isFalse();
        }
        assertThat(table.size()).isZero();
    }

    @Test
    void shouldSayWhetherARowIsNewAndBeginItWithZeros() {
        assertThat(table.put(7, row, 1)).isTrue();
        write(row, 3);
        assertThat(table.put(7, row, 2)).isFalse();
        assertThat(read(row)).isEqualTo(3);
        assertThat(table.touchedNanos(row)).isEqualTo(2);
        table.remove(7);
        table.put(8, row, 3);
        assertThat(row.handle() >>> Pooled.SLOT_SHIFT).as("the slot of the row that was removed").isZero();
        assertThat(read(row)).isZero();
    }

    @Test
    void shouldRefuseAKeyThatFindsNoRoom() {
        fill();
        assertThat(table.isFull()).isTrue();
        assertThat(table.tryPut(99, row, 0)).isFalse();
        assertThatThrownBy(row::handle).hasMessage("cursor is on no row: table=rows");
        assertThatThrownBy(() -> table.put(99, row, 0)).isInstanceOf(IllegalStateException.class)
            .hasMessage("table is full: table=rows, capacity=5");
        assertThat(table.refusedCount()).isEqualTo(2);
        assertThat(table.put(2, row, 0)).as("a key that has a row").isFalse();
        assertThat(table.tryPut(3, row, 0)).isTrue();
        table.remove(2);
        assertThat(table.isFull()).isFalse();
        assertThat(table.put(99, row, 0)).isTrue();
        assertThat(table.refusedCount()).isEqualTo(2);
        assertThat(table.size()).isEqualTo(CAPACITY);
    }

    @Test
    void shouldCount() {
        fill();
        table.remove(1);
        table.remove(2);
        table.put(9, row, 0);
        assertThat(table.inUse()).isEqualTo(4);
        assertThat(table.idle()).isEqualTo(1);
        assertThat(table.capacity()).isEqualTo(5);
        assertThat(table.highWaterMark()).isEqualTo(5);
        assertThat(table.acquiredCount()).isEqualTo(6);
        assertThat(table.releasedCount()).isEqualTo(2);
        assertThat(table.reclaimedCount()).isZero();
        assertThat(table.waiting()).isEqualTo(PoolCounters.UNKNOWN);
        table.clear();
        assertThat(table.inUse()).isZero();
        assertThat(table.releasedCount()).isEqualTo(6);
        assertThat(table.highWaterMark()).isEqualTo(5);
        assertThat(table).hasToString("SlotTable{name=rows, capacity=5, size=0}");
    }

    @Test
    void shouldCountTheMostRowsThereEverWereAtATime() {
        table.put(1, row, 0);
        table.put(2, row, 0);
        table.remove(1);
        table.put(3, row, 0);
        table.remove(2);
        table.remove(3);
        table.put(4, row, 0);
        assertThat(table.highWaterMark()).isEqualTo(2);
        table.clear();
        table.put(5, row, 0);
        table.put(6, row, 0);
        table.put(7, row, 0);
        assertThat(table.highWaterMark()).isEqualTo(3);
    }

    @Test
    void shouldTakeWhatItSaysFromTheBudgetAndGiveItBack() {
        long footprint = SlotTable.footprintBytes(row.layout(), CAPACITY);
        assertThat(footprint).isEqualTo(64 + 128 + CAPACITY * (24L + row.layout().bytes()));
        assertThat(memory.usedBytes("rows")).isEqualTo(footprint);
        assertThat(memory.usedBytes()).isEqualTo(footprint);
        table.close();
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldShowRowsInTheOrderOfSlots() {
        fill();
        table.remove(2);
        table.remove(4);
        table.put(100, row, 0);
        table.put(101, row, 0);
        assertThat(walk()).as("the slot freed last is used first").containsExactly(1L, 101L, 3L, 100L, 5L);
        List<Long> visited = new ArrayList<>();
        table.forEach(row, on -> visited.add(table.keyOf(on)));
        assertThat(visited).isEqualTo(walk());
    }

    @Test
    void shouldPassOverFreeSlots() {
        fill();
        table.remove(1);
        table.remove(3);
        table.remove(5);
        assertThat(walk()).containsExactly(2L, 4L);
        table.clear();
        assertThat(walk()).isEmpty();
    }

    @Test
    void shouldGoOnBehindARowThatIsRemovedWhileIterating() {
        fill();
        List<Long> seen = new ArrayList<>();
        for (boolean on = table.first(row); on; on = table.next(row)) {
            long key = table.keyOf(row);
            seen.add(key);
            if (key % 2 == 1) {
                table.remove(key);
                assertThatThrownBy(() -> read(row)).hasMessage("row was removed: table=rows");
            }
        }
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(walk()).containsExactly(2L, 4L);
    }

    @Test
    void shouldRefuseACursorOfARemovedRowAlsoWhenItsSlotIsTakenAgain() {
        T other = table.newRow();
        table.put(1, row, 0);
        table.put(2, other, 0);
        write(row, 11);
        write(other, 22);
        table.remove(1);
        table.put(3, other, 0);
        write(other, 33);
        assertThat(other.handle() >>> Pooled.SLOT_SHIFT).as("the slot of the row that was removed").isZero();
        assertThatThrownBy(() -> read(row)).isInstanceOf(IllegalStateException.class).hasMessage("row was removed: table=rows");
        assertThatThrownBy(() -> write(row, 1)).hasMessage("row was removed: table=rows");
        assertThatThrownBy(row::handle).hasMessage("row was removed: table=rows");
        assertThatThrownBy(() -> table.keyOf(row)).hasMessage("row was removed: table=rows");
        assertThat(row.isHeld()).isFalse();
        assertThat(read(other)).isEqualTo(33);
        assertThat(table.find(2, row)).isTrue();
        assertThat(read(row)).isEqualTo(22);
    }

    private void fill() {
        for (int key = 1; key <= CAPACITY; key++) {
            table.put(key, row, 0);
            write(row, key);
        }
    }

    private List<Long> walk() {
        List<Long> keys = new ArrayList<>();
        for (boolean on = table.first(row); on; on = table.next(row)) {
            keys.add(table.keyOf(row));
        }
        return keys;
    }
}
