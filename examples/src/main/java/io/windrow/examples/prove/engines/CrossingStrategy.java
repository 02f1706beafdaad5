package io.windrow.examples.prove.engines;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.buffers.indicators.Seed;
import io.windrow.buffers.indicators.Source;
import io.windrow.pipeline.PerWindow;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import java.util.List;

/** The crossing strategy as an author would write it for Windrow. Averages start from the first value, as in ta4j. */
public final class CrossingStrategy implements Strategy {

    private static final IndicatorSpec FAST = Ema.of(Crossing.FAST, Seed.FIRST_VALUE, Source.CLOSE);
    private static final IndicatorSpec SLOW = Ema.of(Crossing.SLOW, Seed.FIRST_VALUE, Source.CLOSE);
    private static final IndicatorSpec RSI = Rsi.of(Crossing.RANGE, Seed.FIRST_VALUE, Source.CLOSE);
    private static final IndicatorSpec ATR = Atr.of(Crossing.RANGE, Seed.FIRST_VALUE);

    private PerWindow<Indicator> fast;
    private PerWindow<Indicator> slow;
    private PerWindow<Indicator> rsi;
    private PerWindow<Indicator> atr;
    private PerWindow<Crossing> crossings;

    /** Creates the strategy; one for each shard. */
    public CrossingStrategy() {
    }

    @Override
    public List<IndicatorSpec> indicators() {
        return List.of(FAST, SLOW, RSI, ATR);
    }

    @Override
    public void onStart(StrategyContext context) {
        fast = context.indicator(FAST);
        slow = context.indicator(SLOW);
        rsi = context.indicator(RSI);
        atr = context.indicator(ATR);
        crossings = context.perWindow(Crossing::new);
    }

    @Override
    public void onCandle(CandleWindow candles, StrategyContext context) {
        if (!slow.of(candles).isReady()) {
            return;
        }
        int side = crossings.of(candles).update(
            fast.of(candles).value(), slow.of(candles).value(), rsi.of(candles).value(), atr.of(candles).value());
        if (side != 0) {
            context.signal(candles, Side.of(side));
        }
    }
}
