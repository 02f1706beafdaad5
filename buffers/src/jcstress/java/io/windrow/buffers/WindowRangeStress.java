package io.windrow.buffers;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The writer appends two candles to a full window of two while a reader asks for both as a range (0), then for the range one candle on
 * (1). -1 is evicted, -2 not yet written, -3 a mix of rows.
 */
@JCStressTest
@Outcome(id = "0, -2", expect = ACCEPTABLE, desc = "both reads before the first candle was complete")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the first candle came between the reads")
@Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "both candles came between the reads")
@Outcome(id = "-1, -2", expect = ACCEPTABLE, desc = "the first candle was begun and not complete")
@Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the first candle had come")
@Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "the second candle had been begun")
@Outcome(expect = FORBIDDEN, desc = "a mix of rows, other rows than those asked for, or a wrong answer")
@State
public class WindowRangeStress {

    private static final Instrument INSTRUMENT = new Instrument(0, "STRESS", 0, 0);
    private static final OffHeapMemory MEMORY = OffHeapMemory.withBudget(1L << 40);
    private static final ConcurrentLinkedQueue<CandleWindow> FREE = new ConcurrentLinkedQueue<>();
    private static final List<CandleField> FIELDS = List.of(CandleField.VOLUME, CandleField.OPEN_TIME, CandleField.CLOSE);

    private final CandleWindow window;
    private final RangeSnapshot<CandleField> range = new RangeSnapshot<>(2, FIELDS);
    private final long oldest;

    /** Called by the harness. */
    public WindowRangeStress() {
        CandleWindow free = FREE.poll();
        if (free == null) {
            free = CandleWindow.open(MEMORY, INSTRUMENT, CandleSpec.of(Timeframe.seconds(1)).capacity(2));
            append(free);
            append(free);
        }
        window = free;
        oldest = free.oldestSequence();
    }

    private static void append(CandleWindow to) {
        long number = to.newestSequence() + 1;
        to.append(number, number, number, number, number, number);
    }

    /** The writer. */
    @Actor
    public void write() {
        append(window);
        append(window);
    }

    /** The reader. */
    @Actor
    public void read(II_Result result) {
        result.r1 = outcome(oldest);
        int second = outcome(oldest + 1);
        result.r2 = second == 0 ? 1 : second;
    }

    private int outcome(long first) {
        return switch (window.readRange(first, 2, range)) {
            case OK -> isWhole(first) ? 0 : -3;
            case EVICTED -> -1;
            case NOT_YET_WRITTEN -> -2;
            case REVISED -> -5;
        };
    }

    private boolean isWhole(long first) {
        for (CandleField field : FIELDS) {
            if (range.value(field, 0) != first || range.value(field, 1) != first + 1) {
                return false;
            }
        }
        return true;
    }

    /** The window serves another state. */
    @Arbiter
    public void giveBack() {
        FREE.add(window);
    }
}
