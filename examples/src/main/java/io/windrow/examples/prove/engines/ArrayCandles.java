package io.windrow.examples.prove.engines;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;

/** Closed candles in primitive arrays used as rings: the fairest rival. */
final class ArrayCandles extends HeapCandles {

    private final long[] openTimes;
    private final long[] opens;
    private final long[] highs;
    private final long[] lows;
    private final long[] closes;
    private final long[] volumes;
    private final PrimitiveIndicators indicators = new PrimitiveIndicators();
    private int head;
    private int size;

    ArrayCandles(Instrument instrument, Timeframe timeframe, int capacity) {
        super(instrument, timeframe, capacity);
        openTimes = new long[capacity];
        opens = new long[capacity];
        highs = new long[capacity];
        lows = new long[capacity];
        closes = new long[capacity];
        volumes = new long[capacity];
    }

    @Override
    void append(long openTime, long open, long high, long low, long close, long volume) {
        openTimes[head] = openTime;
        opens[head] = open;
        highs[head] = high;
        lows[head] = low;
        closes[head] = close;
        volumes[head] = volume;
        head = head + 1 == capacity ? 0 : head + 1;
        size = Math.min(size + 1, capacity);
        int decimals = instrument.priceDecimals();
        indicators.update(Decimals.toDouble(high, decimals), Decimals.toDouble(low, decimals), Decimals.toDouble(close, decimals));
    }

    @Override
    int decide() {
        return indicators.decide(crossing);
    }

    @Override
    void forEach(CandleVisitor visitor) {
        for (int ago = size; ago >= 1; ago--) {
            int i = Math.floorMod(head - ago, capacity);
            visitor.onCandle(instrument.id(), timeframe.stepNanos(), openTimes[i], opens[i], highs[i], lows[i], closes[i], volumes[i]);
        }
    }

    @Override
    Object root() {
        return new Object[] {openTimes, opens, highs, lows, closes, volumes};
    }
}
