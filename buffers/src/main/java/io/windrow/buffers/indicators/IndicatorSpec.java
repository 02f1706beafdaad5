package io.windrow.buffers.indicators;

import java.util.ArrayList;
import java.util.List;

/**
 * What an indicator is: its formula, its parameters, what it looks at. Immutable, and equal to another of the same {@link #text()}; an
 * {@link IndicatorSet} makes live {@link Indicator}s of it.
 *
 * <p>A formula of your own extends this: it reserves its memory in the constructor and works out its outputs in {@link #update}. All it
 * remembers must lie in the {@link IndicatorState}, so that it can be peeked at, copied, written out and read back. The constructor's
 * text must tell apart all that behaves differently.
 */
public abstract class IndicatorSpec {

    private final String text;
    private final String[] outputs;
    private int stateLongs;

    /**
     * Begins a specification.
     *
     * @param text    name and parameters, such as {@code macd:12:26:9}.
     * @param outputs names of the outputs in their order; none for a single one without a name.
     */
    protected IndicatorSpec(String text, String... outputs) {
        this.text = text;
        this.outputs = outputs.length == 0 ? new String[] {""} : outputs.clone();
        stateLongs = this.outputs.length;
    }

    /**
     * Reads the text of a built-in indicator: {@code NAME[:PARAMETER…][:first][@FIELD | (INDICATOR[.OUTPUT])]}, such as {@code ema:20},
     * {@code bbands:20:2}, {@code sma:20@typical}, {@code ema:9:first(macd:12:26:9.signal)}. One that looks at two has both in the bracket,
     * where a field stands by itself: {@code cross(close,ema:20)}. What {@link #text()} gives is read back.
     *
     * @param text the text; parameters that are left out at the end have the values that each indicator's own page says.
     * @return the specification.
     * @throws IllegalArgumentException if there is no such indicator, or its parameters are not right.
     */
    public static IndicatorSpec parse(String text) {
        return IndicatorCatalog.parse(text);
    }

    /**
     * Reads a list of texts with commas between; a comma in brackets is part of a text.
     *
     * @param list the texts, at least one.
     * @return the specifications in their order.
     * @throws IllegalArgumentException if one is empty, there is no such indicator, or its parameters are not right.
     */
    public static List<IndicatorSpec> parseList(String list) {
        List<IndicatorSpec> specs = new ArrayList<>();
        for (String text : SpecText.split(list)) {
            specs.add(parse(text));
        }
        return specs;
    }

    /**
     * The names of the built-in indicators, as {@link #parse} takes them.
     *
     * @return every name, in the order of a list for people.
     */
    public static List<String> names() {
        return List.of(IndicatorCatalog.NAMES.split(", "));
    }

    /**
     * Reserves memory; in the constructor only.
     *
     * @param longs how many, not negative.
     * @return index of the first in the state; all are 0 at the start and after a reset.
     */
    protected final int reserve(int longs) {
        int at = stateLongs;
        stateLongs = Math.addExact(stateLongs, longs);
        return at;
    }

    /**
     * Takes in the next closed candle: works out every output and puts it into the state, NaN where it is not ready. It must depend on
     * nothing but the two, and must not throw: what it changed before would stay.
     *
     * @param state  what it remembers.
     * @param candle the candle; not to be kept.
     */
    protected abstract void update(IndicatorState state, CandleInput candle);

    /**
     * Candles until an output has its first value: TA-Lib's lookback and one.
     *
     * @param output its number, from 0.
     * @return candles, at least 1.
     */
    public abstract int warmUpPeriod(int output);

    /**
     * Candles until all outputs have their first value.
     *
     * @return candles, at least 1.
     */
    public final int warmUpPeriod() {
        int most = 1;
        for (int i = 0; i < outputs.length; i++) {
            most = Math.max(most, warmUpPeriod(i));
        }
        return most;
    }

    /**
     * Longest span of candles that it looks at, of all its parameters and of what it looks at; a window must have room for it.
     *
     * @return candles, at least 1.
     */
    public abstract int longestPeriod();

    /**
     * Name and parameters, such as {@code ema:20}, {@code sma:3(rsi:14)}, {@code ema:20@typical}.
     *
     * @return the text, unique to this specification.
     */
    public final String text() {
        return text;
    }

    /**
     * How many values it has.
     *
     * @return the count, at least 1.
     */
    public final int outputCount() {
        return outputs.length;
    }

    /**
     * Name of an output.
     *
     * @param output its number, from 0.
     * @return the name; empty where there is only one.
     * @throws IndexOutOfBoundsException if there is no such output.
     */
    public final String outputName(int output) {
        return outputs[output];
    }

    /**
     * What a live one remembers.
     *
     * @return bytes off the heap.
     */
    public final int stateBytes() {
        return stateLongs * Long.BYTES;
    }

    /** An output as it is read: stored, unless it is worked out of others only when somebody asks. */
    double value(IndicatorState state, int output) {
        return state.output(output);
    }

    final int stateLongs() {
        return stateLongs;
    }

    /** Of itself and what it looks at. */
    void reset(IndicatorState state) {
        state.reset(outputs.length);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof IndicatorSpec that && text.equals(that.text) && getClass() == that.getClass();
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    @Override
    public final String toString() {
        return text;
    }

    /** The period, or an error that names it. */
    static int period(String name, int candles) {
        return period(name, candles, 1);
    }

    static int period(String name, int candles, int least) {
        if (candles < least) {
            throw new IllegalArgumentException("period must be at least " + least + ": indicator=" + name + ", period=" + candles);
        }
        return candles;
    }

    /** The fast of two periods, or an error that names what is wrong with one of them. */
    static int fast(String name, int fast, int slow) {
        if (period(name, fast) >= period(name, slow)) {
            throw new IllegalArgumentException("fast period must be below the slow: indicator=" + name + ", fast=" + fast + ", slow="
                + slow);
        }
        return fast;
    }

    /** A factor above 0, or an error that names it. */
    static double factor(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("factor must be positive and finite: indicator=" + name + ", factor=" + value);
        }
        return value;
    }

    /** A number of a text without a needless {@code .0}. */
    static String number(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
}
