package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.MemorySlab;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.function.IntFunction;

/**
 * The same indicators on each of many windows, side by side in as few blocks of memory as hold them. Immutable; each set is for the
 * thread of its window.
 */
public final class IndicatorGroup implements AutoCloseable {

    private final MemorySlab slab;
    private final IndicatorSet[] sets;

    private IndicatorGroup(IndicatorLayout layout, MemorySlab slab, CandleWindow[] windows) {
        this.slab = slab;
        sets = new IndicatorSet[windows.length];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = new IndicatorSet(layout, slab.block(i), slab.base(i), windows[i], false);
        }
    }

    /**
     * Opens a set on each window. Its first candle is the next that closes; {@link IndicatorSet#fill} takes in those that are kept.
     *
     * @param memory  what they take their bytes from, under the tag {@link IndicatorSet#TAG}.
     * @param count   how many windows; not negative.
     * @param windows the window of each number from 0 on, such as {@code group::get}.
     * @param specs   what each set holds, at least one, all different.
     * @return the sets; nothing was taken in yet.
     * @throws IllegalArgumentException if there is none, two are the same, or a period is longer than a window.
     * @throws IllegalStateException    if a window is closed.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static IndicatorGroup open(OffHeapMemory memory, int count, IntFunction<CandleWindow> windows, IndicatorSpec... specs) {
        IndicatorLayout layout = new IndicatorLayout(specs);
        CandleWindow[] each = new CandleWindow[count];
        for (int i = 0; i < count; i++) {
            each[i] = windows.apply(i);
            layout.requireFits(each[i]);
        }
        return new IndicatorGroup(layout, MemorySlab.open(memory, IndicatorSet.TAG, layout.bytes(), count), each);
    }

    /**
     * What a group takes from the budget.
     *
     * @param windows how many.
     * @param specs   what each set holds, at least one, all different.
     * @return bytes: {@link IndicatorSet#setBytes} for each rounded up to 64, and 64 for each block of at most a gibibyte.
     * @throws IllegalArgumentException if there is none, or two are the same.
     */
    public static long footprintBytes(int windows, IndicatorSpec... specs) {
        return MemorySlab.footprintBytes(IndicatorSet.setBytes(specs), windows);
    }

    /**
     * Adds groups to a plan, as they will stand in the ledger.
     *
     * @param plan    gets a line.
     * @param windows how many in each group.
     * @param groups  how many groups.
     * @param specs   what each set holds, at least one, all different.
     * @throws IllegalArgumentException if there is none, or two are the same.
     * @throws ArithmeticException      if the plan does not fit a {@code long}.
     */
    public static void plan(MemoryPlan.Builder plan, int windows, int groups, IndicatorSpec... specs) {
        MemorySlab.plan(plan, IndicatorSet.TAG, IndicatorSet.setBytes(specs), windows, groups);
    }

    /**
     * The set of a window.
     *
     * @param index number of the window.
     * @return its set. Closed alone, it leaves the others open and its bytes with the group.
     * @throws IndexOutOfBoundsException if there is no such window.
     */
    public IndicatorSet get(int index) {
        return sets[index];
    }

    /**
     * How many sets there are.
     *
     * @return the count.
     */
    public int size() {
        return sets.length;
    }

    /** Gives the bytes of all sets back; each of them is closed then. Closing twice does nothing. */
    @Override
    public void close() {
        slab.close();
        for (IndicatorSet set : sets) {
            set.abandon();
        }
    }
}
