package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;

/**
 * What a window of candles holds: what makes a candle, how many are kept, which of their values, and what becomes of gaps. Immutable:
 * the methods with a parameter give a changed copy. Unless changed: 200 candles of {@link CandleLayout#OHLCV}, gaps left out.
 */
public final class CandleSpec {

    private static final int DEFAULT_CAPACITY = 200;

    private final CandleKind kind;
    private final Timeframe timeframe;
    private final long size;
    private final int capacity;
    private final CandleLayout layout;
    private final GapPolicy gaps;

    private CandleSpec(CandleKind kind, Timeframe timeframe, long size, int capacity, CandleLayout layout, GapPolicy gaps) {
        this.kind = kind;
        this.timeframe = timeframe;
        this.size = size;
        this.capacity = capacity;
        this.layout = layout;
        this.gaps = gaps;
    }

    /**
     * Candles of time.
     *
     * @param timeframe what one candle covers.
     * @return the specification.
     */
    public static CandleSpec of(Timeframe timeframe) {
        return timed(CandleKind.TIME, timeframe);
    }

    /**
     * Heikin-Ashi candles of time.
     *
     * @param timeframe what one candle covers.
     * @return the specification.
     */
    public static CandleSpec heikinAshi(Timeframe timeframe) {
        return timed(CandleKind.HEIKIN_ASHI, timeframe);
    }

    /**
     * Candles of a kind that has a size.
     *
     * @param kind what the size counts.
     * @param size trades ({@code TICK}), or a mantissa at the quantity scale ({@code VOLUME}), at the quote scale ({@code VALUE}), at
     *             the price scale ({@code RANGE}, {@code RENKO}), or the trades expected in the first candle (imbalance and runs).
     * @return the specification.
     * @throws IllegalArgumentException if the kind has a time frame instead, or the size is not positive.
     */
    public static CandleSpec of(CandleKind kind, long size) {
        if (kind.hasTimeframe()) {
            throw new IllegalArgumentException("a kind with a time frame has no size: kind=" + kind + ", size=" + size);
        }
        if (size <= 0) {
            throw new IllegalArgumentException("size must be positive: kind=" + kind + ", size=" + size);
        }
        return new CandleSpec(kind, null, size, DEFAULT_CAPACITY, CandleLayout.OHLCV, GapPolicy.OMIT);
    }

    private static CandleSpec timed(CandleKind kind, Timeframe timeframe) {
        Objects.requireNonNull(timeframe, "timeframe");
        return new CandleSpec(kind, timeframe, 0, DEFAULT_CAPACITY, CandleLayout.OHLCV, GapPolicy.OMIT);
    }

    /**
     * With another number of candles.
     *
     * @param candles closed candles kept; positive.
     * @return a copy.
     */
    public CandleSpec capacity(int candles) {
        return new CandleSpec(kind, timeframe, size, candles, layout, gaps);
    }

    /**
     * With other values.
     *
     * @param values kept of each candle.
     * @return a copy.
     */
    public CandleSpec layout(CandleLayout values) {
        return new CandleSpec(kind, timeframe, size, capacity, Objects.requireNonNull(values, "layout"), gaps);
    }

    /**
     * With another policy about gaps.
     *
     * @param policy what to do about spans without a trade.
     * @return a copy.
     * @throws IllegalArgumentException if these candles are not of time and gaps are to be filled.
     */
    public CandleSpec gaps(GapPolicy policy) {
        if (policy == GapPolicy.FLAT && !kind.hasTimeframe()) {
            throw new IllegalArgumentException("only candles of time have gaps to fill: kind=" + kind + ", gaps=" + policy);
        }
        return new CandleSpec(kind, timeframe, size, capacity, layout, policy);
    }

    /**
     * What makes a candle.
     *
     * @return the kind.
     */
    public CandleKind kind() {
        return kind;
    }

    /**
     * What one candle covers.
     *
     * @return the time frame.
     * @throws IllegalStateException if the kind has none.
     */
    public Timeframe timeframe() {
        if (timeframe == null) {
            throw new IllegalStateException("these candles have no time frame: candles=" + this);
        }
        return timeframe;
    }

    /**
     * How much makes a candle, for kinds without a time frame.
     *
     * @return as given; 0 for kinds with a time frame.
     */
    public long size() {
        return size;
    }

    /**
     * Closed candles kept.
     *
     * @return rows.
     */
    public int capacity() {
        return capacity;
    }

    /**
     * Values kept of each candle.
     *
     * @return the layout.
     */
    public CandleLayout layout() {
        return layout;
    }

    /**
     * What becomes of spans without a trade.
     *
     * @return the policy.
     */
    public GapPolicy gaps() {
        return gaps;
    }

    /**
     * What one window's own rows and header take, before it is aligned with others.
     *
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     */
    public long windowBytes() {
        return shape().bytes();
    }

    /**
     * What a window opened alone takes from the budget.
     *
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     */
    public long footprintBytes() {
        return OffHeapMemory.footprintBytes(windowBytes());
    }

    /** Such as {@code 1m}, {@code heikin-ashi 1m} or {@code volume 1000}. */
    @Override
    public String toString() {
        if (kind == CandleKind.TIME) {
            return timeframe.toString();
        }
        return kind.label() + " " + (timeframe == null ? Long.toString(size) : timeframe.toString());
    }

    WindowShape shape() {
        return new WindowShape(CandleLayout.KIND, layout.columns(), capacity, true);
    }

    /** What the block's header says of the step: nanoseconds of a time frame, else the size. */
    long step() {
        return timeframe == null ? size : timeframe.stepNanos();
    }
}
