package io.windrow.examples.prove.engines;

import java.math.BigDecimal;
import java.math.MathContext;

/** The indicators of one window in decimal arithmetic of 16 digits, one candle at a time. */
final class BigDecimalIndicators {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FAST_FACTOR = BigDecimal.valueOf(2).divide(BigDecimal.valueOf(Crossing.FAST + 1), PRECISION);
    private static final BigDecimal SLOW_FACTOR = BigDecimal.valueOf(2).divide(BigDecimal.valueOf(Crossing.SLOW + 1), PRECISION);
    private static final BigDecimal RANGE_FACTOR = BigDecimal.ONE.divide(BigDecimal.valueOf(Crossing.RANGE), PRECISION);

    private int samples;
    private BigDecimal previousClose;
    private BigDecimal fast;
    private BigDecimal slow;
    private BigDecimal gain = BigDecimal.ZERO;
    private BigDecimal loss = BigDecimal.ZERO;
    private BigDecimal range;

    void update(BigDecimal high, BigDecimal low, BigDecimal close) {
        if (samples++ == 0) {
            fast = close;
            slow = close;
            range = high.subtract(low);
        } else {
            BigDecimal change = close.subtract(previousClose);
            fast = smooth(fast, close, FAST_FACTOR);
            slow = smooth(slow, close, SLOW_FACTOR);
            gain = smooth(gain, change.max(BigDecimal.ZERO), RANGE_FACTOR);
            loss = smooth(loss, change.negate().max(BigDecimal.ZERO), RANGE_FACTOR);
            range = smooth(range, trueRange(high, low), RANGE_FACTOR);
        }
        previousClose = close;
    }

    int decide(Crossing crossing) {
        if (samples < Crossing.SLOW) {
            return 0;
        }
        return crossing.update(fast.doubleValue(), slow.doubleValue(), rsi().doubleValue(), range.doubleValue());
    }

    private BigDecimal rsi() {
        BigDecimal sum = gain.add(loss, PRECISION);
        return sum.signum() == 0 ? BigDecimal.ZERO : HUNDRED.multiply(gain).divide(sum, PRECISION);
    }

    private BigDecimal trueRange(BigDecimal high, BigDecimal low) {
        return high.subtract(low).max(high.subtract(previousClose).abs()).max(low.subtract(previousClose).abs());
    }

    private static BigDecimal smooth(BigDecimal average, BigDecimal value, BigDecimal factor) {
        return average.add(value.subtract(average).multiply(factor, PRECISION), PRECISION);
    }
}
