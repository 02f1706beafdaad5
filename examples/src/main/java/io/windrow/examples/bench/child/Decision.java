package io.windrow.examples.bench.child;

import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.examples.prove.engines.HeapReplay;

/**
 * What the strategy decides: to buy what has fallen below its average in a market that is oversold, to sell in the mirror case, and
 * only where the price moves at all. As a rule it keeps indicators of its own.
 */
final class Decision implements HeapReplay.Rule {

    static final int AVERAGE = 20;
    static final int RANGE = 14;

    private static final double OVERSOLD = 30;
    private static final double OVERBOUGHT = 70;

    private final Ema ema = new Ema(AVERAGE);
    private final Rsi rsi = new Rsi(RANGE);
    private final Atr atr = new Atr(RANGE);

    @Override
    public int onCandle(double high, double low, double close) {
        ema.update(close);
        rsi.update(close);
        atr.update(high, low, close);
        return of(ema, rsi, atr, close);
    }

    /** 1 to buy, -1 to sell, 0 to do nothing. */
    static int of(Ema ema, Rsi rsi, Atr atr, double close) {
        if (!ema.isReady() || atr.value() <= 0) {
            return 0;
        }
        if (close < ema.value() && rsi.value() < OVERSOLD) {
            return 1;
        }
        return close > ema.value() && rsi.value() > OVERBOUGHT ? -1 : 0;
    }
}
