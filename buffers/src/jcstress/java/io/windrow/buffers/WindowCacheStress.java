package io.windrow.buffers;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two instruments share one place. The writer hands it to the other one, which appends, and back to the first, which appends too, while
 * a reader of the first asks for its newest row (0), then ahead for a number that the other's row gets. -1 is evicted, -2 not yet
 * written, -4 closed; a row of the other instrument is 100.
 */
@JCStressTest
@Outcome(id = {"0, -2", "0, -1", "0, -4"}, expect = ACCEPTABLE, desc = "the first read before the place was handed on")
@Outcome(id = {"-1, -2", "-1, -1", "-1, -4"}, expect = ACCEPTABLE, desc = "the first read while or after it was handed on")
@Outcome(id = {"-4, -1", "-4, -4"}, expect = ACCEPTABLE, desc = "the first read while the other had the place")
@Outcome(expect = FORBIDDEN, desc = "another instrument's row, a mix of rows, or a wrong answer")
@State
public class WindowCacheStress {

    private static final OffHeapMemory MEMORY = OffHeapMemory.withBudget(1L << 40);
    private static final InstrumentRegistry INSTRUMENTS = new InstrumentRegistry(2);
    private static final ConcurrentLinkedQueue<WindowCache<TradeWindow>> FREE = new ConcurrentLinkedQueue<>();
    private static final int CAPACITY = 2;

    static {
        INSTRUMENTS.register("FIRST", 0, 0);
        INSTRUMENTS.register("OTHER", 0, 0);
    }

    private final WindowCache<TradeWindow> cache;
    private final TradeWindow window;
    private final TradeSnapshot row = new TradeSnapshot();
    private final long newest;

    /** Called by the harness. */
    public WindowCacheStress() {
        WindowCache<TradeWindow> free = FREE.poll();
        if (free == null) {
            free = WindowCache.ofTrades(MEMORY, INSTRUMENTS, CAPACITY, 1);
            append(free, 0);
        }
        cache = free;
        window = free.get(0);
        newest = window.newestSequence();
    }

    private static void append(WindowCache<TradeWindow> cache, int instrumentId) {
        TradeWindow to = cache.get(instrumentId);
        long sequence = to.newestSequence() + 1;
        to.append(sequence, instrumentId, sequence, sequence, 0);
    }

    /** The writer. */
    @Actor
    public void handOnAndBack() {
        append(cache, 1);
        append(cache, 0);
    }

    /** The reader. */
    @Actor
    public void read(II_Result result) {
        result.r1 = outcome(newest);
        result.r2 = outcome(newest + 1 + CAPACITY);
    }

    private int outcome(long sequence) {
        try {
            return switch (window.read(sequence, row)) {
                case OK -> ofRow(sequence);
                case EVICTED -> -1;
                case NOT_YET_WRITTEN -> -2;
                case REVISED -> -5;
            };
        } catch (IllegalStateException e) {
            return -4;
        }
    }

    private int ofRow(long sequence) {
        boolean whole = row.timeNanos() == sequence && row.quantity() == sequence && row.tradeId() == sequence;
        return whole ? (int) row.price() * 100 : -3;
    }

    /** The cache serves another state. */
    @Arbiter
    public void giveBack() {
        FREE.add(cache);
    }
}
