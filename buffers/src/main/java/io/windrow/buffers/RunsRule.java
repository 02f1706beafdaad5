package io.windrow.buffers;

/** max(sum of w up, sum of w down) ≥ E0[T] × max(P[up] E[w | up], (1 − P[up]) E[w | down]). */
final class RunsRule extends FlowRule {

    private final CandleAverage upShare;
    private final CandleAverage upWeight;
    private final CandleAverage downWeight;

    RunsRule(TradeWeight weight, long firstTrades, CandleExpectations expectations) {
        super(weight, firstTrades, expectations);
        upShare = new CandleAverage(expectations.span());
        upWeight = new CandleAverage(expectations.span());
        downWeight = new CandleAverage(expectations.span());
    }

    @Override
    long theta(TradeFlow candle) {
        return Math.max(candle.upWeight(), candle.downWeight());
    }

    /** A candle without a trade of a direction says nothing of how much such a trade weighs. */
    @Override
    void learn(TradeFlow candle) {
        upShare.add((double) candle.upTrades() / candle.trades());
        if (candle.upTrades() > 0) {
            upWeight.add((double) candle.upWeight() / candle.upTrades());
        }
        if (candle.downTrades() > 0) {
            downWeight.add((double) candle.downWeight() / candle.downTrades());
        }
    }

    @Override
    double expectedOfATrade() {
        double share = upShare.value();
        return Math.max(share * upWeight.value(), (1 - share) * downWeight.value());
    }
}
