package io.windrow.examples.prove.engines;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A window of candle objects with decimals, in a list trimmed from the front. */
final class BigDecimalCandles {

    final Instrument instrument;
    final Timeframe timeframe;
    private final int capacity;
    private final List<Candle> candles = new ArrayList<>();
    private final BigDecimalIndicators indicators = new BigDecimalIndicators();
    private final Crossing crossing = new Crossing();
    private Candle forming;

    BigDecimalCandles(Instrument instrument, Timeframe timeframe, int capacity) {
        this.instrument = instrument;
        this.timeframe = timeframe;
        this.capacity = capacity;
    }

    boolean isForming() {
        return forming != null;
    }

    boolean isLate(long timeNanos) {
        return timeNanos < forming.openTime;
    }

    boolean isDue(long timeNanos) {
        return timeNanos - forming.openTime >= timeframe.stepNanos();
    }

    void merge(long timeNanos, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
        if (forming == null) {
            forming = new Candle(timeframe.openTimeNanos(timeNanos), open, high, low, close, volume);
            return;
        }
        forming.high = forming.high.max(high);
        forming.low = forming.low.min(low);
        forming.close = close;
        forming.volume = forming.volume.add(volume);
    }

    Candle closeInto(BigDecimalCandles coarser) {
        Candle closed = forming;
        forming = null;
        candles.add(closed);
        if (candles.size() > capacity) {
            candles.remove(0);
        }
        indicators.update(closed.high, closed.low, closed.close);
        if (coarser != null) {
            coarser.merge(closed.openTime, closed.open, closed.high, closed.low, closed.close, closed.volume);
        }
        return closed;
    }

    int decide() {
        return indicators.decide(crossing);
    }

    Object root() {
        return candles;
    }

    void forEach(CandleVisitor visitor) {
        int decimals = instrument.priceDecimals();
        for (Candle c : candles) {
            visitor.onCandle(instrument.id(), timeframe.stepNanos(), c.openTime, mantissa(c.open, decimals), mantissa(c.high, decimals),
                mantissa(c.low, decimals), mantissa(c.close, decimals), mantissa(c.volume, instrument.quantityDecimals()));
        }
    }

    private static long mantissa(BigDecimal value, int decimals) {
        return value.setScale(decimals).unscaledValue().longValueExact();
    }

    /** A candle; its fields change while it is forming. */
    static final class Candle {
        final long openTime;
        final BigDecimal open;
        BigDecimal high;
        BigDecimal low;
        BigDecimal close;
        BigDecimal volume;

        Candle(long openTime, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
            this.openTime = openTime;
            this.open = open;
            this.high = high;
            this.low = low;
            this.close = close;
            this.volume = volume;
        }
    }
}
