package io.windrow.pools;

import io.windrow.buffers.CandleKind;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;

/**
 * A closed candle, normalised. 64 bytes, which fill a 64-byte slot of a ring; the four values that only
 * {@link io.windrow.buffers.CandleLayout#FULL} keeps would make it 96 and stay in the window:
 *
 * <pre>
 *   0          4      8      16          24     32     40    48      56       64
 *   +----------+------+------+-----------+------+------+-----+-------+--------+
 *   |instrument| kind | step | open time | open | high | low | close | volume |
 *   +----------+------+------+-----------+------+------+-----+-------+--------+
 * </pre>
 */
public final class Candle extends Message {

    private static final MessageLayout.Builder FIELDS = MessageLayout.named("candle");
    private static final IntField INSTRUMENT = FIELDS.intField("instrumentId");
    private static final EnumField<CandleKind> KIND = FIELDS.enumField("kind", CandleKind.class);
    private static final LongField STEP = FIELDS.longField("step");
    private static final LongField OPEN_TIME = FIELDS.longField("openTimeNanos");
    private static final LongField OPEN = FIELDS.longField("openPrice");
    private static final LongField HIGH = FIELDS.longField("highPrice");
    private static final LongField LOW = FIELDS.longField("lowPrice");
    private static final LongField CLOSE = FIELDS.longField("closePrice");
    private static final LongField VOLUME = FIELDS.longField("volume");

    /** Where the fields lie. */
    public static final MessageLayout LAYOUT = FIELDS.build();

    /** A message outside any pool. */
    public Candle() {
        super(LAYOUT);
    }

    /**
     * Fills the candle.
     *
     * @param instrumentId  what was traded.
     * @param kind          what closed it.
     * @param step          as {@link #step()} says.
     * @param openTimeNanos when it opened, nanoseconds since the epoch.
     * @param open          first price, mantissa at the instrument's price scale, as are the next three.
     * @param high          highest price.
     * @param low           lowest price.
     * @param close         last price.
     * @param volume        quantity traded, mantissa at the instrument's quantity scale.
     * @throws IllegalStateException if the message is not out, or its memory is closed.
     * @throws NullPointerException  if there is no kind; the message is unchanged then.
     */
    public void set(int instrumentId, CandleKind kind, long step, long openTimeNanos, long open, long high, long low, long close,
        long volume) {
        put(KIND, kind);
        put(INSTRUMENT, instrumentId);
        put(STEP, step);
        put(OPEN_TIME, openTimeNanos);
        put(OPEN, open);
        put(HIGH, high);
        put(LOW, low);
        put(CLOSE, close);
        put(VOLUME, volume);
    }

    /**
     * Fills the candle with a closed one of a window. For the window's writing thread.
     *
     * @param window holds it.
     * @param ago    0 for the newest closed candle.
     * @throws IndexOutOfBoundsException if no such candle is kept; the message is unchanged then.
     * @throws IllegalStateException     if the message is not out, its memory is closed, or the window.
     */
    public void set(CandleWindow window, int ago) {
        CandleSpec spec = window.spec();
        long step = spec.kind().hasTimeframe() ? spec.timeframe().stepNanos() : spec.size();
        set(window.instrument().id(), spec.kind(), step, window.openTimeNanos(ago), window.open(ago), window.high(ago),
            window.low(ago), window.close(ago), window.volume(ago));
    }

    /**
     * What was traded.
     *
     * @return the instrument's id.
     */
    public int instrumentId() {
        return get(INSTRUMENT);
    }

    /**
     * What closed it.
     *
     * @return the kind.
     */
    public CandleKind kind() {
        return get(KIND);
    }

    /**
     * How long or how large it was to be.
     *
     * @return nanoseconds, as {@link io.windrow.buffers.Timeframe#stepNanos()}, where the kind has a time frame; else the size, as
     *         {@link CandleSpec#size()}.
     */
    public long step() {
        return get(STEP);
    }

    /**
     * When it opened.
     *
     * @return nanoseconds since the epoch.
     */
    public long openTimeNanos() {
        return get(OPEN_TIME);
    }

    /**
     * First price. (The names end in Price, as {@link #close()} gives the message back.)
     *
     * @return mantissa at the instrument's price scale.
     */
    public long openPrice() {
        return get(OPEN);
    }

    /**
     * Highest price.
     *
     * @return mantissa at the instrument's price scale.
     */
    public long highPrice() {
        return get(HIGH);
    }

    /**
     * Lowest price.
     *
     * @return mantissa at the instrument's price scale.
     */
    public long lowPrice() {
        return get(LOW);
    }

    /**
     * Last price.
     *
     * @return mantissa at the instrument's price scale.
     */
    public long closePrice() {
        return get(CLOSE);
    }

    /**
     * Quantity traded.
     *
     * @return mantissa at the instrument's quantity scale.
     */
    public long volume() {
        return get(VOLUME);
    }
}
