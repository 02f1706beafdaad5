package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.function.Supplier;

/**
 * A pooled message over an off-heap slot: extend it, declare the fields with a {@link MessageLayout}, and write accessors that name them.
 *
 * <p>Owned by one thread at a time, from acquire to release; handing it to another thread needs a queue or a ring between them, which also
 * makes its values visible there. A message that is not out refuses every read and write. A field of another layout is refused, so no
 * access ever reaches another message's bytes. Reading, writing and copying allocate nothing.
 */
public abstract class Message extends MessageText {

    /**
     * For subclasses: a message without a slot until a pool has given it one.
     *
     * @param layout where its fields lie.
     */
    protected Message(MessageLayout layout) {
        super(layout);
    }

    /**
     * Plans a pool of messages over one slab. A plan opens one pool: its slab is that pool's.
     *
     * @param memory  what the slab is taken from, under the pool's name, when the pool opens.
     * @param factory makes one message at a time, each a new one, all of one layout.
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
     * Copies all fields of another message, as one run of bytes.
     *
     * @param other of the same layout, out as this one is.
     * @throws IllegalArgumentException if the other is of another layout.
     * @throws IllegalStateException    if one of the two is not out, or its memory is closed.
     */
    public final void copyFrom(Message other) {
        int from = other.start();
        if (other.layout != layout) {
            throw new IllegalArgumentException(
                "messages must be of one layout: layout=" + layout.name() + ", other=" + other.layout.name());
        }
        block().copyFrom(start(), other.block(), from, layout.bytes());
    }

    /**
     * Copies all fields from where {@link #copyTo} or a writer of the same layout has put them, as one run of bytes. What lies there is
     * not looked at.
     *
     * @param source holds them, such as the slots of a ring.
     * @param offset of the first byte, divisible by 8.
     * @throws IllegalArgumentException  if the offset is not divisible by 8.
     * @throws IndexOutOfBoundsException if {@code layout().bytes()} from there on are not all inside the block.
     * @throws IllegalStateException     if the message is not out, or a block is closed.
     */
    public final void copyFrom(MemoryBlock source, int offset) {
        block().copyFrom(start(), source, checkOffset(offset), layout.bytes());
    }

    /**
     * Copies all fields to another place, as one run of bytes.
     *
     * @param target receives them, such as the slots of a ring.
     * @param offset of the first byte, divisible by 8.
     * @throws IllegalArgumentException  if the offset is not divisible by 8.
     * @throws IndexOutOfBoundsException if {@code layout().bytes()} from there on are not all inside the block; nothing is written then.
     * @throws IllegalStateException     if the message is not out, or a block is closed.
     */
    public final void copyTo(MemoryBlock target, int offset) {
        target.copyFrom(checkOffset(offset), block(), start(), layout.bytes());
    }

    /**
     * Sets every byte to 0: numbers to 0, texts to none, enums to their first value. What a pool's {@link PoolBuilder#reset} can name.
     *
     * @throws IllegalStateException if the message is not out, or its memory is closed.
     */
    public final void clear() {
        AsciiText.clear(block(), start() / Long.BYTES, layout.bytes() / Long.BYTES);
    }

    private int checkOffset(int offset) {
        if (offset % Long.BYTES != 0) {
            throw new IllegalArgumentException("offset must be divisible by 8: offset=" + offset + ", layout=" + layout.name());
        }
        return offset;
    }
}
