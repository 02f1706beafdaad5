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

    private record Candle(long openTime, long open, long high, long low, long close, long volume) {
    }
}
