package io.windrow.buffers.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A fixed run of off-heap bytes with an owner. Byte 0 is aligned to 64; values are in the machine's byte order.
 *
 * <p>Every access is checked: beyond the block, or after {@link #close()}, it throws and touches nothing. A thread that reads while
 * another one closes sees either the old bytes or the exception.
 *
 * <p>Threads: plain access is for one thread. A {@code put…Release} makes everything written before it visible to a thread whose
 * {@code get…Acquire} of the same offset returns the value put, or a later one. Offsets of eight-byte values must be divisible by 8.
 * Nothing here allocates.
 */
public final class MemoryBlock extends BlockLongs implements AutoCloseable {

    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder());
    private static final int LONG_SHIFT = 3;
    private static final MemoryBlock NONE = new MemoryBlock();

    private final OffHeapMemory memory;
    private final String tag;
    private final int bytes;
    private final int footprintBytes;
    private ByteBuffer buffer;
    /** The memory itself, which whatever reads a part of it keeps from being freed. */
    private ByteBuffer reserved;

    MemoryBlock(OffHeapMemory memory, String tag, ByteBuffer reserved, int bytes, int footprintBytes) {
        super(Longs.none());
        this.memory = memory;
        this.tag = tag;
        this.bytes = bytes;
        this.footprintBytes = footprintBytes;
        int past = reserved.alignmentOffset(0, OffHeapMemory.ALIGNMENT_BYTES);
        int start = past == 0 ? 0 : OffHeapMemory.ALIGNMENT_BYTES - past;
        this.reserved = reserved;
        this.buffer = reserved.slice(start, bytes).order(ByteOrder.nativeOrder());
        longs = new Longs(buffer);
    }

    private MemoryBlock() {
        super(Longs.none());
        memory = null;
        tag = "none";
        bytes = 0;
        footprintBytes = 0;
        buffer = NOTHING;
    }

    /**
     * A block that was never open: what an object points to that gave its own one up. Every access to it throws.
     *
     * @return the one such block.
     */
    public static MemoryBlock none() {
        return NONE;
    }

    /**
     * The owner's name.
     *
     * @return the tag given at allocation.
     */
    public String tag() {
        return tag;
    }

    /**
     * Usable size.
     *
     * @return bytes; the same after close.
     */
    public int bytes() {
        return bytes;
    }

    /**
     * What the block takes from the budget, alignment included.
     *
     * @return bytes.
     */
    public int footprintBytes() {
        return footprintBytes;
    }

    /**
     * Whether {@link #close()} was called.
     *
     * @return true from then on.
     */
    public boolean isClosed() {
        return buffer == NOTHING;
    }

    /**
     * Reads eight bytes.
     *
     * @param offset in bytes from the start, divisible by 8.
     * @return the value.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalArgumentException  if the offset is not divisible by 8.
     * @throws IllegalStateException     if the block is closed.
     */
    public long getLong(int offset) {
        try {
            return longs.get(longIndex(offset));
        } catch (IndexOutOfBoundsException e) {
            throw explain(offset, Long.BYTES);
        }
    }

    /**
     * Writes eight bytes.
     *
     * @param offset in bytes from the start, divisible by 8.
     * @param value  the value.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalArgumentException  if the offset is not divisible by 8.
     * @throws IllegalStateException     if the block is closed.
     */
    public void putLong(int offset, long value) {
        try {
            longs.put(longIndex(offset), value);
        } catch (IndexOutOfBoundsException e) {
            throw explain(offset, Long.BYTES);
        }
    }

    /**
     * Reads four bytes.
     *
     * @param offset in bytes from the start.
     * @return the value.
     * @throws IndexOutOfBoundsException if the four bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public int getInt(int offset) {
        try {
            return buffer.getInt(offset);
        } catch (IndexOutOfBoundsException e) {
            throw explain(offset, Integer.BYTES);
        }
    }

    /**
     * Writes four bytes.
     *
     * @param offset in bytes from the start.
     * @param value  the value.
     * @throws IndexOutOfBoundsException if the four bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public void putInt(int offset, int value) {
        try {
            buffer.putInt(offset, value);
        } catch (IndexOutOfBoundsException e) {
            throw explain(offset, Integer.BYTES);
        }
    }

    /**
     * Reads eight bytes with acquire order: later reads and writes stay after it.
     *
     * @param offset in bytes from the start, divisible by 8.
     * @return the value.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public long getLongAcquire(int offset) {
        try {
            return (long) LONGS.getAcquire(buffer, offset);
        } catch (IndexOutOfBoundsException e) {
            throw explain(offset, Long.BYTES);
        }
    }

    /**
     * Writes eight bytes with release order: earlier reads and writes stay before it.
     *
     * @param offset in bytes from the start, divisible by 8.
     * @param value  the value.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public void putLongRelease(int offset, long value) {
        try {
            LONGS.setRelease(buffer, offset, value);
        } catch (IndexOutOfBoundsException e) {
            throw explain(offset, Long.BYTES);
        }
    }

    /**
     * Atomically writes eight bytes if they hold the expected value, with the effects of a volatile read and write.
     *
     * @param offset   in bytes from the start, divisible by 8.
     * @param expected the value that must be there.
     * @param value    the value to put.
     * @return whether it was put.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public boolean compareAndSetLong(int offset, long expected, long value) {
        try {
            return LONGS.compareAndSet(buffer, offset, expected, value);
        } catch (IndexOutOfBoundsException e) {
            throw explain(offset, Long.BYTES);
        }
    }

    /**
     * Copies bytes from another block, or within this one, as one run.
     *
     * @param offset       where to write.
     * @param source       the block to read.
     * @param sourceOffset where to read.
     * @param length       bytes.
     * @throws IndexOutOfBoundsException if either run is not all inside.
     * @throws IllegalStateException     if either block is closed.
     */
    public void copyFrom(int offset, MemoryBlock source, int sourceOffset, int length) {
        source.check(sourceOffset, length);
        check(offset, length);
        try {
            buffer.put(offset, source.buffer, sourceOffset, length);
        } catch (IndexOutOfBoundsException e) {
            // Another thread has closed one of them since the checks.
            throw source.isClosed() ? source.explain(sourceOffset, length) : explain(offset, length);
        }
    }

    /** Takes the block's bytes from the ledger; from then on every access throws. Closing twice does nothing. */
    @Override
    public void close() {
        if (memory != null && memory.release(this)) {
            ByteBuffer freed = reserved;
            reserved = NOTHING;
            buffer = NOTHING;
            longs = Longs.none();
            memory.awaitReclaim(freed, footprintBytes);
        }
    }

    @Override
    public String toString() {
        return "MemoryBlock{tag=" + tag + ", bytes=" + bytes + (isClosed() ? ", closed}" : "}");
    }

    boolean startsOnALine() {
        return buffer.alignmentOffset(0, OffHeapMemory.ALIGNMENT_BYTES) == 0;
    }

    private void check(int offset, int length) {
        if (isClosed() || offset < 0 || length < 0 || offset > bytes - length) {
            throw explain(offset, length);
        }
    }

    /** An offset between two longs, or a negative one, becomes an index far beyond any block, so that the one bounds check refuses it. */
    private static int longIndex(int offset) {
        return Integer.rotateRight(offset, LONG_SHIFT);
    }

    @Override
    void checkOpen() {
        check(isClosed() ? -1 : 0, 0);
    }

    @Override
    RuntimeException explainAt(int index, int length) {
        return isClosed() ? explain(0, 0) : new IndexOutOfBoundsException(
            "access must stay inside the block: index=" + index + ", length=" + length + ", longs=" + bytes / Long.BYTES + ", tag=" + tag);
    }

    private RuntimeException explain(int offset, int length) {
        if (isClosed()) {
            return new IllegalStateException("block is closed: tag=" + tag + ", bytes=" + bytes);
        }
        if (length == Long.BYTES && offset % Long.BYTES != 0 && offset >= 0 && offset <= bytes - length) {
            return new IllegalArgumentException("offset must be divisible by " + length + ": offset=" + offset + ", tag=" + tag);
        }
        return new IndexOutOfBoundsException("access must stay inside the block: offset=" + offset + ", length=" + length
            + ", bytes=" + bytes + ", tag=" + tag);
    }
}
