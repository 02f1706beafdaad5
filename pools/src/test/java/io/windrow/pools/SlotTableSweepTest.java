package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotTableSweepTest {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final List<Long> told = new ArrayList<>();
    private SlotTable<Position> table;
    private Position row;

    @AfterEach
    void close() {
        table.close();
        memory.close();
    }

    /** As the Javadoc of the table shows it. */
    @Test
    void shouldKeepPositions() {
        table = SlotTable.of(Position::new).capacity(500).emptyWhen(Position::isFlat).open(memory);
        row = table.newRow();
        table.put(7, row, 1);
        row.applyFill(Side.BUY, 100, 3, 1);
        table.onClock(1);
        assertThat(table.onClock(HOUR + 1)).isZero();
        assertThat(row.cash()).isEqualTo(-300);
        row.applyFill(Side.SELL, 101, 3, 2);
        assertThat(table.onClock(2 * HOUR + 1)).isEqualTo(1);
        assertThat(table.name()).isEqualTo("position");
    }

    @Test
    void shouldSweepFlatPositionsOnDemand() {
        open(plan());
        assertThat(table.lastSweepCount()).isZero();
        hold(1, 5);
        hold(2, 0);
        hold(3, -5);
        hold(4, 0);
        assertThat(table.sweep(Position::isFlat)).isEqualTo(2);
        assertThat(told).as("the rows could be read before they went").containsExactly(2L, 4L);
        assertThat(keys()).containsExactly(1L, 3L);
        assertThat(table.reclaimedCount()).isEqualTo(2);
        assertThat(table.releasedCount()).isZero();
        assertThat(table.lastSweepCount()).isEqualTo(2);
        assertThat(table.sweep(Position::isFlat)).isZero();
        assertThat(table.lastSweepCount()).isZero();
        assertThat(table.sweepCount()).isEqualTo(2);
        assertThat(table.contains(2)).isFalse();
        assertThat(table.put(2, row, 0)).isTrue();
    }

    @Test
    void shouldSweepRowsThatWereNotTouchedForTheTime() {
        open(plan().expireAfter(Duration.ofNanos(10)));
        hold(1, 5);
        hold(2, 5);
        hold(3, 5);
        table.find(1, row);
        table.touch(row, 91);
        table.find(2, row);
        table.touch(row, 90);
        table.find(3, row);
        table.touch(row, 101);
        assertThat(table.sweepExpired(100)).isEqualTo(1);
        assertThat(keys()).containsExactly(1L, 3L);
        assertThat(table.sweepExpired(101)).isEqualTo(1);
        assertThat(keys()).containsExactly(3L);
    }

    @Test
    void shouldExpireRowsAtTheEdgesOfTime() {
        open(plan().expireAfter(Duration.ofNanos(Long.MAX_VALUE)));
        table.put(1, row, Long.MIN_VALUE);
        table.put(2, row, Long.MAX_VALUE);
        table.put(3, row, 0);
        assertThat(table.sweepExpired(Long.MIN_VALUE)).isZero();
        assertThat(table.sweepExpired(-2)).isZero();
        assertThat(table.sweepExpired(-1)).as("of the smallest time").isEqualTo(1);
        table.put(4, row, Long.MIN_VALUE);
        assertThat(table.sweepExpired(Long.MAX_VALUE)).as("of an age that no signed number holds, too").isEqualTo(2);
        assertThat(keys()).containsExactly(2L);
    }

    @Test
    void shouldSweepEveryHourByTheClock() {
        open(plan().emptyWhen(Position::isFlat));
        long begin = 1_700_000_000_000_000_000L;
        hold(1, 0);
        assertThat(table.onClock(begin)).as("the first interval begins").isZero();
        assertThat(table.onClock(begin + HOUR - 1)).isZero();
        assertThat(table.sweepCount()).isZero();
        assertThat(table.onClock(begin + HOUR)).isEqualTo(1);
        hold(1, 0);
        assertThat(table.onClock(begin + HOUR + 1)).isZero();
        assertThat(table.onClock(begin + 2 * HOUR - 1)).isZero();
        assertThat(table.onClock(begin + 2 * HOUR)).isEqualTo(1);
        assertThat(table.sweepCount()).isEqualTo(2);
        assertThat(table.reclaimedCount()).isEqualTo(2);
    }

    @Test
    void shouldBeginAnotherIntervalWhereTheTimeIsSetBack() {
        open(plan().emptyWhen(Position::isFlat).sweepEvery(Duration.ofNanos(10)));
        hold(1, 0);
        table.onClock(1000);
        assertThat(table.onClock(500)).isZero();
        assertThat(table.onClock(509)).isZero();
        assertThat(table.onClock(510)).isEqualTo(1);
    }

    @Test
    void shouldSweepByTheClockWhatIsEmptyAndWhatIsExpired() {
        open(plan().emptyWhen(Position::isFlat).expireAfter(Duration.ofNanos(100)).sweepEvery(Duration.ofNanos(10)));
        hold(1, 0);
        hold(2, 5);
        hold(3, 5);
        table.touch(row, 50);
        table.onClock(90);
        assertThat(table.onClock(100)).isEqualTo(2);
        assertThat(keys()).containsExactly(3L);
    }

    @Test
    void shouldRefuseToSweepWithoutARule() {
        open(plan());
        assertThatThrownBy(() -> table.onClock(0)).isInstanceOf(IllegalStateException.class)
            .hasMessage("a table is swept by the clock with emptyWhen or expireAfter: table=positions");
        assertThatThrownBy(() -> table.sweepExpired(0)).isInstanceOf(IllegalStateException.class)
            .hasMessage("rows of a table without expireAfter do not expire: table=positions");
        assertThat(table.sweepCount()).isZero();
    }

    @Test
    void shouldKeepARowWhoseListenerThrows() {
        open(SlotTable.of(Position::new).name("positions").onSweep(swept -> {
            if (swept.instrumentId() == 2) {
                throw new IllegalStateException("not this one");
            }
        }));
        hold(1, 0);
        hold(2, 0);
        hold(3, 0);
        assertThatThrownBy(() -> table.sweep(Position::isFlat)).hasMessage("not this one");
        assertThat(keys()).containsExactly(2L, 3L);
        assertThat(table.reclaimedCount()).isEqualTo(1);
        assertThat(table.lastSweepCount()).isEqualTo(1);
        table.remove(2);
        assertThat(table.sweep(Position::isFlat)).as("the next sweep").isEqualTo(1);
    }

    @Test
    void shouldLetAListenerPutAndRemoveOthers() {
        open(SlotTable.of(Position::new).name("positions").onSweep(swept -> {
            table.remove(3);
            table.put(100 + swept.instrumentId(), row, 0);
            row.set(9);
            row.applyFill(Side.BUY, 1, 1, 0);
        }));
        for (int key = 1; key <= 4; key++) {
            hold(key, 0);
        }
        assertThat(table.sweep(Position::isFlat)).isEqualTo(3);
        assertThat(keys()).containsExactlyInAnyOrder(101L, 102L, 104L);
        assertThat(table.releasedCount()).isEqualTo(1);
        assertThat(table.reclaimedCount()).isEqualTo(3);
    }

    @Test
    void shouldNotCountWhatTheRuleHasRemovedItself() {
        open(plan());
        hold(1, 0);
        hold(2, 0);
        assertThat(table.sweep(swept -> table.remove(table.keyOf(swept)))).isZero();
        assertThat(table.size()).isZero();
        assertThat(table.releasedCount()).isEqualTo(2);
        assertThat(table.reclaimedCount()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldNotRemoveTheNewRowInASlotWhoseRowTheListenerRemoved() {
        open(SlotTable.of(Position::new).name("positions").onSweep(swept -> {
            table.remove(table.keyOf(swept));
            table.put(9, row, 0);
        }));
        hold(1, 0);
        assertThat(table.sweep(Position::isFlat)).isZero();
        assertThat(keys()).containsExactly(9L);
        assertThat(table.reclaimedCount()).isZero();
    }

    @Test
    void shouldNotSweepInsideASweep() {
        open(SlotTable.of(Position::new).name("positions").onSweep(swept -> table.sweep(Position::isFlat)));
        hold(1, 0);
        assertThatThrownBy(() -> table.sweep(Position::isFlat)).isInstanceOf(IllegalStateException.class)
            .hasMessage("a sweep must not begin inside a sweep: table=positions");
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.sweepCount()).isEqualTo(1);
    }

    @Test
    void shouldTellAListenerThatClosesTheTable() {
        open(SlotTable.of(Position::new).name("positions").onSweep(swept -> table.close()));
        hold(1, 0);
        assertThatThrownBy(() -> table.sweep(Position::isFlat)).hasMessage("table is closed: table=positions");
    }

    @Test
    void shouldTellARuleThatClosesTheTable() {
        for (boolean empty : new boolean[] {true, false}) {
            open(SlotTable.of(Position::new).name("positions"));
            hold(1, 0);
            assertThatThrownBy(() -> table.sweep(swept -> {
                table.close();
                return empty;
            })).hasMessage("table is closed: table=positions");
        }
    }

    @Test
    void shouldTellAVisitorThatClosesTheTable() {
        open(plan());
        hold(1, 0);
        assertThatThrownBy(() -> table.forEach(row, on -> table.close())).hasMessage("table is closed: table=positions");
    }

    @Test
    void shouldLetAVisitorRemoveAndMoveTheCursor() {
        open(plan());
        for (int key = 1; key <= 4; key++) {
            hold(key, 0);
        }
        List<Long> seen = new ArrayList<>();
        table.forEach(row, on -> {
            seen.add(table.keyOf(on));
            table.remove(table.keyOf(on));
            table.find(4, on);
        });
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
        assertThat(table.size()).isZero();
        assertThatThrownBy(row::quantity).hasMessage("cursor is on no row: table=positions");
    }

    @Test
    void shouldTakeTheSweepsCursorOffItsRow() {
        open(plan());
        hold(1, 5);
        Position[] kept = new Position[1];
        table.sweep(swept -> {
            kept[0] = swept;
            return false;
        });
        assertThatThrownBy(() -> kept[0].quantity()).hasMessage("cursor is on no row: table=positions");
    }

    private SlotTableBuilder<Position> plan() {
        return SlotTable.of(Position::new).name("positions").capacity(10).onSweep(swept -> told.add((long) swept.instrumentId()));
    }

    private Position open(SlotTableBuilder<Position> plan) {
        table = plan.open(memory);
        row = table.newRow();
        return table.newRow();
    }

    private void hold(int key, long quantity) {
        table.put(key, row, 0);
        row.set(key);
        if (quantity != 0) {
            row.applyFill(quantity > 0 ? Side.BUY : Side.SELL, 1, Math.abs(quantity), 0);
        }
    }

    private List<Long> keys() {
        List<Long> keys = new ArrayList<>();
        table.forEach(row, on -> keys.add(table.keyOf(on)));
        return keys;
    }
}
