package io.windrow.buffers.memory;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one place off-heap memory comes from: a budget in bytes and a ledger of who holds how many.
 *
 * <p>Thread-safe; allocation and closing take a lock, reading and writing a block does not. Blocks are zeroed and thereby
 * touched when they are allocated, so that a page fault never falls into trading hours.
 *
 * <p>A block costs {@link #footprintBytes(long)}: its size and 64 to align its start to a cache line. Closing a
 * block takes its bytes from the ledger at once. The virtual machine hands them back to the system when no thread can
 * reach the block any more; until then they are counted as {@link #awaitingReclaimBytes()}.
 */
public final class OffHeapMemory implements AutoCloseable {

    /** Alignment of every block's first byte: one cache line. */
    public static final int ALIGNMENT_BYTES = 64;

    /** Largest block: one gibibyte. */
    public static final long MAX_BLOCK_BYTES = 1L << 30;

    private static final AtomicLong ALL_USED_BYTES = new AtomicLong();

    private final long budgetBytes;
    private final AtomicLong awaitingReclaimBytes = new AtomicLong();
    /** All below is guarded by this. */
    private final TreeMap<String, Owner> owners = new TreeMap<>();
    private long usedBytes;
    private boolean closed;

    private OffHeapMemory(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    /**
     * Creates a memory with a limit.
     *
     * @param budgetBytes most bytes that all open blocks may take together; positive.
     * @return a memory of which nothing is used yet.
     * @throws IllegalArgumentException if the budget is not positive.
     */
    public static OffHeapMemory withBudget(long budgetBytes) {
        if (budgetBytes <= 0) {
            throw new IllegalArgumentException("budget must be positive: budgetBytes=" + budgetBytes);
        }
        return new OffHeapMemory(budgetBytes);
    }

    /**
     * What a block of the given size takes from the budget.
     *
     * @param bytes size asked for.
     * @return the size and one alignment for the start.
     */
    public static long footprintBytes(long bytes) {
        return bytes + ALIGNMENT_BYTES;
    }

    /**
     * Bytes of all open blocks of all memories in this process. A test that ends with more than it began with has leaked.
     *
     * @return bytes in use.
     */
    public static long processUsedBytes() {
        return ALL_USED_BYTES.get();
    }

    /**
     * Walks the owners of all open blocks of all memories in this process in the order of their tags; who leaked, when
     * {@link #processUsedBytes()} says that somebody did. Owners of the same tag in several memories are one.
     *
     * @param visitor receives each owner that holds a block; must not allocate or close one.
     */
    public static void forEachProcessOwner(OwnerVisitor visitor) {
        ProcessLedger.forEach(visitor);
    }

    /**
     * Allocates a zeroed block aligned to a cache line.
     *
     * @param tag   name of the owner, as the ledger shows it.
     * @param bytes size, 1 to {@link #MAX_BLOCK_BYTES}.
     * @return an open block.
     * @throws IllegalArgumentException      if the size is out of range.
     * @throws IllegalStateException         if this memory is closed.
     * @throws MemoryBudgetExceededException if the budget, or the JVM's limit on direct memory, would be exceeded; nothing is taken then.
     */
    public synchronized MemoryBlock allocate(String tag, long bytes) {
        Objects.requireNonNull(tag, "tag");
        if (bytes <= 0 || bytes > MAX_BLOCK_BYTES) {
            throw new IllegalArgumentException(
                "block size must be 1 to " + MAX_BLOCK_BYTES + " bytes: bytes=" + bytes + ", tag=" + tag);
        }
        if (closed) {
            throw new IllegalStateException("memory is closed: tag=" + tag + ", bytes=" + bytes);
        }
        long footprint = footprintBytes(bytes);
        requireFree(tag, footprint);
        MemoryBlock block = new MemoryBlock(this, tag, reserve(tag, (int) footprint), (int) bytes, (int) footprint);
        owner(tag).add(block);
        book(tag, 1, footprint);
        return block;
    }

    /**
     * Checks that a plan fits before any of it is allocated.
     *
     * @param tag   name of the owner, for the error.
     * @param bytes what the plan will take, alignment included.
     * @throws MemoryBudgetExceededException if less than that is free.
     */
    public synchronized void requireFree(String tag, long bytes) {
        if (bytes > budgetBytes - usedBytes) {
            throw new MemoryBudgetExceededException("memory budget exceeded: budgetBytes=" + budgetBytes
                + ", usedBytes=" + usedBytes + ", askedBytes=" + bytes + ", tag=" + tag);
        }
    }

    /**
     * The limit.
     *
     * @return bytes.
     */
    public long budgetBytes() {
        return budgetBytes;
    }

    /**
     * What all open blocks take.
     *
     * @return bytes.
     */
    public synchronized long usedBytes() {
        return usedBytes;
    }

    /**
     * What the open blocks of one owner take.
     *
     * @param tag the owner.
     * @return bytes, zero for an unknown owner.
     */
    public synchronized long usedBytes(String tag) {
        Owner owner = owners.get(tag);
        return owner == null ? 0 : owner.bytes;
    }

    /**
     * Bytes of closed blocks that the virtual machine has not handed back yet.
     *
     * @return bytes.
     */
    public long awaitingReclaimBytes() {
        return awaitingReclaimBytes.get();
    }

    /**
     * Walks the ledger in the order of the tags, owners that have come down to zero included.
     *
     * @param visitor receives each owner.
     */
    public synchronized void forEachOwner(OwnerVisitor visitor) {
        owners.forEach((tag, owner) -> visitor.onOwner(tag, owner.blocks.size(), owner.bytes));
    }

    /** Closes every open block. Closing twice does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        for (Owner owner : owners.values()) {
            for (MemoryBlock block : List.copyOf(owner.blocks)) {
                block.close();
            }
        }
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder("OffHeapMemory{budgetBytes=").append(budgetBytes)
            .append(", usedBytes=").append(usedBytes);
        owners.forEach((tag, owner) -> text.append(", ").append(tag).append('=').append(owner.bytes));
        return text.append('}').toString();
    }

    synchronized boolean release(MemoryBlock block) {
        Owner owner = owners.get(block.tag());
        if (!owner.remove(block)) {
            return false;
        }
        book(block.tag(), -1, -block.footprintBytes());
        return true;
    }

    private Owner owner(String tag) {
        Owner owner = owners.get(tag);
        if (owner == null) {
            owner = new Owner();
            owners.put(tag, owner);
        }
        return owner;
    }

    private void book(String tag, int blocks, long bytes) {
        usedBytes += bytes;
        ProcessLedger.book(tag, blocks, bytes);
        ALL_USED_BYTES.addAndGet(bytes);
    }

    private ByteBuffer reserve(String tag, int footprint) {
        try {
            return ByteBuffer.allocateDirect(footprint);
        } catch (OutOfMemoryError e) {
            throw new MemoryBudgetExceededException("the JVM's limit on direct memory is reached, raise -XX:MaxDirectMemorySize:"
                + " usedBytes=" + usedBytes + ", askedBytes=" + footprint + ", tag=" + tag, e);
        }
    }

    /** Counts the closed block's bytes until the collector has found that no thread can reach them. */
    void awaitReclaim(ByteBuffer memory, long bytes) {
        awaitingReclaimBytes.addAndGet(bytes);
        AtomicLong waiting = awaitingReclaimBytes;
        Reclaim.CLEANER.register(memory, () -> waiting.addAndGet(-bytes));
    }

    /** Loaded with the first closed block only: the cleaner brings a thread of its own. */
    private static final class Reclaim {
        static final Cleaner CLEANER = Cleaner.create();
    }

    /** One line of the ledger. */
    private static final class Owner {
        final Set<MemoryBlock> blocks = new LinkedHashSet<>();
        long bytes;

        void add(MemoryBlock block) {
            blocks.add(block);
            bytes += block.footprintBytes();
        }

        boolean remove(MemoryBlock block) {
            boolean open = blocks.remove(block);
            if (open) {
                bytes -= block.footprintBytes();
            }
            return open;
        }
    }
}
