package io.windrow.examples.prove.engines;

/** The indicators of one window, for engines that keep primitives on the heap. */
final class PrimitiveIndicators {

    private final PrimitiveAverage fast = PrimitiveAverage.exponential(Crossing.FAST, false);
    private final PrimitiveAverage slow = PrimitiveAverage.exponential(Crossing.SLOW, false);
    private final PrimitiveRsi rsi = new PrimitiveRsi(Crossing.RANGE, false);
    private final PrimitiveAtr atr = new PrimitiveAtr(Crossing.RANGE, false);

    void update(double high, double low, double close) {
        fast.update(close);
        slow.update(close);
        rsi.update(close);
        atr.update(high, low, close);
    }

    int decide(Crossing crossing) {
        return Double.isNaN(slow.value()) ? 0 : crossing.update(fast.value(), slow.value(), rsi.value(), atr.value());
    }
}
