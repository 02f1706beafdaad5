package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.MemorySlab;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.function.IntFunction;

/**
 * One window of a kind for every instrument of a registry, side by side in as few blocks of memory as hold them: thousands of windows
 * open in milliseconds and cost their own bytes, and about a hundred on the heap each. Windows are found by the instrument's id.
 * Immutable; a window's own thread contract holds for each.
 *
 * @param <W> the kind of window.
 */
public final class WindowGroup<W extends Window<?>> implements AutoCloseable {

    private final MemorySlab slab;
    private final Object[] windows;

    private WindowGroup(MemorySlab slab, int count, IntFunction<W> factory) {
        this.slab = slab;
        windows = new Object[count];
        for (int id = 0; id < count; id++) {
            windows[id] = factory.apply(id);
        }
    }

    /**
     * Opens trade windows.
     *
     * @param memory      what they take their bytes from.
     * @param instruments all registered so far get a window.
     * @param capacity    trades kept in each; positive.
     * @return the windows.
     * @throws IllegalArgumentException if the capacity is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static WindowGroup<TradeWindow> ofTrades(OffHeapMemory memory, InstrumentRegistry instruments, int capacity) {
        WindowShape shape = TradeLayout.shape(capacity);
        MemorySlab slab = MemorySlab.open(memory, TradeWindow.TAG, shape.bytes(), instruments.size());
        return new WindowGroup<>(slab, instruments.size(), id -> new TradeWindow(WindowPlace.in(slab, id), shape, instruments.get(id)));
    }

    /**
     * Opens quote windows.
     *
     * @param memory      what they take their bytes from.
     * @param instruments all registered so far get a window.
     * @param capacity    quotes kept in each; positive.
     * @return the windows.
     * @throws IllegalArgumentException if the capacity is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static WindowGroup<QuoteWindow> ofQuotes(OffHeapMemory memory, InstrumentRegistry instruments, int capacity) {
        WindowShape shape = QuoteLayout.shape(capacity);
        MemorySlab slab = MemorySlab.open(memory, QuoteWindow.TAG, shape.bytes(), instruments.size());
        return new WindowGroup<>(slab, instruments.size(), id -> new QuoteWindow(WindowPlace.in(slab, id), shape, instruments.get(id)));
    }

    /**
     * Opens candle windows of one specification.
     *
     * @param memory      what they take their bytes from.
     * @param instruments all registered so far get a window.
     * @param spec        what each holds.
     * @param frame       position of this specification among those of an instrument, from 0.
     * @param frames      how many specifications an instrument has; the windows' {@link CandleWindow#index()} is id × frames + frame.
     * @return the windows.
     * @throws IllegalArgumentException if the capacity is out of range.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it; nothing is taken then.
     */
    public static WindowGroup<CandleWindow> ofCandles(
        OffHeapMemory memory, InstrumentRegistry instruments, CandleSpec spec, int frame, int frames) {
        WindowShape shape = spec.shape();
        MemorySlab slab = MemorySlab.open(memory, CandleWindow.TAG, shape.bytes(), instruments.size());
        return new WindowGroup<>(slab, instruments.size(),
            id -> new CandleWindow(WindowPlace.in(slab, id), shape, instruments.get(id), spec, id * frames + frame));
    }

    /**
     * What a group takes from the budget.
     *
     * @param windowBytes of one window, such as {@link CandleSpec#windowBytes()} or {@link TradeWindow#windowBytes}.
     * @param windows     how many.
     * @return bytes: those of each window rounded up to 64, and 64 for each block of at most a gibibyte.
     */
    public static long footprintBytes(long windowBytes, int windows) {
        return MemorySlab.footprintBytes(windowBytes, windows);
    }

    /**
     * Adds groups to a plan, as they will stand in the ledger.
     *
     * @param plan        gets a line.
     * @param tag         the owner, such as {@link CandleWindow#TAG}.
     * @param windowBytes of one window, such as {@link CandleSpec#windowBytes()} or {@link TradeWindow#windowBytes}.
     * @param windows     how many in each group.
     * @param groups      how many groups.
     * @throws ArithmeticException if the plan does not fit a {@code long}.
     */
    public static void plan(MemoryPlan.Builder plan, String tag, long windowBytes, int windows, int groups) {
        MemorySlab.plan(plan, tag, windowBytes, windows, groups);
    }

    /**
     * The window of an instrument.
     *
     * @param instrumentId the instrument.
     * @return its window.
     * @throws IndexOutOfBoundsException if there is no such instrument.
     */
    @SuppressWarnings("unchecked")
    public W get(int instrumentId) {
        return (W) windows[instrumentId];
    }

    /**
     * How many windows there are.
     *
     * @return the count.
     */
    public int size() {
        return windows.length;
    }

    /** Gives the bytes of all windows back; each of them is closed then. */
    @Override
    public void close() {
        slab.close();
    }
}
