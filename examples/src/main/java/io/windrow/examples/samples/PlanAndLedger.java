package io.windrow.examples.samples;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.WindowGroup;
import io.windrow.buffers.memory.ByteSize;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;

/** What a thousand windows will take, and what the ledger says once they have it. */
final class PlanAndLedger {

    private PlanAndLedger() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1_000);
        for (int i = 0; i < 1_000; i++) {
            instruments.register("S" + i, 2, 5);
        }
        // docs:begin
        CandleSpec minutes = CandleSpec.of(Timeframe.minutes(1)).capacity(200);
        MemoryPlan.Builder lines = MemoryPlan.builder();
        WindowGroup.plan(lines, CandleWindow.TAG, minutes.windowBytes(), instruments.size(), 1);
        MemoryPlan plan = lines.build();
        System.out.println("planned " + plan.totalBytes());
        try (OffHeapMemory memory = OffHeapMemory.withBudget(ByteSize.parse("16MB"))) {
            plan.requireWithin(memory.budgetBytes());
            try (WindowGroup<CandleWindow> group = WindowGroup.ofCandles(memory, instruments, minutes, 0, 1)) {
                memory.forEachOwner((owner, blocks, bytes) -> System.out.println(owner + " " + blocks + " block " + bytes));
                System.out.println(group.get(7).instrument().symbol());
            }
            System.out.println("closed " + memory.usedBytes());
        }
        // docs:end
    }
}
