package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.List;

/**
 * Signals from every call, by a hash of what it is told and of an indicator: sometimes nothing, sometimes several, from a candle also
 * for another instrument. What it remembers it remembers by instrument, so that it does the same whatever the number of shards.
 */
final class Talkative implements Strategy {

    private static final IndicatorSpec AVERAGE = Ema.of(3);

    private final int kind;
    private PerWindow<Indicator> average;
    private long[] calls;

    Talkative(int kind) {
        this.kind = kind;
    }

    @Override
    public List<IndicatorSpec> indicators() {
        return List.of(AVERAGE);
    }

    @Override
    public void onStart(StrategyContext context) {
        average = context.indicator(AVERAGE);
        calls = new long[context.instruments().size()];
    }

    @Override
    public void onTrade(TradeWindow trades, StrategyContext context) {
        CandleWindow finest = context.candles(trades.instrument().id(), 0);
        double forming = finest.hasForming() ? average.of(finest).peek() : 0;
        say(context, trades.instrument().id(), trades.price(0) + trades.tradeId(0) + Double.doubleToLongBits(forming));
    }

    @Override
    public void onQuote(QuoteWindow quotes, StrategyContext context) {
        say(context, quotes.instrument().id(), quotes.bid(0) + quotes.ask(0));
    }

    @Override
    public void onDepth(MarketEvent depth, StrategyContext context) {
        say(context, depth.instrumentId(), depth.price() + depth.quantity());
    }

    @Override
    public void onCandle(CandleWindow candles, StrategyContext context) {
        int id = candles.instrument().id();
        long hash = hash(id, candles.close(0) + Double.doubleToLongBits(average.of(candles).value()));
        if ((hash & 1) == 0) {
            context.signal(candles, Side.BUY);
        }
        if ((hash & 14) == 0) {
            context.signal((id + 3) % calls.length, Side.SELL, candles.high(0));
        }
    }

    @Override
    public void onClock(long nowNanos, StrategyContext context) {
        for (int id = context.firstInstrumentId(); id < calls.length; id += context.instrumentIdStep()) {
            say(context, id, nowNanos);
        }
    }

    private void say(StrategyContext context, int id, long seen) {
        long hash = hash(id, seen);
        int count = (hash & 7) < 5 ? 0 : (int) (hash & 3);
        for (int i = 0; i < count; i++) {
            context.signal(id, (hash & 8) == 0 ? Side.BUY : Side.SELL, hash >>> 8 + i);
        }
    }

    private long hash(int id, long seen) {
        long mixed = (seen + kind * 31L + id * 1_000_003L + calls[id]++) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ mixed >>> 32;
    }
}
