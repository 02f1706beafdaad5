package io.windrow.examples.bench.child;

import io.windrow.examples.prove.engines.HeapReplay;
import io.windrow.examples.prove.engines.PrimitiveAtr;
import io.windrow.examples.prove.engines.PrimitiveAverage;
import io.windrow.examples.prove.engines.PrimitiveRsi;

/**
 * What the strategy decides: to buy what has fallen below its average in a market that is oversold, to sell in the mirror case, and
 * only where the price moves at all. As a rule it keeps indicators of its own, primitives on the heap, and so
 * checks those of the pipeline.
 */
final class Decision implements HeapReplay.Rule {

    static final int AVERAGE = 20;
    static final int RANGE = 14;

    private static final double OVERSOLD = 30;
    private static final double OVERBOUGHT = 70;

    private final PrimitiveAverage ema = PrimitiveAverage.exponential(AVERAGE, true);
    private final PrimitiveRsi rsi = new PrimitiveRsi(RANGE, true);
    private final PrimitiveAtr atr = new PrimitiveAtr(RANGE, true);

    @Override
    public int onCandle(double high, double low, double close) {
        ema.update(close);
        rsi.update(close);
        atr.update(high, low, close);
        return of(ema.value(), rsi.value(), atr.value(), close);
    }

    /** 1 to buy, -1 to sell, 0 to do nothing, as always while the average, which is the last to be ready, is NaN. */
    static int of(double ema, double rsi, double atr, double close) {
        if (atr <= 0) {
            return 0;
        }
        if (close < ema && rsi < OVERSOLD) {
            return 1;
        }
        return close > ema && rsi > OVERBOUGHT ? -1 : 0;
    }
}
