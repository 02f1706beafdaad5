package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;

/** Where a window lies. {@code owned} is what to close with it, null where others lie in the same blocks. */
record WindowPlace(MemoryBlock block, int base, AutoCloseable owned) {

    /** Where a window is that gave its place up. */
    static final WindowPlace NOWHERE = new WindowPlace(MemoryBlock.none(), 0, null);

    /** A block for one window alone. */
    static WindowPlace alone(OffHeapMemory memory, String tag, WindowShape shape) {
        MemoryBlock block = memory.allocate(tag, shape.bytes());
        return new WindowPlace(block, 0, block);
    }

    static WindowPlace in(WindowSlab slab, int window) {
        return new WindowPlace(slab.block(window), slab.base(window), null);
    }
}
