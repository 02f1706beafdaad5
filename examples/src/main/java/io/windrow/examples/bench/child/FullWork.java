package io.windrow.examples.bench.child;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.pipeline.PerWindow;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;

/** Looks at each trade, and after each candle at its indicators. */
final class FullWork implements Strategy {

    private final LatencyProbe probe;
    private PerWindow<Ema> ema;
    private PerWindow<Rsi> rsi;
    private PerWindow<Atr> atr;
    private long trades;
    private long priceSum;

    /** A probe, or null. */
    FullWork(LatencyProbe probe) {
        this.probe = probe;
    }

    @Override
    public void onStart(StrategyContext context) {
        ema = context.indicator(() -> new Ema(Decision.AVERAGE));
        rsi = context.indicator(() -> new Rsi(Decision.RANGE));
        atr = context.indicator(() -> new Atr(Decision.RANGE));
    }

    @Override
    public void onTrade(TradeWindow window, StrategyContext context) {
        trades++;
        priceSum += window.price(0);
        if (probe != null) {
            probe.onEvent();
        }
    }

    @Override
    public void onCandle(CandleWindow candles, StrategyContext context) {
        int side = Decision.of(ema.of(candles), rsi.of(candles), atr.of(candles), candles.closeAsDouble(0));
        if (side != 0) {
            context.signal(candles, Side.of(side));
        }
    }

    long trades() {
        return trades;
    }

    long priceSum() {
        return priceSum;
    }
}
