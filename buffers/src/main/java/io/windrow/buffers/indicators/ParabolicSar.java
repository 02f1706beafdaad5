package io.windrow.buffers.indicators;

/**
 * Parabolic stop and reverse: a stop that follows the price, {@code next = stop + factor × (extreme - stop)}. The extreme is the highest
 * price of a rise, or the lowest of a fall; with each new one the factor grows by the acceleration up to its maximum. The stop stays
 * outside the last two candles; where the price reaches it, it turns and starts from the extreme. Wilder, "New Concepts in Technical
 * Trading Systems" (1978). Text {@code sar:ACCELERATION:MAXIMUM}, 0.02 and 0.2 unless given; in units of price; equal to TA-Lib's SAR.
 *
 * <p>The first direction is down if the second candle's low fell by more than its high rose, else up; the first stop is the extreme of
 * the first candle on the other side. Warm-up: two candles. Started elsewhere it is the same from the first turn on that both make at
 * the same candle with the same extreme.
 */
public final class ParabolicSar extends IndicatorSpec {

    private static final int LONGS = 6;

    private final double acceleration;
    private final double maximum;
    private final int directionAt;
    private final int stopAt;
    private final int extremeAt;
    private final int factorAt;
    private final int highAt;
    private final int lowAt;

    private ParabolicSar(double acceleration, double maximum) {
        super("sar:" + number(factor("sar", acceleration)) + ":" + number(factor("sar", maximum)));
        if (acceleration > maximum) {
            throw new IllegalArgumentException("acceleration must be at most its maximum: indicator=sar, acceleration=" + acceleration
                + ", maximum=" + maximum);
        }
        this.acceleration = acceleration;
        this.maximum = maximum;
        directionAt = reserve(LONGS);
        stopAt = directionAt + 1;
        extremeAt = directionAt + 2;
        factorAt = directionAt + 3;
        highAt = directionAt + 4;
        lowAt = directionAt + 5;
    }

    /**
     * A stop.
     *
     * @param acceleration what the factor starts from and grows by, positive.
     * @param maximum      what it grows to, at least the acceleration.
     * @return the specification.
     * @throws IllegalArgumentException if the acceleration is not positive and finite, or the maximum is less or not finite.
     */
    public static ParabolicSar of(double acceleration, double maximum) {
        return new ParabolicSar(acceleration, maximum);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double highBefore = state.load(highAt);
        double lowBefore = state.load(lowAt);
        state.store(highAt, candle.high());
        state.store(lowAt, candle.low());
        long before = state.samples();
        if (before == 1) {
            begin(state, candle, highBefore, lowBefore);
            follow(state, candle, candle.high(), candle.low());
        } else if (before > 1) {
            follow(state, candle, highBefore, lowBefore);
        }
    }

    private void begin(IndicatorState state, CandleInput candle, double highBefore, double lowBefore) {
        double down = lowBefore - candle.low();
        boolean isFalling = down > 0 && down > candle.high() - highBefore;
        state.store(directionAt, isFalling ? -1 : 1);
        state.store(stopAt, isFalling ? highBefore : lowBefore);
        state.store(extremeAt, isFalling ? candle.low() : candle.high());
        state.store(factorAt, acceleration);
    }

    /** A fall is a rise of all prices with the other sign, so that there is one formula for both. */
    private void follow(IndicatorState state, CandleInput candle, double highBefore, double lowBefore) {
        double direction = state.load(directionAt);
        double stop = direction * state.load(stopAt);
        double extreme = direction * state.load(extremeAt);
        double factor = state.load(factorAt);
        boolean isRising = direction > 0;
        double near = isRising ? candle.low() : -candle.high();
        double far = isRising ? candle.high() : -candle.low();
        double nearest = Math.min(near, isRising ? lowBefore : -highBefore);
        if (near <= stop) {
            direction = -direction;
            nearest = Math.min(-far, isRising ? -highBefore : lowBefore);
            stop = Math.min(-extreme, nearest);
            extreme = -near;
            factor = acceleration;
            state.store(directionAt, direction);
        } else if (far > extreme) {
            extreme = far;
            factor = Math.min(factor + acceleration, maximum);
        }
        state.storeOutput(0, direction * stop);
        state.store(stopAt, direction * Math.min(stop + factor * (extreme - stop), nearest));
        state.store(extremeAt, direction * extreme);
        state.store(factorAt, factor);
    }

    @Override
    public int warmUpPeriod(int output) {
        return 2;
    }

    @Override
    public int longestPeriod() {
        return 2;
    }
}
