package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.indicators.Ema;

/** Signals where a fast average crosses a slow one: the example of a strategy. */
final class Crossing implements Strategy {

    private PerWindow<Ema> fast;
    private PerWindow<Ema> slow;
    private PerWindow<int[]> last;

    @Override
    public void onStart(StrategyContext context) {
        fast = context.indicator(() -> new Ema(NaiveMarket.FAST));
        slow = context.indicator(() -> new Ema(NaiveMarket.SLOW));
        last = context.perWindow(() -> new int[1]);
    }

    @Override
    public void onCandle(CandleWindow candles, StrategyContext context) {
        if (!slow.of(candles).isReady()) {
            return;
        }
        int now = fast.of(candles).value() > slow.of(candles).value() ? 1 : -1;
        int[] before = last.of(candles);
        if (before[0] == -now) {
            context.signal(candles, now > 0 ? Side.BUY : Side.SELL);
        }
        before[0] = now;
    }
}
