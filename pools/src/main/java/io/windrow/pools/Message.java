package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A pooled message over an off-heap slot: extend it, declare the fields with a {@link MessageLayout}, and write accessors that name them.
 *
 * <p>Owned by one thread at a time, from acquire to release; handing it to another thread needs a queue or a ring between them, which also
 * makes its values visible there. A message that is not out refuses every read and write.
 */
public abstract class Message extends Pooled {

    private final MessageLayout layout;
    private final int bytes;
    private MemoryBlock block = MemoryBlock.none();
    private int offset;

    /**
     * For subclasses: a message without a slot until a pool has given it one.
     *
     * @param layout where its fields lie.
     */
    protected Message(MessageLayout layout) {
        this.layout = layout;
        bytes = layout.bytes();
    }

    /**
     * Plans a pool of messages over one slab.
     *
     * @param memory  what the slab is taken from, under the pool's name, when the pool opens.
     * @param factory makes one message at a time, each a new one.
     * @param <T>     the kind of message.
     * @return the plan, with the layout's name as the pool's.
     * @throws NullPointerException if there is no memory, no factory, or it makes none.
     */
    public static <T extends Message> PoolBuilder<T> pool(OffHeapMemory memory, Supplier<? extends T> factory) {
        MessageSlab<T> slab = new MessageSlab<>(memory, factory);
        return new PoolBuilder<>(slab).name(slab.layout().name());
    }

    /**
     * Where the fields lie.
     *
     * @return the layout.
     */
    public final MessageLayout layout() {
        return layout;
    }

    /**
     * Reads a field.
     *
     * @param field one of this message's layout.
     * @return its value.
     * @throws IllegalStateException     if the message is not out, or its memory is closed.
     * @throws IndexOutOfBoundsException if the field is of another, longer layout.
     */
    protected final long get(LongField field) {
        return block.getLong(place(field.offset(), Long.BYTES));
    }

    /**
     * Writes a field.
     *
     * @param field one of this message's layout.
     * @param value the value.
     * @throws IllegalStateException     if the message is not out, or its memory is closed.
     * @throws IndexOutOfBoundsException if the field is of another, longer layout.
     */
    protected final void put(LongField field, long value) {
        block.putLong(place(field.offset(), Long.BYTES), value);
    }

    /**
     * Reads a field.
     *
     * @param field one of this message's layout.
     * @return its value.
     * @throws IllegalStateException     if the message is not out, or its memory is closed.
     * @throws IndexOutOfBoundsException if the field is of another, longer layout.
     */
    protected final int get(IntField field) {
        return block.getInt(place(field.offset(), Integer.BYTES));
    }

    /**
     * Writes a field.
     *
     * @param field one of this message's layout.
     * @param value the value.
     * @throws IllegalStateException     if the message is not out, or its memory is closed.
     * @throws IndexOutOfBoundsException if the field is of another, longer layout.
     */
    protected final void put(IntField field, int value) {
        block.putInt(place(field.offset(), Integer.BYTES), value);
    }

    /** Gives the message its bytes. */
    final void moveTo(MemoryBlock memory, int start) {
        block = Objects.requireNonNull(memory);
        offset = start;
    }

    private int place(int fieldOffset, int length) {
        checkHeld();
        return offset + Objects.checkFromIndexSize(fieldOffset, length, bytes);
    }
}
