package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Plans a {@link SlotTable}. Unless told otherwise it has room for 1,024 rows, is named like their layout, sweeps nothing, and is due to be
 * swept every hour where there is something to sweep by.
 *
 * @param <T> the message that stands for a row.
 */
public final class SlotTableBuilder<T extends Message> {

    final Supplier<? extends T> factory;
    final MessageLayout layout;
    Predicate<? super T> emptyWhen;
    Consumer<? super T> onSweep;
    long expireAfterNanos;
    long intervalNanos = Duration.ofHours(1).toNanos();
    private String name;
    private int capacity = 1024;

    SlotTableBuilder(Supplier<? extends T> factory) {
        this.factory = Objects.requireNonNull(factory, "factory");
        layout = Objects.requireNonNull(factory.get(), "the factory must not return null").layout();
        name = layout.name();
    }

    /**
     * Names the table, in errors and as the owner of its bytes.
     *
     * @param text the name.
     * @return this.
     * @throws IllegalArgumentException if it is blank.
     */
    public SlotTableBuilder<T> name(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        name = text;
        return this;
    }

    /**
     * Most rows.
     *
     * @param rows 1 to {@link ObjectPool#MAX_CAPACITY}.
     * @return this.
     * @throws IllegalArgumentException if it is out of range.
     */
    public SlotTableBuilder<T> capacity(int rows) {
        capacity = PoolBuilder.checkCapacity("capacity", rows);
        return this;
    }

    /**
     * What makes a row one with nothing in it, such as a position of quantity 0.
     *
     * @param empty tells of one row whether it may go.
     * @return this.
     * @throws NullPointerException if it is null.
     */
    public SlotTableBuilder<T> emptyWhen(Predicate<? super T> empty) {
        emptyWhen = Objects.requireNonNull(empty, "empty");
        return this;
    }

    /**
     * How long a row stays without being touched.
     *
     * @param time from the latest put or touch on.
     * @return this.
     * @throws IllegalArgumentException if it is zero, negative, or longer than 292 years.
     */
    public SlotTableBuilder<T> expireAfter(Duration time) {
        expireAfterNanos = PoolBuilder.positiveNanos("time", time);
        return this;
    }

    /**
     * How often {@link SlotTable#onClock} sweeps.
     *
     * @param interval from one sweep to the next.
     * @return this.
     * @throws IllegalArgumentException if it is zero, negative, or longer than 292 years.
     */
    public SlotTableBuilder<T> sweepEvery(Duration interval) {
        intervalNanos = PoolBuilder.positiveNanos("interval", interval);
        return this;
    }

    /**
     * Is told of each row that a sweep removes, just before it goes, while it can be read. If it throws, the row stays and the sweep ends.
     *
     * @param listener receives the row.
     * @return this.
     * @throws NullPointerException if there is none.
     */
    public SlotTableBuilder<T> onSweep(Consumer<? super T> listener) {
        onSweep = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Opens an empty table.
     *
     * @param memory what its block is taken from, {@link SlotTable#footprintBytes} of it.
     * @return the table, which closes its block.
     * @throws IllegalArgumentException                                 if the rows take more than one block can hold.
     * @throws IllegalStateException                                    if the memory is closed, or the factory makes no new message of the
     *                                                                  same layout each time.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public SlotTable<T> open(OffHeapMemory memory) {
        MemoryBlock block = SlotLayout.allocate(memory, name, layout, capacity);
        return new SlotTable<>(this, new SlotRows(block, capacity, SlotLayout.rowLongs(layout)), true);
    }

    /**
     * Picks up the table that a block holds, with the capacity and all rows it had; it is named like the block. The block stays its
     * owner's, who closes it after the table, and is of no other table meanwhile. What the header says of its rows is checked, and so is
     * every row's; the free slots and the index are made anew from the rows.
     *
     * @param block holds a table's bytes.
     * @return the table.
     * @throws IllegalArgumentException if the block holds no slot table, one of another version, layout or size, or damaged rows.
     * @throws IllegalStateException    if the block is closed, or the factory makes no new message of the same layout each time.
     */
    public SlotTable<T> attach(MemoryBlock block) {
        SlotRows rows = new SlotRows(block, SlotLayout.capacityIn(block, layout), SlotLayout.rowLongs(layout));
        rows.rebuild();
        return new SlotTable<>(this, rows, false);
    }
}
