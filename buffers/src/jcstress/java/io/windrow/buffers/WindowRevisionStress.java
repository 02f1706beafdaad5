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
 * The writer changes every value of two closed candles while a reader copies one of them, then both as a range: all as before (0), all
 * changed (1), told of the change (-5). -3 is a mix.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "both reads before the change")
@Outcome(id = "0, -5", expect = ACCEPTABLE, desc = "the second read met the change")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the change came between the reads")
@Outcome(id = "-5, -5", expect = ACCEPTABLE, desc = "both reads met the change")
@Outcome(id = "-5, 1", expect = ACCEPTABLE, desc = "the first read met the change")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "both reads after the change")
@Outcome(expect = FORBIDDEN, desc = "half a change, or a change undone")
@State
public class WindowRevisionStress {

    private static final Instrument INSTRUMENT = new Instrument(0, "STRESS", 0, 0);
    private static final OffHeapMemory MEMORY = OffHeapMemory.withBudget(1L << 40);
    private static final ConcurrentLinkedQueue<CandleWindow> FREE = new ConcurrentLinkedQueue<>();
    private static final List<CandleField> FIELDS = List.of(CandleField.VOLUME, CandleField.OPEN_TIME, CandleField.CLOSE);

    private final CandleWindow window;
    private final CandleSnapshot candle = new CandleSnapshot();
    private final RangeSnapshot<CandleField> range = new RangeSnapshot<>(2, FIELDS);
    private final long before;

    /** Called by the harness. */
    public WindowRevisionStress() {
        CandleWindow free = FREE.poll();
        if (free == null) {
            free = CandleWindow.open(MEMORY, INSTRUMENT, CandleSpec.of(Timeframe.seconds(1)).capacity(2));
            free.append(0, 1, 1, 1, 1, 1);
            free.append(1, 1, 1, 1, 1, 1);
            changeTo(free, 1);
        }
        window = free;
        before = free.close(0);
    }

    private static void changeTo(CandleWindow window, long value) {
        window.beginRevision();
        for (int ago = 0; ago < 2; ago++) {
            for (int column = 0; column < CandleLayout.OHLCV.columns(); column++) {
                window.revise(column, ago, value);
            }
        }
        window.endRevision();
    }

    /** The writer. */
    @Actor
    public void write() {
        changeTo(window, before + 1);
    }

    /** The reader. */
    @Actor
    public void read(II_Result result) {
        result.r1 = window.read(0, candle) == ReadStatus.OK ? ofCandle() : -5;
        result.r2 = window.readRange(0, 2, range) == ReadStatus.OK ? ofRange() : -5;
    }

    private int ofCandle() {
        long value = candle.openTimeNanos();
        boolean same = candle.open() == value && candle.high() == value && candle.low() == value && candle.close() == value
            && candle.volume() == value;
        return same ? (int) (value - before) : -3;
    }

    private int ofRange() {
        long value = range.value(CandleField.CLOSE, 0);
        for (CandleField field : FIELDS) {
            if (range.value(field, 0) != value || range.value(field, 1) != value) {
                return -3;
            }
        }
        return (int) (value - before);
    }

    /** The window serves another state. */
    @Arbiter
    public void giveBack() {
        FREE.add(window);
    }
}
