package io.windrow.examples.samples.pools;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pools.LanePool;
import io.windrow.pools.Message;

/** A pool of messages of the user's own, and its bytes. */
final class OwnMessage {

    private OwnMessage() {
    }

    static void run() {
        // docs:begin
        try (OffHeapMemory memory = OffHeapMemory.withBudget(Fill.LAYOUT.slabBytes(1_000));
            LanePool<Fill> fills = Message.pool(memory, Fill::new).capacity(1_000).lane();
            Fill fill = fills.acquire()) {
            fill.set(42, 6183763);
            System.out.println(fill.orderId() + " " + fill.price());
            memory.forEachOwner((owner, blocks, bytes) -> System.out.println(owner + " " + bytes));
            System.out.println(fill.layout());
        }
        // docs:end
    }
}
