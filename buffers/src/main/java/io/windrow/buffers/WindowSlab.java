package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;

/**
 * Room for windows of one size side by side, in as few blocks as hold them: thousands of windows cost a few blocks, and no block
 * object each. Every window starts on a cache line.
 */
final class WindowSlab implements AutoCloseable {

    private final MemoryBlock[] blocks;
    private final int windowLongs;
    private final int windowsPerBlock;

    private WindowSlab(MemoryBlock[] blocks, int windowLongs, int windowsPerBlock) {
        this.blocks = blocks;
        this.windowLongs = windowLongs;
        this.windowsPerBlock = windowsPerBlock;
    }

    /** What {@link #open} takes from the budget. */
    static long footprintBytes(long windowBytes, int windows) {
        return windows * strideBytes(windowBytes) + alignmentBytes(windowBytes, windows);
    }

    /** What of it is there to begin blocks on a cache line. */
    static long alignmentBytes(long windowBytes, int windows) {
        int perBlock = windowsPerBlock(strideBytes(windowBytes), OffHeapMemory.MAX_BLOCK_BYTES);
        return ((long) windows + perBlock - 1) / perBlock * OffHeapMemory.footprintBytes(0);
    }

    static WindowSlab open(OffHeapMemory memory, String tag, long windowBytes, int windows) {
        memory.requireFree(tag, footprintBytes(windowBytes, windows));
        return open(memory, tag, windowBytes, windows, OffHeapMemory.MAX_BLOCK_BYTES);
    }

    static WindowSlab open(OffHeapMemory memory, String tag, long windowBytes, int windows, long maxBlockBytes) {
        long stride = strideBytes(windowBytes);
        int perBlock = windowsPerBlock(stride, maxBlockBytes);
        MemoryBlock[] blocks = new MemoryBlock[(windows + perBlock - 1) / perBlock];
        WindowSlab slab = new WindowSlab(blocks, (int) (stride / Long.BYTES), perBlock);
        try {
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = memory.allocate(tag, stride * Math.min(perBlock, windows - i * perBlock));
            }
        } catch (RuntimeException e) {
            slab.close();
            throw e;
        }
        return slab;
    }

    MemoryBlock block(int window) {
        return blocks[window / windowsPerBlock];
    }

    /** Index of the window's first {@code long} in its block. */
    int base(int window) {
        return window % windowsPerBlock * windowLongs;
    }

    @Override
    public void close() {
        for (MemoryBlock block : blocks) {
            if (block != null) {
                block.close();
            }
        }
    }

    /** Each window is padded to whole lines, so that the next begins on one. */
    static long strideBytes(long windowBytes) {
        int line = OffHeapMemory.ALIGNMENT_BYTES;
        return (windowBytes + line - 1) / line * line;
    }

    private static int windowsPerBlock(long strideBytes, long maxBlockBytes) {
        return (int) (maxBlockBytes / strideBytes);
    }
}
