package io.windrow.examples.prove.engines;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** Closed candles as bars of a ta4j series with a maximum bar count, and ta4j's own indicators on it. */
final class Ta4jCandles extends HeapCandles {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final BarSeries series;
    private final Duration step;
    private final EMAIndicator fast;
    private final EMAIndicator slow;
    private final RSIIndicator rsi;
    private final ATRIndicator atr;

    Ta4jCandles(Instrument instrument, Timeframe timeframe, int capacity) {
        super(instrument, timeframe, capacity);
        series = new BaseBarSeriesBuilder().withName(instrument.symbol()).withNumTypeOf(DoubleNum.class)
            .withMaxBarCount(capacity).build();
        step = Duration.ofNanos(timeframe.stepNanos());
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        fast = new EMAIndicator(close, Crossing.FAST);
        slow = new EMAIndicator(close, Crossing.SLOW);
        rsi = new RSIIndicator(close, Crossing.RANGE);
        atr = new ATRIndicator(series, Crossing.RANGE);
    }

    @Override
    void append(long openTime, long open, long high, long low, long close, long volume) {
        long end = openTime + timeframe.stepNanos();
        series.addBar(new BaseBar(step, Instant.ofEpochSecond(end / SECOND_NANOS, end % SECOND_NANOS).atZone(ZoneOffset.UTC),
            price(open), price(high), price(low), price(close), quantity(volume), DoubleNum.valueOf(0)));
    }

    @Override
    int decide() {
        int end = series.getEndIndex();
        double fastValue = fast.getValue(end).doubleValue();
        double slowValue = slow.getValue(end).doubleValue();
        double rsiValue = rsi.getValue(end).doubleValue();
        double atrValue = atr.getValue(end).doubleValue();
        return end + 1 >= Crossing.SLOW ? crossing.update(fastValue, slowValue, rsiValue, atrValue) : 0;
    }

    @Override
    void forEach(CandleVisitor visitor) {
        for (int i = Math.max(series.getBeginIndex(), 0); i <= series.getEndIndex(); i++) {
            Bar bar = series.getBar(i);
            long end = bar.getEndTime().toEpochSecond() * SECOND_NANOS + bar.getEndTime().getNano();
            int decimals = instrument.priceDecimals();
            visitor.onCandle(instrument.id(), timeframe.stepNanos(), end - timeframe.stepNanos(),
                mantissa(bar.getOpenPrice(), decimals), mantissa(bar.getHighPrice(), decimals), mantissa(bar.getLowPrice(), decimals),
                mantissa(bar.getClosePrice(), decimals), mantissa(bar.getVolume(), instrument.quantityDecimals()));
        }
    }

    @Override
    Object root() {
        return series;
    }

    private Num price(long mantissa) {
        return DoubleNum.valueOf(Decimals.toDouble(mantissa, instrument.priceDecimals()));
    }

    private Num quantity(long mantissa) {
        return DoubleNum.valueOf(Decimals.toDouble(mantissa, instrument.quantityDecimals()));
    }

    /** The candle was built exactly and only shown to ta4j as doubles, so rounding to the scale gives it back. */
    private static long mantissa(Num value, int decimals) {
        return Math.round(value.doubleValue() * Decimals.power(decimals));
    }
}
