package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.List;

/** Signals where a fast average crosses a slow one: the example of a strategy. */
final class Crossing implements Strategy {

    private static final IndicatorSpec FAST = Ema.of(NaiveMarket.FAST);
    private static final IndicatorSpec SLOW = Ema.of(NaiveMarket.SLOW);

    private PerWindow<Indicator> fast;
    private PerWindow<Indicator> slow;
    private PerWindow<int[]> last;

    @Override
    public List<IndicatorSpec> indicators() {
        return List.of(FAST, SLOW);
    }

    @Override
    public void onStart(StrategyContext context) {
        fast = context.indicator(FAST);
        slow = context.indicator(SLOW);
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
