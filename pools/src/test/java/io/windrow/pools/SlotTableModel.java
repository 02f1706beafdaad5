package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A table of orders and a map of what it should hold: the same operations, the same answers. */
final class SlotTableModel implements AutoCloseable {

    static final long EXPIRE_NANOS = 300;
    private static final long SWEEP_NANOS = 1_000;
    private static final long[] EXTREMES = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1L << 32, Long.MIN_VALUE + 1};

    final SlotTable<Order> table;
    private final OffHeapMemory memory;
    private final Random random;
    private final int capacity;
    private final Map<Long, Row> rows = new HashMap<>();
    private final List<Order> cursors = new ArrayList<>();
    /** By cursor: the row it should be on; null if it should refuse. */
    private final Row[] places;
    private final Set<Long> told = new HashSet<>();
    private long now;
    private long sweepBegun = -1;
    private long number;
    private long created;
    private long swept;
    private long refused;
    private long sweeps;
    private long most;

    /** What a row should hold. */
    private static final class Row {
        private final long key;
        private long value;
        private long touched;

        Row(long key) {
            this.key = key;
        }

        boolean isEmpty() {
            return value % 5 == 0;
        }
    }

    SlotTableModel(Random random, int capacity, int cursorCount) {
        this.random = random;
        this.capacity = capacity;
        memory = OffHeapMemory.withBudget(SlotTable.footprintBytes(Order.LAYOUT, capacity));
        table = SlotTable.of(Order::new).capacity(capacity).emptyWhen(order -> order.orderId() % 5 == 0)
            .expireAfter(Duration.ofNanos(EXPIRE_NANOS)).sweepEvery(Duration.ofNanos(SWEEP_NANOS))
            .onSweep(order -> assertThat(told.add(order.orderId())).isTrue()).open(memory);
        places = new Row[cursorCount];
        for (int i = 0; i < cursorCount; i++) {
            cursors.add(table.newRow());
        }
    }

    void step() {
        now += random.nextInt(3);
        int dice = random.nextInt(10_000);
        int cursor = random.nextInt(places.length);
        if (dice < 4_000) {
            put(cursor, key());
        } else if (dice < 6_500) {
            remove(key());
        } else if (dice < 9_000) {
            find(cursor, key());
        } else if (dice < 9_900) {
            touch(cursor);
        } else if (dice < 9_960) {
            sweep(dice % 3);
        } else if (dice < 9_998) {
            iterate(cursor);
        } else {
            clear();
        }
        checkCursors();
        assertThat(table.size()).isEqualTo(rows.size());
    }

    /** Everything there is to be compared. */
    void compare() {
        Map<Long, Long> found = new HashMap<>();
        table.forEach(cursors.get(0), order -> assertThat(found.put(table.keyOf(order), order.orderId())).isNull());
        places[0] = null;
        Map<Long, Long> expected = new HashMap<>();
        rows.forEach((key, row) -> expected.put(key, row.value));
        assertThat(found).isEqualTo(expected);
        assertThat(table.acquiredCount()).isEqualTo(created);
        assertThat(table.reclaimedCount()).isEqualTo(swept);
        assertThat(table.releasedCount()).isEqualTo(created - swept - rows.size());
        assertThat(table.refusedCount()).isEqualTo(refused);
        assertThat(table.sweepCount()).isEqualTo(sweeps);
        assertThat(table.highWaterMark()).isEqualTo(most);
    }

    private void put(int cursor, long key) {
        Order order = cursors.get(cursor);
        Row row = rows.get(key);
        boolean full = row == null && rows.size() == capacity;
        assertThat(table.tryPut(key, order, now)).isEqualTo(!full);
        places[cursor] = null;
        if (full) {
            refused++;
            return;
        }
        if (row == null) {
            assertThat(new long[] {order.orderId(), order.price(), order.timeNanos()}).containsOnly(0);
            row = new Row(key);
            rows.put(key, row);
            created++;
            most = Math.max(most, rows.size());
        }
        row.value = ++number;
        row.touched = now;
        order.set(number, 0, Side.BUY, number, number, number);
        places[cursor] = row;
    }

    private void find(int cursor, long key) {
        assertThat(table.contains(key)).isEqualTo(rows.containsKey(key));
        assertThat(table.find(key, cursors.get(cursor))).isEqualTo(rows.containsKey(key));
        places[cursor] = rows.get(key);
    }

    private void remove(long key) {
        assertThat(table.remove(key)).isEqualTo(rows.containsKey(key));
        gone(rows.get(key));
    }

    private void touch(int cursor) {
        if (places[cursor] != null) {
            table.touch(cursors.get(cursor), now);
            places[cursor].touched = now;
        }
    }

    private void iterate(int cursor) {
        Order order = cursors.get(cursor);
        Set<Long> seen = new HashSet<>();
        Set<Long> there = Set.copyOf(rows.keySet());
        for (boolean on = table.first(order); on; on = table.next(order)) {
            long key = table.keyOf(order);
            assertThat(seen.add(key)).isTrue();
            places[cursor] = rows.get(key);
            if (random.nextInt(8) == 0) {
                remove(key);
            }
        }
        places[cursor] = null;
        assertThat(seen).isEqualTo(there);
    }

    private void sweep(int kind) {
        told.clear();
        int removed;
        List<Row> goes = new ArrayList<>();
        boolean due = kind < 2 || sweepBegun >= 0 && now - sweepBegun >= SWEEP_NANOS;
        for (Row row : rows.values()) {
            boolean expired = kind > 0 && now - row.touched >= EXPIRE_NANOS;
            if (due && (expired || kind != 1 && row.isEmpty())) {
                goes.add(row);
            }
        }
        removed = switch (kind) {
            case 0 -> table.sweep(order -> order.orderId() % 5 == 0);
            case 1 -> table.sweepExpired(now);
            default -> table.onClock(now);
        };
        if (kind == 2 && (due || sweepBegun < 0)) {
            sweepBegun = now;
        }
        Set<Long> values = new HashSet<>();
        goes.forEach(row -> values.add(row.value));
        assertThat(told).isEqualTo(values);
        assertThat(removed).isEqualTo(goes.size());
        goes.forEach(this::gone);
        swept += removed;
        if (due) {
            sweeps++;
            assertThat(table.lastSweepCount()).isEqualTo(removed);
        }
    }

    private void clear() {
        table.clear();
        rows.clear();
        java.util.Arrays.fill(places, null);
    }

    private void gone(Row row) {
        if (row != null) {
            rows.remove(row.key);
            for (int i = 0; i < places.length; i++) {
                places[i] = places[i] == row ? null : places[i];
            }
        }
    }

    private void checkCursors() {
        for (int i = 0; i < places.length; i++) {
            Order order = cursors.get(i);
            Row row = places[i];
            if (row == null) {
                assertThat(order.isHeld()).isFalse();
                assertThat(catchThrowable(order::orderId)).isInstanceOf(IllegalStateException.class);
            } else if (order.orderId() != row.value || table.keyOf(order) != row.key || table.touchedNanos(order) != row.touched) {
                throw new AssertionError("cursor " + i + " must be on the row of key " + row.key + " with " + row.value);
            }
        }
    }

    /** Often one that is there, or a neighbour; some at the edges. */
    private long key() {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return EXTREMES[random.nextInt(EXTREMES.length)];
        }
        long key = random.nextInt(capacity + capacity / 2 + 1);
        return dice < 10 ? key << 40 : key;
    }

    @Override
    public void close() {
        table.close();
        assertThat(memory.usedBytes()).isZero();
        memory.close();
    }
}
