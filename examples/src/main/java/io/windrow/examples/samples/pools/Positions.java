package io.windrow.examples.samples.pools;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pools.Position;
import io.windrow.pools.SlotTable;

/** Positions by instrument, those that are flat swept once an hour. */
final class Positions {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private Positions() {
    }

    static void run() {
        // docs:begin
        try (OffHeapMemory memory = OffHeapMemory.withBudget(SlotTable.footprintBytes(Position.LAYOUT, 500));
            SlotTable<Position> positions = SlotTable.of(Position::new).capacity(500).emptyWhen(Position::isFlat).open(memory)) {
            positions.onClock(0);                       // the hour begins
            Position row = positions.newRow();
            for (int instrument = 1; instrument <= 3; instrument++) {
                positions.put(instrument, row, 0);
                row.set(instrument);
                row.applyFill(Side.BUY, 6183763, 10, 0);
            }
            positions.find(2, row);
            row.applyFill(Side.SELL, 6183800, 10, 0);
            System.out.println(positions.size() + " held, " + positions.onClock(HOUR_NANOS) + " swept");
            for (boolean more = positions.first(row); more; more = positions.next(row)) {
                System.out.println(row.instrumentId() + ": " + row.quantity());
            }
        }
        // docs:end
    }
}
