package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.MemorySlab;
import io.windrow.buffers.memory.OffHeapMemory;

/** Where a window lies. {@code owned} if nothing else lies in the block, so that the block is closed with the window. */
record WindowPlace(MemoryBlock block, int base, boolean owned) {

    /** Where a window is that gave its place up. */
    static final WindowPlace NOWHERE = new WindowPlace(MemoryBlock.none(), 0, false);

    /** A block for one window alone. */
    static WindowPlace alone(OffHeapMemory memory, String tag, WindowShape shape) {
        return new WindowPlace(memory.allocate(tag, shape.bytes()), 0, true);
    }

    static WindowPlace in(MemorySlab slab, int window) {
        return new WindowPlace(slab.block(window), slab.base(window), false);
    }
}
