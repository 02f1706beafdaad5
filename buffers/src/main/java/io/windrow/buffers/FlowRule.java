package io.windrow.buffers;

/**
 * What imbalance and runs have in common: a candle is complete when its flow comes to what the closed candles make one expect. The
 * first candle is complete when it has the expected number of trades, as there is nothing to go by.
 */
abstract class FlowRule implements ClosingRule {

    private final TradeWeight weight;
    private final long firstTrades;
    private final CandleExpectations expectations;
    private final TradeFlow flow = new TradeFlow();
    private final CandleAverage trades;
    private boolean first = true;
    private double threshold;

    FlowRule(TradeWeight weight, long firstTrades, CandleExpectations expectations) {
        this.weight = weight;
        this.firstTrades = firstTrades;
        this.expectations = expectations;
        trades = new CandleAverage(expectations.span());
    }

    @Override
    public final int take(FormingCandle candle, long price, long quantity, long quote) {
        flow.take(price, weight.of(quantity, quote));
        boolean complete = first ? flow.trades() >= firstTrades : theta(flow) >= threshold;
        if (!complete) {
            return 0;
        }
        trades.add(flow.trades());
        learn(flow);
        threshold = expectations.hold(trades.value(), firstTrades) * expectedOfATrade();
        first = false;
        flow.beginCandle();
        return 1;
    }

    /** What the forming candle has come to. */
    abstract long theta(TradeFlow candle);

    /** Takes a completed candle into the averages. */
    abstract void learn(TradeFlow candle);

    /** What one trade is expected to add. */
    abstract double expectedOfATrade();
}
