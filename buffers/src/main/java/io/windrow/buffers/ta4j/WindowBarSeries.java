package io.windrow.buffers.ta4j;

import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeries;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * The closed candles of a window as a ta4j {@link BarSeries}. Nothing is copied: the series moves on as the window does, and a
 * {@link Bar} of it reads the window. Read only: candles come into the window, not into the series.
 *
 * <p>Indices. 0 is the oldest candle kept when the series was made, and each candle keeps its index, as in a {@link BaseBarSeries} with
 * a maximum bar count of the window's capacity to which the window's candles are added: {@link #getRemovedBarsCount()} counts the candles
 * evicted since, {@link #getBeginIndex()} is the oldest kept. ta4j's cached indicators work on that. In a window of a cache that has given
 * its place up and taken one again, indices go on further up. The candle that is forming is not shown.
 *
 * <p>Numbers are of the type of the {@link Num} given: {@link DoubleNum} gets the nearest double, every other type the exact decimal as a
 * {@link BigDecimal}. {@code DecimalNum} is exact then, also where no double is.
 *
 * <p>Threads. For the thread that writes the window, as its reads by index are.
 *
 * <p>Memory. Counts and indices allocate nothing, {@link #getBar} a bar of 24 bytes. Each value of a bar is a new object: a
 * {@code DoubleNum} is at most 48 bytes, half of it the {@code Double} that it is made of; a {@code DecimalNum} and a time are below 512,
 * depending on what the compiler sees through (344, and 184 to 272, measured on JDK 17).
 */
public final class WindowBarSeries implements BarSeries {

    private static final long serialVersionUID = 1L;
    private static final String READ_ONLY = "a window's series is read only, candles come into the window: series=";

    /** What ta4j shows. */
    private final String name;
    /** Not serializable, so the series cannot be written either. */
    @SuppressWarnings("serial")
    private final CandleWindow window;
    /** Makes the numbers. */
    private final Num num;
    /** Sequence of the candle with index 0. */
    private final long origin;

    /**
     * Shows a window with numbers of {@link DoubleNum}, under the name of its instrument and candles, such as {@code BTCUSDT 1m}.
     *
     * @param window what to show.
     * @throws IllegalStateException if it is closed.
     */
    public WindowBarSeries(CandleWindow window) {
        this(window.instrument().symbol() + " " + window.spec(), window, DoubleNum.ZERO);
    }

    /**
     * Shows a window.
     *
     * @param name   of the series.
     * @param window what to show.
     * @param num    any number of the type to use, such as {@code DecimalNum.ZERO}.
     * @throws IllegalStateException if the window is closed.
     */
    public WindowBarSeries(String name, CandleWindow window, Num num) {
        this(name, window, num, window.oldestSequence());
    }

    WindowBarSeries(String name, CandleWindow window, Num num, long origin) {
        this.name = Objects.requireNonNull(name, "name");
        this.window = window;
        this.num = Objects.requireNonNull(num, "num");
        this.origin = origin;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Num num() {
        return num;
    }

    /**
     * The bar of an index: a view of its candle, which can be used while the window keeps it. As {@link BaseBarSeries} does, an index below
     * {@link #getBeginIndex()} gives the oldest bar kept: ta4j's recursive indicators rely on it.
     *
     * @param i the index.
     * @return the bar.
     * @throws IndexOutOfBoundsException if the index is negative or beyond {@link #getEndIndex()}, or no candle is kept.
     * @throws IllegalStateException     if the window is closed, or the newest index does not fit an {@code int}.
     */
    @Override
    public Bar getBar(int i) {
        int begin = getRemovedBarsCount();
        int count = getBarCount();
        if (i < 0 || i >= begin + count || count == 0) {
            throw noSuchBar(i);
        }
        return new WindowBar(this, origin + Math.max(begin, i));
    }

    /**
     * How many bars there are.
     *
     * @return the candles kept, 0 to the window's capacity.
     * @throws IllegalStateException if the window is closed.
     */
    @Override
    public int getBarCount() {
        return window.size();
    }

    /**
     * The bars as a list that reads the window and moves on with it: position 0 is always the oldest candle kept.
     *
     * @return a list that cannot be changed.
     */
    @Override
    public List<Bar> getBarData() {
        return new WindowBars(this);
    }

    /**
     * Index of the oldest bar.
     *
     * @return the index, -1 without bars.
     * @throws IllegalStateException if the window is closed, or the newest index does not fit an {@code int}.
     */
    @Override
    public int getBeginIndex() {
        return getBarCount() == 0 ? -1 : getRemovedBarsCount();
    }

    /**
     * Index of the newest bar.
     *
     * @return the index, -1 without bars.
     * @throws IllegalStateException if the window is closed, or the index does not fit an {@code int}.
     */
    @Override
    public int getEndIndex() {
        return getBarCount() == 0 ? -1 : getRemovedBarsCount() + getBarCount() - 1;
    }

    /**
     * Most bars kept.
     *
     * @return the window's capacity.
     */
    @Override
    public int getMaximumBarCount() {
        return window.capacity();
    }

    /**
     * Candles evicted since the series was made.
     *
     * @return index of the oldest bar, or of the next one where there is none.
     * @throws IllegalStateException if the window is closed, or the newest index does not fit an {@code int}.
     */
    @Override
    public int getRemovedBarsCount() {
        long removed = window.oldestSequence() - origin;
        if (removed + window.size() > Integer.MAX_VALUE) {
            throw new IllegalStateException("a ta4j index must fit an int, make a new series: newest index="
                + (removed + window.size() - 1) + ", series=" + name);
        }
        return (int) removed;
    }

    /**
     * Copies bars, so that they stay when the window moves on.
     *
     * @param startIndex first index, kept still.
     * @param endIndex   index behind the last; beyond the newest bar counts as up to it.
     * @return a series of its own, of {@code BaseBar}s with the same numbers; its indices begin at 0.
     * @throws IllegalArgumentException  if the start is negative, or the end not after it.
     * @throws IndexOutOfBoundsException if the start is evicted or beyond the newest bar.
     * @throws IllegalStateException     if the window is closed.
     */
    @Override
    public BarSeries getSubSeries(int startIndex, int endIndex) {
        if (startIndex < 0 || startIndex >= endIndex) {
            throw new IllegalArgumentException("start must not be negative and the end after it: start=" + startIndex + ", end="
                + endIndex);
        }
        List<Bar> bars = new ArrayList<>();
        if (!isEmpty()) {
            if (startIndex < getBeginIndex() || startIndex > getEndIndex()) {
                throw noSuchBar(startIndex);
            }
            for (int i = startIndex; i <= Math.min(endIndex - 1, getEndIndex()); i++) {
                bars.add(WindowBar.copy(getBar(i)));
            }
        }
        return new BaseBarSeries(name, bars, num);
    }

    /**
     * Refused: the number of candles is the window's.
     *
     * @throws UnsupportedOperationException always.
     */
    @Override
    public void setMaximumBarCount(int maximumBarCount) {
        throw readOnly();
    }

    /**
     * Refused, as every other way to add to the series.
     *
     * @throws UnsupportedOperationException always.
     */
    @Override
    public void addBar(Bar bar, boolean replace) {
        throw readOnly();
    }

    @Override
    public void addBar(Duration timePeriod, ZonedDateTime endTime) {
        throw readOnly();
    }

    @Override
    public void addBar(ZonedDateTime endTime, Num openPrice, Num highPrice, Num lowPrice, Num closePrice, Num volume, Num amount) {
        throw readOnly();
    }

    @Override
    public void addBar(Duration timePeriod, ZonedDateTime endTime, Num openPrice, Num highPrice, Num lowPrice, Num closePrice,
        Num volume) {
        throw readOnly();
    }

    @Override
    public void addBar(Duration timePeriod, ZonedDateTime endTime, Num openPrice, Num highPrice, Num lowPrice, Num closePrice,
        Num volume, Num amount) {
        throw readOnly();
    }

    @Override
    public void addTrade(Num tradeVolume, Num tradePrice) {
        throw readOnly();
    }

    @Override
    public void addPrice(Num price) {
        throw readOnly();
    }

    UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException(READ_ONLY + name);
    }

    private IndexOutOfBoundsException noSuchBar(int index) {
        return new IndexOutOfBoundsException("no such bar: index=" + index + ", begin=" + getBeginIndex() + ", end=" + getEndIndex()
            + ", series=" + name);
    }

    CandleWindow window() {
        return window;
    }

    /** How long ago the candle of a sequence closed; never another candle's. */
    int ago(long sequence) {
        long newest = window.newestSequence();
        if (sequence < window.oldestSequence()) {
            throw new IllegalStateException("a bar can be used while the window keeps its candle, copy it with getSubSeries: index="
                + (sequence - origin) + ", begin=" + getBeginIndex() + ", series=" + name);
        }
        return (int) (newest - sequence);
    }

    Num value(CandleField field, int ago) {
        if (num instanceof DoubleNum) {
            return DoubleNum.valueOf(window.valueAsDouble(field, ago));
        }
        return num.function().apply(BigDecimal.valueOf(window.value(field, ago), field.unit().decimals(window.instrument())));
    }
}
