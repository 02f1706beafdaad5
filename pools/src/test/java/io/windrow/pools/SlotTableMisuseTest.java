package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotTableMisuseTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final SlotTable<Order> table = SlotTable.of(Order::new).emptyWhen(order -> true).expireAfter(Duration.ofNanos(1))
        .name("orders").open(memory);
    private final Order row = table.newRow();

    @AfterEach
    void close() {
        table.close();
        memory.close();
    }

    @Test
    void shouldRefuseEverythingAfterClose() {
        table.put(1, row, 0);
        table.close();
        table.close();
        List<ThrowingCallable> uses = List.of(() -> table.put(1, row, 0), () -> table.tryPut(1, row, 0), () -> table.find(1, row),
            () -> table.contains(1), () -> table.remove(1), () -> table.keyOf(row), () -> table.touchedNanos(row),
            () -> table.touch(row, 0), table::newRow, () -> table.first(row), () -> table.next(row),
            () -> table.forEach(row, order -> { }), table::clear, () -> table.sweep(order -> true), () -> table.sweepExpired(0),
            () -> table.onClock(0), row::price, row::handle, () -> row.fill(1));
        for (ThrowingCallable use : uses) {
            assertThatThrownBy(use).isInstanceOf(IllegalStateException.class).hasMessage("table is closed: table=orders");
        }
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.acquiredCount()).isEqualTo(1);
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldRefuseToReleaseARow() {
        String rule = "a row is not released, remove(key) takes it out: table=orders";
        assertThatThrownBy(row::close).isInstanceOf(IllegalStateException.class).hasMessage(rule);
        table.put(1, row, 0);
        assertThatThrownBy(row::close).hasMessage(rule);
        assertThat(table.size()).isEqualTo(1);
        table.remove(1);
        assertThatThrownBy(row::close).hasMessage(rule);
    }

    @Test
    void shouldTellOfWhatWasNeverInATable() {
        Order loose = new Order();
        assertThatThrownBy(loose::price).hasMessage("object was never acquired: Order");
        assertThatThrownBy(loose::close).hasMessage("object is of no pool: Order");
    }

    @Test
    void shouldRefuseTheRowsOfOthers() {
        String rule = "row must be a cursor of this table, made by newRow(): table=orders";
        try (SlotTable<Order> other = SlotTable.of(Order::new).open(memory);
            SingleThreadPool<Order> pool = Message.pool(memory, Order::new).capacity(1).singleThread()) {
            Order pooled = pool.acquire();
            for (Order foreign : new Order[] {new Order(), other.newRow(), pooled, null}) {
                List<ThrowingCallable> uses = List.of(() -> table.put(1, foreign, 0), () -> table.tryPut(1, foreign, 0),
                    () -> table.find(1, foreign), () -> table.keyOf(foreign), () -> table.touchedNanos(foreign),
                    () -> table.touch(foreign, 0), () -> table.first(foreign), () -> table.next(foreign),
                    () -> table.forEach(foreign, order -> { }));
                for (ThrowingCallable use : uses) {
                    assertThatThrownBy(use).isInstanceOf(IllegalArgumentException.class).hasMessage(rule);
                }
            }
            pooled.close();
        }
        assertThat(table.size()).isZero();
    }

    @Test
    void shouldRefuseACursorThatIsOnNoRow() {
        for (ThrowingCallable use : List.<ThrowingCallable>of(() -> table.keyOf(row), () -> table.touchedNanos(row),
            () -> table.touch(row, 0), row::price, row::handle)) {
            assertThatThrownBy(use).isInstanceOf(IllegalStateException.class).hasMessage("cursor is on no row: table=orders");
        }
        assertThatThrownBy(() -> table.next(row)).hasMessage("cursor has no row to go on from: table=orders");
        table.put(1, row, 0);
        assertThat(table.find(2, row)).isFalse();
        assertThatThrownBy(row::price).hasMessage("cursor is on no row: table=orders");
        assertThat(table.first(row)).isTrue();
        assertThat(table.next(row)).isFalse();
        assertThatThrownBy(() -> table.next(row)).hasMessage("cursor has no row to go on from: table=orders");
        table.clear();
        assertThat(table.first(row)).isFalse();
        assertThatThrownBy(row::price).hasMessage("cursor is on no row: table=orders");
    }

    @Test
    void shouldRefuseCursorsOfRowsThatWereCleared() {
        table.put(1, row, 0);
        table.clear();
        assertThatThrownBy(row::price).hasMessage("row was removed: table=orders");
        table.put(2, table.newRow(), 0);
        assertThatThrownBy(row::price).hasMessage("row was removed: table=orders");
    }

    @Test
    void shouldNameARowForEverByItsHandle() {
        table.put(1, row, 0);
        long handle = row.handle();
        table.find(1, row);
        assertThat(row.handle()).isEqualTo(handle);
        table.remove(1);
        table.put(1, row, 0);
        assertThat(row.handle()).isNotEqualTo(handle);
        assertThat(row.isHeld()).isTrue();
    }

    @Test
    void shouldKeepAFewCursorsOnly() {
        for (int i = 2; i < SlotCursors.MOST; i++) {
            table.newRow();
        }
        assertThatThrownBy(table::newRow).hasMessage("a table has at most 64 cursors, to be kept and moved: table=orders");
    }

    @Test
    void shouldRefuseFactoriesThatMakeNoNewMessageOfOneLayout() {
        String rule = "the factory must make a new message of one layout each time: table=order";
        Order same = new Order();
        List<Supplier<Message>> bad = List.of(() -> null, () -> same, () -> row, Signal::new);
        long before = memory.usedBytes();
        for (Supplier<Message> supplier : bad) {
            Iterator<Supplier<Message>> calls = List.<Supplier<Message>>of(Order::new, Order::new, supplier).iterator();
            try (SlotTable<Message> other = SlotTable.<Message>of(() -> calls.next().get()).open(memory)) {
                if (supplier.get() == same) {
                    same.state(Pooled.OUT);
                }
                assertThatThrownBy(other::newRow).isInstanceOf(IllegalStateException.class).hasMessage(rule);
            }
            AtomicInteger made = new AtomicInteger();
            assertThatThrownBy(() -> SlotTable.<Message>of(() -> made.getAndIncrement() == 0 ? new Order() : supplier.get()).open(memory))
                .hasMessage(rule);
        }
        assertThat(memory.usedBytes()).isEqualTo(before);
        assertThatThrownBy(() -> SlotTable.of(null)).isInstanceOf(NullPointerException.class).hasMessage("factory");
        assertThatThrownBy(() -> SlotTable.of(() -> (Order) null)).isInstanceOf(NullPointerException.class)
            .hasMessage("the factory must not return null");
    }

    @Test
    void shouldNotLetAPoolHaveACursor() {
        table.put(1, row, 0);
        row.set(1, 1, Side.BUY, 7, 1, 1);
        assertThatThrownBy(() -> ObjectPool.of(() -> row).capacity(1).singleThread()).isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("the factory must make a new object each time: pool=objects, slot=0");
        assertThat(row.price()).isEqualTo(7);
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void shouldGiveTheBlockBackWhenTheFactoryThrows() {
        AtomicInteger made = new AtomicInteger();
        long before = memory.usedBytes();
        assertThatThrownBy(() -> SlotTable.of(() -> {
            if (made.getAndIncrement() > 0) {
                throw new IllegalStateException("no more");
            }
            return new Order();
        }).open(memory)).hasMessage("no more");
        assertThat(memory.usedBytes()).isEqualTo(before);
    }

    @Test
    void shouldRefuseBadPlans() {
        SlotTableBuilder<Order> plan = SlotTable.of(Order::new);
        for (int capacity : new int[] {0, -1, Integer.MIN_VALUE, ObjectPool.MAX_CAPACITY + 1}) {
            String rule = "capacity must be 1 to 1048576: capacity=" + capacity;
            assertThatThrownBy(() -> plan.capacity(capacity)).isInstanceOf(IllegalArgumentException.class).hasMessage(rule);
            assertThatThrownBy(() -> SlotTable.footprintBytes(Order.LAYOUT, capacity)).hasMessage(rule);
            assertThatThrownBy(() -> SlotTable.indexHeapBytes(capacity)).hasMessage(rule);
        }
        assertThatThrownBy(() -> plan.name(" ")).hasMessage("name must not be blank");
        assertThatThrownBy(() -> plan.expireAfter(Duration.ZERO)).hasMessage("time must be positive and below 292 years: time=PT0S");
        assertThatThrownBy(() -> plan.sweepEvery(Duration.ofNanos(-1)))
            .hasMessage("interval must be positive and below 292 years: interval=PT-0.000000001S");
        assertThatThrownBy(() -> plan.emptyWhen(null)).isInstanceOf(NullPointerException.class).hasMessage("empty");
        assertThatThrownBy(() -> plan.onSweep(null)).isInstanceOf(NullPointerException.class).hasMessage("listener");
        assertThatThrownBy(() -> table.sweep(null)).isInstanceOf(NullPointerException.class).hasMessage("empty");
        assertThatThrownBy(() -> plan.capacity(20_000).open(memory)).isInstanceOf(MemoryBudgetExceededException.class);
    }

    @Test
    void shouldBelongToTheFirstThreadThatUsesIt() throws InterruptedException {
        Thread main = Thread.currentThread();
        Order second = table.newRow();
        table.put(1, row, 0);
        String rule = "table is bound to another thread: table=orders, bound=" + main.getName() + ", this=other";
        assertThat(inOtherThread(() -> table.find(1, row))).hasMessage(rule);
        assertThat(inOtherThread(() -> table.remove(1))).hasMessage(rule);
        assertThat(inOtherThread(table::newRow)).hasMessage(rule);
        assertThat(inOtherThread(() -> table.onClock(0))).hasMessage(rule);
        assertThat(inOtherThread(() -> assertThat(table.size()).isEqualTo(1))).as("counters are for any thread").isNull();
        table.unbind();
        assertThat(inOtherThread(() -> table.find(1, second))).isNull();
        assertThatThrownBy(() -> table.contains(1)).isInstanceOf(IllegalStateException.class)
            .hasMessage("table is bound to another thread: table=orders, bound=other, this=" + main.getName());
    }

    private static Throwable inOtherThread(ThrowingCallable use) throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread other = new Thread(() -> thrown[0] = catchThrowable(use), "other");
        other.start();
        other.join();
        return thrown[0];
    }
}
