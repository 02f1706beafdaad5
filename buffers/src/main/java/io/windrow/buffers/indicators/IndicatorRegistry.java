package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Indicators on windows, shared by all who ask: the same indicator with the same parameters on the same window exists once. Bounded in
 * number and in bytes; where there is no room for another, the one that was asked for least recently is evicted. A handle of an
 * indicator that is gone throws an {@link IllegalStateException} that says why; it never shows another's value.
 *
 * <p>For one thread: that of the windows. A hit and {@link #onCandle} allocate nothing. Each indicator has a block of its own under the
 * tag {@link IndicatorSet#TAG}, of {@link IndicatorSet#setBytes} and 64.
 */
public final class IndicatorRegistry implements AutoCloseable {

    private final OffHeapMemory memory;
    private final int maxIndicators;
    private final long maxBytes;
    /** By window, the first of its indicators. A window without any has no entry. */
    private final Map<CandleWindow, SharedIndicator> firsts = new IdentityHashMap<>();
    private final SharedIndicator ends = SharedIndicator.ring();
    private boolean isClosed;
    private int size;
    private long usedBytes;
    private long hits;
    private long misses;
    private long evictions;
    private long failures;
    private long orphans;

    private IndicatorRegistry(OffHeapMemory memory, int maxIndicators, long maxBytes) {
        this.memory = memory;
        this.maxIndicators = maxIndicators;
        this.maxBytes = maxBytes;
    }

    /**
     * Opens a registry without indicators; it takes no bytes yet.
     *
     * @param memory        what the indicators take their bytes from.
     * @param maxIndicators most at a time; positive.
     * @param maxBytes      most bytes off the heap that all take together, what aligns their blocks included; positive.
     * @return the registry.
     * @throws IllegalArgumentException if a bound is not positive.
     */
    public static IndicatorRegistry open(OffHeapMemory memory, int maxIndicators, long maxBytes) {
        if (maxIndicators <= 0) {
            throw new IllegalArgumentException("indicators must be positive: maxIndicators=" + maxIndicators);
        }
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("bytes must be positive: maxBytes=" + maxBytes);
        }
        return new IndicatorRegistry(memory, maxIndicators, maxBytes);
    }

    /**
     * Adds a registry to a plan: the most that it will ever stand for in the ledger.
     *
     * @param plan     gets a line.
     * @param maxBytes as the registry will be opened with; positive.
     * @throws IllegalArgumentException if the bytes are not positive.
     * @throws ArithmeticException      if the plan does not fit a {@code long}.
     */
    public static void plan(MemoryPlan.Builder plan, long maxBytes) {
        plan.add(IndicatorSet.TAG, 1, maxBytes);
    }

    /**
     * The indicator on a window, which is the most recently asked for from now on. The first time, or after it has gone, it is opened and
     * takes in all candles that the window keeps.
     *
     * @param window whose closed candles it takes in.
     * @param spec   what it is.
     * @return the indicator; the same object for all who ask until it has gone.
     * @throws IllegalArgumentException if a period is longer than the window, or it alone takes more than the registry's bytes.
     * @throws IllegalStateException    if the registry is closed, or the window, whose indicators are gone from then on.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the memory's budget does not allow it. As where its own formula
     *                                  throws, those that were evicted for it stay evicted.
     */
    public Indicator get(CandleWindow window, IndicatorSpec spec) {
        requireOpen();
        requireOpen(window);
        SharedIndicator shared = find(window, spec);
        if (shared == null) {
            shared = open(window, spec);
        } else {
            hits++;
            shared.unlink();
        }
        shared.linkBelow(ends);
        return shared.indicator;
    }

    /**
     * Updates all indicators on a window, each by every candle that has closed since its last update; call it after each close. One that
     * has missed candles which the window keeps no more begins anew with those it keeps. One whose formula throws is closed, counted as
     * a failure and gone; the others go on. Of a closed window all are gone.
     *
     * @param window where a candle has closed; without effect if it has no indicators here.
     * @throws IllegalStateException if the registry is closed.
     */
    public void onCandle(CandleWindow window) {
        updateAll(window, false);
    }

    /**
     * Lets all indicators on a window begin anew with the candles it keeps: after a closed candle was revised. Else as {@link #onCandle}.
     *
     * @param window where a candle was revised; without effect if it has no indicators here.
     * @throws IllegalStateException if the registry is closed.
     */
    public void onRevision(CandleWindow window) {
        updateAll(window, true);
    }

    /**
     * How many indicators there are.
     *
     * @return 0 to the most.
     */
    public int size() {
        return size;
    }

    /**
     * What all indicators take from the budget.
     *
     * @return bytes, what aligns their blocks included.
     */
    public long usedBytes() {
        return usedBytes;
    }

    /**
     * Asked for while it was there.
     *
     * @return the count since opening.
     */
    public long hits() {
        return hits;
    }

    /**
     * Asked for and opened.
     *
     * @return the count since opening.
     */
    public long misses() {
        return misses;
    }

    /**
     * Gone to make room for another.
     *
     * @return the count since opening.
     */
    public long evictions() {
        return evictions;
    }

    /**
     * Gone because their formula threw on an update.
     *
     * @return the count since opening.
     */
    public long failures() {
        return failures;
    }

    /**
     * Gone because their window was closed.
     *
     * @return the count since opening.
     */
    public long orphans() {
        return orphans;
    }

    /** Closes all indicators. Every later {@link #get} and {@link #onCandle} is an {@link IllegalStateException}. Twice does nothing. */
    @Override
    public void close() {
        isClosed = true;
        while (size > 0) {
            remove(ends.newer, "indicator registry is closed");
        }
    }

    private void updateAll(CandleWindow window, boolean anew) {
        requireOpen();
        if (window.isClosed()) {
            dropAll(window);
            return;
        }
        SharedIndicator shared = firsts.get(window);
        while (shared != null) {
            // A failure unlinks it.
            SharedIndicator next = shared.nextOnWindow;
            update(shared, anew);
            shared = next;
        }
    }

    private void update(SharedIndicator shared, boolean anew) {
        try {
            if (anew) {
                shared.set.fill();
            } else {
                shared.update();
            }
        } catch (Throwable e) {
            failures++;
            remove(shared, "indicator has failed with " + e);
        }
    }

    private SharedIndicator find(CandleWindow window, IndicatorSpec spec) {
        SharedIndicator shared = firsts.get(window);
        while (shared != null && !shared.indicator.spec().equals(spec)) {
            shared = shared.nextOnWindow;
        }
        return shared;
    }

    private SharedIndicator open(CandleWindow window, IndicatorSpec spec) {
        IndicatorLayout layout = new IndicatorLayout(spec);
        layout.requireFits(window);
        long bytes = OffHeapMemory.footprintBytes(layout.bytes());
        if (bytes > maxBytes) {
            throw new IllegalArgumentException("indicator must fit the registry: indicator=" + spec + ", bytes=" + bytes + ", maxBytes="
                + maxBytes);
        }
        while (size == maxIndicators || usedBytes > maxBytes - bytes) {
            evictions++;
            remove(ends.newer, "indicator was evicted");
        }
        SharedIndicator shared = new SharedIndicator(window, IndicatorSet.openAndFill(memory, window, spec), bytes);
        misses++;
        size++;
        usedBytes += bytes;
        shared.nextOnWindow = firsts.put(window, shared);
        return shared;
    }

    private void remove(SharedIndicator shared, String because) {
        shared.set.close(because);
        shared.unlink();
        unlinkFromWindow(shared);
        size--;
        usedBytes -= shared.bytes;
    }

    private void unlinkFromWindow(SharedIndicator shared) {
        SharedIndicator first = firsts.get(shared.window);
        if (first != shared) {
            while (first.nextOnWindow != shared) {
                first = first.nextOnWindow;
            }
            first.nextOnWindow = shared.nextOnWindow;
        } else if (shared.nextOnWindow == null) {
            firsts.remove(shared.window);
        } else {
            firsts.put(shared.window, shared.nextOnWindow);
        }
    }

    private void requireOpen(CandleWindow window) {
        if (window.isClosed()) {
            dropAll(window);
            throw IndicatorLayout.closed(window);
        }
    }

    private void dropAll(CandleWindow window) {
        SharedIndicator shared = firsts.get(window);
        while (shared != null) {
            orphans++;
            remove(shared, "indicator has lost its window");
            shared = firsts.get(window);
        }
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("indicator registry is closed: maxIndicators=" + maxIndicators + ", maxBytes=" + maxBytes);
        }
    }
}
