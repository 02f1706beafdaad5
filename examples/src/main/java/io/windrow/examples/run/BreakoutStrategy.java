package io.windrow.examples.run;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.pipeline.PerWindow;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;

/**
 * Buys when a candle closes above the highest high of the 20 before it, and sells when it closes below their lowest low; once in each
 * direction. It looks at the window alone and needs no indicator.
 */
public final class BreakoutStrategy implements Strategy {

    private static final int RANGE = 20;

    /** The direction of the last signal of a window. */
    private static final class Last {
        private Side side = Side.UNKNOWN;
    }

    private PerWindow<Last> last;

    /** Creates the strategy; one for each shard. */
    public BreakoutStrategy() {
    }

    @Override
    public void onStart(StrategyContext context) {
        last = context.perWindow(Last::new);
    }

    @Override
    public void onCandle(CandleWindow candles, StrategyContext context) {
        if (candles.size() <= RANGE) {
            return;
        }
        Side side = direction(candles);
        if (side != Side.UNKNOWN && side != last.of(candles).side) {
            last.of(candles).side = side;
            context.signal(candles, side);
        }
    }

    private static Side direction(CandleWindow candles) {
        long high = Long.MIN_VALUE;
        long low = Long.MAX_VALUE;
        for (int ago = 1; ago <= RANGE; ago++) {
            high = Math.max(high, candles.high(ago));
            low = Math.min(low, candles.low(ago));
        }
        long close = candles.close(0);
        return close > high ? Side.BUY : close < low ? Side.SELL : Side.UNKNOWN;
    }
}
