package io.windrow.examples.prove.engines;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import java.util.ArrayDeque;

/** Closed candles as plain objects with primitive fields, in a deque capped by hand. */
final class ObjectCandles extends HeapCandles {

    private final ArrayDeque<Candle> candles;
    private final PrimitiveIndicators indicators = new PrimitiveIndicators();

    ObjectCandles(Instrument instrument, Timeframe timeframe, int capacity) {
        super(instrument, timeframe, capacity);
        candles = new ArrayDeque<>(capacity + 1);
    }

    @Override
    void append(long openTime, long open, long high, long low, long close, long volume) {
        if (candles.size() == capacity) {
            candles.pollFirst();
        }
        candles.addLast(new Candle(openTime, open, high, low, close, volume));
        int decimals = instrument.priceDecimals();
        indicators.update(Decimals.toDouble(high, decimals), Decimals.toDouble(low, decimals), Decimals.toDouble(close, decimals));
    }

    @Override
    int decide() {
        return indicators.decide(crossing);
    }

    @Override
    void forEach(CandleVisitor visitor) {
        for (Candle c : candles) {
            visitor.onCandle(instrument.id(), timeframe.stepNanos(), c.openTime, c.open, c.high, c.low, c.close, c.volume);
        }
    }

    @Override
    Object root() {
        return candles;
    }

    /** No record: the tool that weighs the candles cannot look into one. */
    private static final class Candle {
        private final long openTime;
        private final long open;
        private final long high;
        private final long low;
        private final long close;
        private final long volume;

        Candle(long openTime, long open, long high, long low, long close, long volume) {
            this.openTime = openTime;
            this.open = open;
            this.high = high;
            this.low = low;
            this.close = close;
            this.volume = volume;
        }
    }
}
