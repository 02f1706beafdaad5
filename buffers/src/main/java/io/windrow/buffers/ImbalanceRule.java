package io.windrow.buffers;

/** |θ| ≥ E0[T] × |E0[b w]|, where θ is the sum of b w over the candle's trades. */
final class ImbalanceRule extends FlowRule {

    private final CandleAverage signed;

    ImbalanceRule(TradeWeight weight, long firstTrades, CandleExpectations expectations) {
        super(weight, firstTrades, expectations);
        signed = new CandleAverage(expectations.span());
    }

    @Override
    long theta(TradeFlow candle) {
        return Math.abs(candle.upWeight() - candle.downWeight());
    }

    @Override
    void learn(TradeFlow candle) {
        signed.add((double) (candle.upWeight() - candle.downWeight()) / candle.trades());
    }

    @Override
    double expectedOfATrade() {
        return Math.abs(signed.value());
    }
}
