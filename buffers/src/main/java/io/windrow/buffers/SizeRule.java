package io.windrow.buffers;

/** A candle is complete when the weights of its trades come to the size. Their sum is one that is checked for overflow already. */
final class SizeRule implements ClosingRule {

    private final TradeWeight weight;
    private final long size;
    private long sum;

    SizeRule(TradeWeight weight, long size) {
        this.weight = weight;
        this.size = size;
    }

    @Override
    public int take(FormingCandle candle, long price, long quantity, long quote) {
        sum += weight.of(quantity, quote);
        if (sum < size) {
            return 0;
        }
        sum = 0;
        return 1;
    }
}
