package io.windrow.pipeline;

import com.lmax.disruptor.EventFactory;
import io.windrow.buffers.memory.MemoryBlock;

/** Lays one event over each slot of the ring's block, in the order Disruptor asks for them. */
final class Slots implements EventFactory<MarketEvent> {

    private final MemoryBlock block;
    private int next;

    Slots(MemoryBlock block) {
        this.block = block;
    }

    @Override
    public MarketEvent newInstance() {
        return new MarketEvent(block, next++);
    }
}
