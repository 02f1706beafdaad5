package io.windrow.buffers.ta4j;

import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.ta4j.core.Bar;
import org.ta4j.core.BaseBar;
import org.ta4j.core.num.Num;

/** A view of one candle, named by its sequence: after its eviction it throws. */
final class WindowBar implements Bar {

    private static final long serialVersionUID = 1L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final WindowBarSeries series;
    private final long sequence;

    WindowBar(WindowBarSeries series, long sequence) {
        this.series = series;
        this.sequence = sequence;
    }

    /** The same values in a bar of its own. */
    static BaseBar copy(Bar bar) {
        return new BaseBar(bar.getTimePeriod(), bar.getEndTime(), bar.getOpenPrice(), bar.getHighPrice(), bar.getLowPrice(),
            bar.getClosePrice(), bar.getVolume(), bar.getAmount(), bar.getTrades());
    }

    @Override
    public Duration getTimePeriod() {
        long open = openTimeNanos();
        return Duration.ofNanos(closeTimeNanos(open) - open);
    }

    @Override
    public ZonedDateTime getBeginTime() {
        return time(openTimeNanos());
    }

    @Override
    public ZonedDateTime getEndTime() {
        return time(closeTimeNanos(openTimeNanos()));
    }

    @Override
    public Num getOpenPrice() {
        return value(CandleField.OPEN);
    }

    @Override
    public Num getHighPrice() {
        return value(CandleField.HIGH);
    }

    @Override
    public Num getLowPrice() {
        return value(CandleField.LOW);
    }

    @Override
    public Num getClosePrice() {
        return value(CandleField.CLOSE);
    }

    @Override
    public Num getVolume() {
        return value(CandleField.VOLUME);
    }

    @Override
    public Num getAmount() {
        return keeps(CandleField.QUOTE_VOLUME) ? value(CandleField.QUOTE_VOLUME) : series.zero();
    }

    @Override
    public long getTrades() {
        return keeps(CandleField.TRADE_COUNT) ? window().value(CandleField.TRADE_COUNT, ago()) : 0;
    }

    @Override
    public void addTrade(Num tradeVolume, Num tradePrice) {
        throw series.readOnly();
    }

    @Override
    public void addPrice(Num price) {
        throw series.readOnly();
    }

    /** Whether it is the same candle of the same window. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WindowBar that && sequence == that.sequence && window() == that.window();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence);
    }

    @Override
    public String toString() {
        return copy(this).toString();
    }

    private CandleWindow window() {
        return series.window();
    }

    private int ago() {
        return series.ago(sequence);
    }

    private Num value(CandleField field) {
        return series.value(field, ago());
    }

    /** Looks for the candle first, so that no value of an evicted one is made up. */
    private boolean keeps(CandleField field) {
        ago();
        return window().spec().layout().has(field);
    }

    private long openTimeNanos() {
        return window().openTimeNanos(ago());
    }

    private long closeTimeNanos(long open) {
        CandleSpec spec = window().spec();
        return spec.kind().hasTimeframe() ? spec.timeframe().closeTimeNanos(open) : open;
    }

    private static ZonedDateTime time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NANOS), Math.floorMod(nanos, SECOND_NANOS)).atZone(ZoneOffset.UTC);
    }
}
