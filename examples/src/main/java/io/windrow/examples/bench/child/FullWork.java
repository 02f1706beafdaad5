package io.windrow.examples.bench.child;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.pipeline.PerWindow;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import java.util.List;

/** Looks at each trade, and after each candle at its indicators. */
final class FullWork implements Strategy {

    private static final IndicatorSpec EMA = Ema.of(Decision.AVERAGE);
    private static final IndicatorSpec RSI = Rsi.of(Decision.RANGE);
    private static final IndicatorSpec ATR = Atr.of(Decision.RANGE);

    private final LatencyProbe probe;
    private PerWindow<Indicator> ema;
    private PerWindow<Indicator> rsi;
    private PerWindow<Indicator> atr;
    private long trades;
    private long priceSum;

    /** A probe, or null. */
    FullWork(LatencyProbe probe) {
        this.probe = probe;
    }

    @Override
    public List<IndicatorSpec> indicators() {
        return List.of(EMA, RSI, ATR);
    }

    @Override
    public void onStart(StrategyContext context) {
        ema = context.indicator(EMA);
        rsi = context.indicator(RSI);
        atr = context.indicator(ATR);
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
        int side = Decision.of(ema.of(candles).value(), rsi.of(candles).value(), atr.of(candles).value(), candles.closeAsDouble(0));
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
