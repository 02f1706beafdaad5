package io.windrow.examples.prove.engines;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.pipeline.feeds.TradeListener;
import java.util.function.Supplier;

/** Candles and decisions of a rule on one thread, with primitives on the heap: what other ways are compared with. */
public final class HeapReplay implements TradeListener {

    private final HeapCascade[] cascades;

    /**
     * Makes the forming candles and a rule for every instrument and time frame.
     *
     * @param instruments what is traded.
     * @param timeframes  finest first.
     * @param rules       makes a rule.
     * @param signals     receives what the rules decide.
     */
    public HeapReplay(InstrumentRegistry instruments, Timeframe[] timeframes, Supplier<Rule> rules, SignalListener signals) {
        cascades = new HeapCascade[instruments.size()];
        for (int id = 0; id < cascades.length; id++) {
            HeapCandles[] frames = new HeapCandles[timeframes.length];
            for (int frame = 0; frame < frames.length; frame++) {
                frames[frame] = new RuleCandles(instruments.get(id), timeframes[frame], rules.get());
            }
            cascades[id] = new HeapCascade(frames, signals);
        }
    }

    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        cascades[instrumentId].onTrade(timeNanos, price, quantity, 0);
    }

    /** Decides after each candle of one instrument and time frame. */
    @FunctionalInterface
    public interface Rule {

        /**
         * A candle has closed.
         *
         * @param high  its highest price.
         * @param low   its lowest.
         * @param close its last.
         * @return 1 to buy, -1 to sell, 0 to do nothing.
         */
        int onCandle(double high, double low, double close);
    }

    /** Keeps no candle but the last decision. */
    private static final class RuleCandles extends HeapCandles {

        private final Rule rule;
        private int side;

        RuleCandles(Instrument instrument, Timeframe timeframe, Rule rule) {
            super(instrument, timeframe, 0);
            this.rule = rule;
        }

        @Override
        void append(long openTime, long open, long high, long low, long close, long volume) {
            int decimals = instrument.priceDecimals();
            side = rule.onCandle(Decimals.toDouble(high, decimals), Decimals.toDouble(low, decimals), Decimals.toDouble(close, decimals));
        }

        @Override
        int decide() {
            return side;
        }

        @Override
        void forEach(CandleVisitor visitor) {
            // There are none.
        }

        @Override
        Object root() {
            return this;
        }
    }
}
