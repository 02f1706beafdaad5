package io.windrow.buffers.indicators;

/**
 * A live indicator: the values of a specification after the candles so far. It belongs to an {@link IndicatorSet}, which updates it.
 *
 * <p>For the thread of the set. Nothing here allocates. After the set is closed every value is an {@link IllegalStateException}.
 */
public final class Indicator {

    private final IndicatorSpec spec;
    private final IndicatorState state;
    private final IndicatorSet set;

    Indicator(IndicatorSpec spec, IndicatorState state, IndicatorSet set) {
        this.spec = spec;
        this.state = state;
        this.set = set;
    }

    /**
     * What it is.
     *
     * @return the specification.
     */
    public IndicatorSpec spec() {
        return spec;
    }

    /**
     * The only or first output after the candles so far.
     *
     * @return the value, NaN until ready.
     * @throws IllegalStateException if the set is closed.
     */
    public double value() {
        try {
            return state.output(0);
        } catch (IllegalStateException e) {
            throw set.explain(this, e);
        }
    }

    /**
     * An output after the candles so far.
     *
     * @param output its number, from 0.
     * @return the value, NaN until it is ready.
     * @throws IndexOutOfBoundsException if there is no such output.
     * @throws IllegalStateException     if the set is closed.
     */
    public double value(int output) {
        try {
            return spec.value(state, checked(output));
        } catch (IllegalStateException e) {
            throw set.explain(this, e);
        }
    }

    /**
     * What {@link #value()} would be if the candle that is forming closed as it is. Changes nothing.
     *
     * @return the value, NaN if it would not be ready.
     * @throws IllegalStateException if the set has no window, no candle is forming, or one of the two is closed.
     */
    public double peek() {
        return set.peek(this, set.forming(), 0);
    }

    /**
     * What an output would be if the candle that is forming closed as it is. Changes nothing.
     *
     * @param output its number, from 0.
     * @return the value, NaN if it would not be ready.
     * @throws IndexOutOfBoundsException if there is no such output.
     * @throws IllegalStateException     if the set has no window, no candle is forming, or one of the two is closed.
     */
    public double peek(int output) {
        return set.peek(this, set.forming(), checked(output));
    }

    /**
     * What an output would be if this candle came next. Changes nothing.
     *
     * @param candle the candle.
     * @param output the number of the output, from 0.
     * @return the value, NaN if it would not be ready.
     * @throws IndexOutOfBoundsException if there is no such output.
     * @throws IllegalStateException     if the set is closed.
     */
    public double peek(CandleInput candle, int output) {
        return set.peek(this, candle, checked(output));
    }

    /**
     * Candles taken in since the start or the last reset.
     *
     * @return the count.
     * @throws IllegalStateException if the set is closed.
     */
    public long samples() {
        return set.samples(this);
    }

    /**
     * Candles until all outputs are ready.
     *
     * @return the count.
     */
    public int warmUpPeriod() {
        return spec.warmUpPeriod();
    }

    /**
     * Whether all outputs have values.
     *
     * @return true from the candle on that ends the warm-up.
     * @throws IllegalStateException if the set is closed.
     */
    public boolean isReady() {
        return samples() >= spec.warmUpPeriod();
    }

    @Override
    public String toString() {
        return spec.text();
    }

    IndicatorState state() {
        return state;
    }

    /** What it was before is no value of this candle. */
    void forget() {
        for (int i = 0; i < spec.outputCount(); i++) {
            state.storeOutput(i, Double.NaN);
        }
    }

    void reset() {
        spec.reset(state);
    }

    /** A negative output would be another value of the state. */
    private int checked(int output) {
        if (output < 0 || output >= spec.outputCount()) {
            throw new IndexOutOfBoundsException("output must be 0 to " + (spec.outputCount() - 1) + ": output=" + output + ", indicator="
                + spec);
        }
        return output;
    }
}
