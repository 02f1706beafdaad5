package io.windrow.buffers.memory;

/**
 * Room for things of one size side by side, in as few blocks as hold them: thousands cost a few blocks, and no block object each. Every
 * place starts on a cache line and is zeroed. Immutable; the blocks' thread contract holds for each place.
 */
public final class MemorySlab implements AutoCloseable {

    private final MemoryBlock[] blocks;
    private final int strideLongs;
    private final int placesPerBlock;

    private MemorySlab(MemoryBlock[] blocks, int strideLongs, int placesPerBlock) {
        this.blocks = blocks;
        this.strideLongs = strideLongs;
        this.placesPerBlock = placesPerBlock;
    }

    /**
     * What a slab takes from the budget.
     *
     * @param placeBytes of one place; positive, at most a gibibyte.
     * @param places     how many; not negative.
     * @return bytes: those of each place rounded up to 64, and 64 for each block of at most a gibibyte.
     */
    public static long footprintBytes(long placeBytes, int places) {
        return places * strideBytes(placeBytes) + alignmentBytes(placeBytes, places);
    }

    /** What of it is there to begin blocks on a cache line. */
    static long alignmentBytes(long placeBytes, int places) {
        int perBlock = placesPerBlock(strideBytes(placeBytes), OffHeapMemory.MAX_BLOCK_BYTES);
        return ((long) places + perBlock - 1) / perBlock * OffHeapMemory.footprintBytes(0);
    }

    /**
     * Adds slabs to a plan, as they will stand in the ledger.
     *
     * @param plan       gets a line.
     * @param tag        the owner.
     * @param placeBytes of one place; positive, at most a gibibyte.
     * @param places     how many in each slab; not negative.
     * @param slabs      how many slabs; not negative.
     * @throws ArithmeticException if the plan does not fit a {@code long}.
     */
    public static void plan(MemoryPlan.Builder plan, String tag, long placeBytes, int places, int slabs) {
        plan.add(tag, (long) places * slabs, strideBytes(placeBytes), alignmentBytes(placeBytes, places) * slabs);
    }

    /**
     * Opens a slab.
     *
     * @param memory     what it takes its bytes from.
     * @param tag        the owner.
     * @param placeBytes of one place; positive, at most a gibibyte.
     * @param places     how many; not negative.
     * @return the slab.
     * @throws IllegalStateException         if the memory is closed.
     * @throws MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static MemorySlab open(OffHeapMemory memory, String tag, long placeBytes, int places) {
        memory.requireFree(tag, footprintBytes(placeBytes, places));
        return open(memory, tag, placeBytes, places, OffHeapMemory.MAX_BLOCK_BYTES);
    }

    static MemorySlab open(OffHeapMemory memory, String tag, long placeBytes, int places, long maxBlockBytes) {
        long stride = strideBytes(placeBytes);
        int perBlock = placesPerBlock(stride, maxBlockBytes);
        MemoryBlock[] blocks = new MemoryBlock[(int) (((long) places + perBlock - 1) / perBlock)];
        MemorySlab slab = new MemorySlab(blocks, (int) (stride / Long.BYTES), perBlock);
        try {
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = memory.allocate(tag, stride * Math.min(perBlock, places - i * perBlock));
            }
        } catch (RuntimeException e) {
            slab.close();
            throw e;
        }
        return slab;
    }

    /**
     * The block that a place lies in.
     *
     * @param place its number, from 0.
     * @return the block; closed with the slab, and by nobody else.
     * @throws IndexOutOfBoundsException if there is no such block.
     */
    public MemoryBlock block(int place) {
        return blocks[place / placesPerBlock];
    }

    /**
     * Where in its block a place begins.
     *
     * @param place its number, from 0.
     * @return index of its first {@code long}.
     */
    public int base(int place) {
        return place % placesPerBlock * strideLongs;
    }

    /** Gives all blocks back. Closing twice does nothing. */
    @Override
    public void close() {
        for (MemoryBlock block : blocks) {
            if (block != null) {
                block.close();
            }
        }
    }

    /**
     * What a place takes: it is padded to whole lines, so that the next begins on one.
     *
     * @param placeBytes asked for.
     * @return bytes, a multiple of 64.
     */
    public static long strideBytes(long placeBytes) {
        int line = OffHeapMemory.ALIGNMENT_BYTES;
        return (placeBytes + line - 1) / line * line;
    }

    private static int placesPerBlock(long strideBytes, long maxBlockBytes) {
        return (int) (maxBlockBytes / strideBytes);
    }
}
