package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Live indicators that take in the same candles, all they remember in one block off the heap: of a window, or of candles from anywhere.
 *
 * <p>For one thread: that of the window. After opening nothing is allocated. The block takes {@link #setBytes} and 64.
 */
public final class IndicatorSet implements AutoCloseable {

    /** The owner of all indicators' bytes, as the ledger shows it. */
    public static final String TAG = "indicators";

    private final IndicatorLayout layout;
    private final int base;
    /** Whether nothing else lies in the block, so that it is closed with the set. */
    private final boolean isAlone;
    /** Null for candles from anywhere. */
    private final CandleCursor cursor;
    private final Indicator[] indicators;
    private final IndicatorState current;
    private final Formulas formulas;
    private final IndicatorState scratch;
    private MemoryBlock block;
    private String closedBecause = "indicators are closed";

    IndicatorSet(IndicatorLayout layout, MemoryBlock block, int base, CandleWindow window, boolean isAlone) {
        this.layout = layout;
        this.block = block;
        this.base = base;
        this.isAlone = isAlone;
        cursor = window == null ? null : new CandleCursor(window);
        indicators = new Indicator[layout.specs.length];
        for (int i = 0; i < indicators.length; i++) {
            IndicatorSpec spec = layout.specs[i];
            indicators[i] = new Indicator(spec, new IndicatorState(block, base + layout.at[i], spec.stateLongs()), this);
        }
        current = new IndicatorState(block, base, layout.longs);
        formulas = new Formulas(layout.specs, indicators, current);
        scratch = new IndicatorState(block, base + layout.longs, layout.scratchLongs);
        block.putLongAt(base + IndicatorLayout.HEAD, layout.head());
        block.putLongAt(base + IndicatorLayout.LENGTH, layout.longs);
        reset();
    }

    /**
     * Opens a set for candles from anywhere: {@link #update(CandleInput)}.
     *
     * @param memory where its block comes from, under the tag {@link #TAG}.
     * @param specs  what it holds, at least one, all different.
     * @return the set; nothing was taken in yet.
     * @throws IllegalArgumentException if there is none, or two are the same.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it.
     */
    public static IndicatorSet open(OffHeapMemory memory, IndicatorSpec... specs) {
        return open(memory, null, new IndicatorLayout(specs));
    }

    /**
     * Opens a set on a window. Its first candle is the next that closes.
     *
     * @param memory where its block comes from, under the tag {@link #TAG}.
     * @param window whose closed candles it takes in.
     * @param specs  what it holds, at least one, all different.
     * @return the set; nothing was taken in yet.
     * @throws IllegalArgumentException if there is none, two are the same, or a period is longer than the window.
     * @throws IllegalStateException    if the window is closed.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it.
     */
    public static IndicatorSet open(OffHeapMemory memory, CandleWindow window, IndicatorSpec... specs) {
        return open(memory, window, new IndicatorLayout(specs).requireFits(window));
    }

    /**
     * Opens a set on a window and takes in all candles that it keeps.
     *
     * @param memory where its block comes from, under the tag {@link #TAG}.
     * @param window whose closed candles it takes in.
     * @param specs  what it holds, at least one, all different.
     * @return the set.
     * @throws IllegalArgumentException if there is none, two are the same, or a period is longer than the window.
     * @throws IllegalStateException    if the window is closed.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it.
     */
    public static IndicatorSet openAndFill(OffHeapMemory memory, CandleWindow window, IndicatorSpec... specs) {
        IndicatorSet set = open(memory, window, specs);
        try {
            set.fill();
            return set;
        } catch (RuntimeException e) {
            set.close();
            throw e;
        }
    }

    private static IndicatorSet open(OffHeapMemory memory, CandleWindow window, IndicatorLayout layout) {
        return new IndicatorSet(layout, memory.allocate(TAG, layout.bytes()), 0, window, true);
    }

    /**
     * What a set takes, what aligns its block left out.
     *
     * @param specs what it holds, at least one, all different.
     * @return bytes: a header of 64, the states, and as much again as the largest of them.
     * @throws IllegalArgumentException if there is none, or two are the same.
     */
    public static long setBytes(IndicatorSpec... specs) {
        return new IndicatorLayout(specs).bytes();
    }

    /**
     * Adds sets to a plan, as they will stand in the ledger.
     *
     * @param plan  gets a line.
     * @param sets  how many sets; not negative.
     * @param specs what each holds, at least one, all different.
     * @throws IllegalArgumentException if there is none, two are the same, or the number is negative.
     * @throws ArithmeticException      if the plan does not fit a {@code long}.
     */
    public static void plan(MemoryPlan.Builder plan, int sets, IndicatorSpec... specs) {
        plan.add(TAG, sets, OffHeapMemory.footprintBytes(setBytes(specs)));
    }

    /**
     * A set that has taken in the same candles and takes in the same next one, independent of this.
     *
     * @param memory where its block comes from, under the tag {@link #TAG}.
     * @return the copy; on the same window, if this is on one.
     * @throws IllegalStateException if the set is closed.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it.
     */
    public IndicatorSet copy(OffHeapMemory memory) {
        requireOpen();
        IndicatorSet copy = open(memory, cursor == null ? null : cursor.window, layout);
        copy.block.copyFrom(0, block, base * Long.BYTES, stateBytes());
        if (cursor != null) {
            copy.cursor.to(cursor);
        }
        return copy;
    }

    /**
     * What {@link #writeTo} writes.
     *
     * @return bytes: a header of 64 and the states.
     */
    public int stateBytes() {
        return layout.longs * Long.BYTES;
    }

    /**
     * Writes all that the set remembers, bit for bit, as little-endian {@code long}s whatever the buffer's order.
     *
     * @param out receives {@link #stateBytes()}; its position moves on.
     * @throws IllegalArgumentException if it has less room; nothing is written then.
     * @throws java.nio.ReadOnlyBufferException if it is read-only.
     * @throws IllegalStateException if the set is closed.
     */
    public void writeTo(ByteBuffer out) {
        requireOpen();
        layout.write(block, base, out);
    }

    /**
     * Becomes what a set of the same indicators has written. The checksum finds what was damaged, not what was forged.
     *
     * <p>On a window it goes on with the first kept candle that opened later than the last one written; with the oldest if none was
     * taken in. Of candles that the window has lost since, it cannot know: those it keeps follow as if there had been none between;
     * {@link #fill} begins anew. Where candles without a time frame share an open time, the rest of them are passed over.
     *
     * @param in begins with what was written; its position moves on behind it.
     * @throws IllegalArgumentException if it is cut short, damaged, of another version or of other indicators; nothing has changed then.
     * @throws IllegalStateException    if the set is closed, or its window is.
     */
    public void readFrom(ByteBuffer in) {
        requireOpen();
        CandleCursor candles = cursor == null ? null : cursor.requireOpen();
        layout.read(block, base, in);
        if (candles != null) {
            candles.toFirstAfter(block.getLongAt(base + IndicatorLayout.LAST_OPEN_TIME));
        }
    }

    /**
     * How many indicators it holds.
     *
     * @return the count.
     */
    public int size() {
        return indicators.length;
    }

    /**
     * An indicator by its place.
     *
     * @param index from 0, as they were given.
     * @return the indicator.
     * @throws IndexOutOfBoundsException if there is none.
     */
    public Indicator get(int index) {
        return indicators[index];
    }

    /**
     * An indicator by what it is.
     *
     * @param spec as it was given.
     * @return the indicator.
     * @throws IllegalArgumentException if the set does not hold it.
     */
    public Indicator get(IndicatorSpec spec) {
        for (Indicator indicator : indicators) {
            if (indicator.spec().equals(spec)) {
                return indicator;
            }
        }
        throw new IllegalArgumentException("the set does not hold this indicator: indicator=" + spec);
    }

    /**
     * Takes in every closed candle of the window that it has not taken in: the newest, where it is called after each close.
     *
     * @throws IllegalStateException if the set has no window, one of the two is closed, or the window has lost a candle that was not
     *                               taken in; {@link #fill} begins anew then. Nothing has changed.
     */
    public void update() {
        catchUp(Formulas.THROWN_ON);
    }

    /**
     * As {@link #update()}, but what a formula throws goes to a listener.
     *
     * @param faults is told of it.
     * @throws IllegalStateException as {@link #update()}.
     */
    public void update(IndicatorFaultListener faults) {
        catchUp(Objects.requireNonNull(faults, "faults"));
    }

    private void catchUp(IndicatorFaultListener faults) {
        CandleCursor candles = requireCursor();
        long newest = candles.requireKept();
        // One at a time is the usual case, and apart: for a loop the compiler would first work out all that stays the same in it.
        if (candles.isNext(newest)) {
            take(candles.next(newest), faults);
        } else {
            takeAll(candles, newest, faults);
        }
    }

    private void takeAll(CandleCursor candles, long newest, IndicatorFaultListener faults) {
        while (candles.hasNext(newest)) {
            take(candles.next(newest), faults);
        }
    }

    /** Whether the window has lost candles that were not taken in. */
    boolean isBehind() {
        return requireCursor().isBehind();
    }

    /**
     * Takes in a candle from anywhere.
     *
     * @param candle the candle.
     * @throws IllegalStateException if the set has a window, or is closed.
     */
    public void update(CandleInput candle) {
        requireOpen();
        if (cursor != null) {
            throw new IllegalStateException("the set takes in the candles of its window: " + cursor);
        }
        take(candle, Formulas.THROWN_ON);
    }

    /**
     * Forgets all and takes in all candles that the window keeps: after a candle was revised, or some were missed.
     *
     * @throws IllegalStateException if the set has no window, or one of the two is closed.
     */
    public void fill() {
        requireCursor();
        reset();
        cursor.toOldest();
        update();
    }

    /**
     * Forgets all candles. The next is the first.
     *
     * @throws IllegalStateException if the set is closed.
     */
    public void reset() {
        requireOpen();
        block.putLongAt(base + IndicatorLayout.LAST_OPEN_TIME, Long.MIN_VALUE);
        block.putLongAt(base + IndicatorLayout.SAMPLES, 0);
        for (Indicator indicator : indicators) {
            indicator.reset();
        }
        if (cursor != null) {
            cursor.toEnd();
        }
    }

    /**
     * Whether it can be used no more.
     *
     * @return true after {@link #close()}.
     */
    public boolean isClosed() {
        return block.isClosed();
    }

    /**
     * Gives the block back; where the set is one of a group, its bytes stay with the group. Every later use of the set or its indicators
     * but this is an {@link IllegalStateException}.
     */
    @Override
    public void close() {
        if (isAlone) {
            block.close();
        } else {
            block = MemoryBlock.none();
        }
        abandon();
    }

    /** So that who holds the set, or an indicator of it, does not hold the memory of its closed block. */
    void abandon() {
        scratch.abandon();
        current.abandon();
        for (Indicator indicator : indicators) {
            indicator.state().abandon();
        }
    }

    /** Closes it for a reason that every later use says. */
    void close(String because) {
        closedBecause = because;
        close();
    }

    long samples(Indicator indicator) {
        if (block.isClosed()) {
            throw closed("indicator=" + indicator);
        }
        return block.getLongAt(base + IndicatorLayout.SAMPLES);
    }

    CandleInput forming() {
        return requireCursor().forming();
    }

    double peek(Indicator indicator, CandleInput candle, int output) {
        requireOpen();
        scratch.copyFrom(indicator.state());
        scratch.setSamples(samples(indicator));
        indicator.spec().update(scratch, candle);
        return indicator.spec().value(scratch, output);
    }

    private void take(CandleInput candle, IndicatorFaultListener faults) {
        block.putLongAt(base + IndicatorLayout.LAST_OPEN_TIME, candle.openTimeNanos());
        long samples = block.getLongAt(base + IndicatorLayout.SAMPLES);
        block.putLongAt(base + IndicatorLayout.SAMPLES, samples + 1);
        formulas.take(samples, candle, faults);
    }

    private CandleCursor requireCursor() {
        requireOpen();
        if (cursor == null) {
            throw new IllegalStateException("the set must have been opened on a window");
        }
        return cursor.requireOpen();
    }

    private void requireOpen() {
        if (block.isClosed()) {
            throw closed("indicators=" + layout);
        }
    }

    /** What an access that failed says, if it failed because the set is closed. */
    IllegalStateException explain(Indicator indicator, IllegalStateException failure) {
        return block.isClosed() ? closed("indicator=" + indicator) : failure;
    }

    private IllegalStateException closed(String what) {
        return new IllegalStateException(closedBecause + ": " + what + (cursor == null ? "" : ", " + cursor));
    }
}
