package io.windrow.examples.prove.engines;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.buffers.indicators.Seed;
import io.windrow.pipeline.PerWindow;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;

/** The crossing strategy as an author would write it for Windrow. Averages start from the first value, as in ta4j. */
public final class CrossingStrategy implements Strategy {

    private PerWindow<Ema> fast;
    private PerWindow<Ema> slow;
    private PerWindow<Rsi> rsi;
    private PerWindow<Atr> atr;
    private PerWindow<Crossing> crossings;

    /** Creates the strategy; one for each shard. */
    public CrossingStrategy() {
    }

    @Override
    public void onStart(StrategyContext context) {
        fast = context.indicator(() -> new Ema(Crossing.FAST, Seed.FIRST_VALUE));
        slow = context.indicator(() -> new Ema(Crossing.SLOW, Seed.FIRST_VALUE));
        rsi = context.indicator(() -> new Rsi(Crossing.RANGE, Seed.FIRST_VALUE));
        atr = context.indicator(() -> new Atr(Crossing.RANGE, Seed.FIRST_VALUE));
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
