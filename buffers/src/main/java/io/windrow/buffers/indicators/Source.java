package io.windrow.buffers.indicators;

import java.util.Objects;

/**
 * What a one-series indicator looks at: a value of the candle, a price made of several, or an output of another indicator. Immutable.
 */
public final class Source {

    /** The last price. */
    public static final Source CLOSE = new Source("close", Field.CLOSE);
    /** The first price. */
    public static final Source OPEN = new Source("open", Field.OPEN);
    /** The highest price. */
    public static final Source HIGH = new Source("high", Field.HIGH);
    /** The lowest price. */
    public static final Source LOW = new Source("low", Field.LOW);
    /** The quantity traded. */
    public static final Source VOLUME = new Source("volume", Field.VOLUME);
    /** (high + low) / 2. */
    public static final Source MEDIAN = new Source("median", Field.MEDIAN);
    /** (high + low + close) / 3, the typical price. */
    public static final Source TYPICAL = new Source("typical", Field.TYPICAL);
    /** (open + high + low + close) / 4. */
    public static final Source AVERAGE = new Source("average", Field.AVERAGE);

    private static final Source[] FIELDS = {CLOSE, OPEN, HIGH, LOW, VOLUME, MEDIAN, TYPICAL, AVERAGE};

    private enum Field { CLOSE, OPEN, HIGH, LOW, VOLUME, MEDIAN, TYPICAL, AVERAGE }

    private final String text;
    private final Field field;
    /** Null where it is a field. */
    private final IndicatorSpec inner;
    private final int output;

    private Source(String text, Field field) {
        this.text = text;
        this.field = field;
        inner = null;
        output = 0;
    }

    private Source(IndicatorSpec inner, int output) {
        text = inner.text() + (inner.outputCount() == 1 ? "" : "." + inner.outputName(output));
        field = null;
        this.inner = inner;
        this.output = output;
    }

    /**
     * The only or first output of an indicator.
     *
     * @param indicator what to look at.
     * @return the source.
     */
    public static Source of(IndicatorSpec indicator) {
        return of(indicator, 0);
    }

    /**
     * An output of an indicator.
     *
     * @param indicator what to look at.
     * @param output    its number, from 0.
     * @return the source.
     * @throws IndexOutOfBoundsException if there is no such output.
     */
    public static Source of(IndicatorSpec indicator, int output) {
        return new Source(indicator, Objects.checkIndex(output, indicator.outputCount()));
    }

    /** A field by its name, or null. */
    static Source field(String name) {
        for (Source source : FIELDS) {
            if (source.text.equals(name)) {
                return source;
            }
        }
        return null;
    }

    static String fieldNames() {
        StringBuilder names = new StringBuilder();
        for (Source source : FIELDS) {
            names.append(names.length() == 0 ? "" : ", ").append(source.text);
        }
        return names.toString();
    }

    boolean isIndicator() {
        return inner != null;
    }

    int longs() {
        return inner == null ? 0 : inner.stateLongs();
    }

    /** Candles until there is a value. */
    int warmUpPeriod() {
        return inner == null ? 1 : inner.warmUpPeriod(output);
    }

    int longestPeriod() {
        return inner == null ? 1 : inner.longestPeriod();
    }

    /** What is appended to the text of an indicator that looks at this. */
    String suffix() {
        return inner != null ? "(" + text + ")" : this == CLOSE ? "" : "@" + text;
    }

    /** The value of the next candle; NaN while the inner indicator, whose state begins at an index, is not ready. */
    double next(IndicatorState state, int at, CandleInput candle) {
        // The usual one first: what it is costs as much to find out as to get it.
        if (this == CLOSE) {
            return candle.close();
        }
        if (inner == null) {
            return of(candle);
        }
        int whole = state.longs();
        state.enter(at, inner.stateLongs());
        try {
            inner.update(state, candle);
            return inner.value(state, output);
        } finally {
            state.leave(at, whole);
        }
    }

    void reset(IndicatorState state, int at) {
        if (inner != null) {
            int whole = state.longs();
            state.enter(at, inner.stateLongs());
            inner.reset(state);
            state.leave(at, whole);
        }
    }

    private double of(CandleInput candle) {
        return switch (field) {
            case CLOSE -> candle.close();
            case OPEN -> candle.open();
            case HIGH -> candle.high();
            case LOW -> candle.low();
            case VOLUME -> candle.volume();
            case MEDIAN -> (candle.high() + candle.low()) / 2;
            case TYPICAL -> (candle.high() + candle.low() + candle.close()) / 3;
            case AVERAGE -> (candle.open() + candle.high() + candle.low() + candle.close()) / 4;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Source that && text.equals(that.text) && isIndicator() == that.isIndicator();
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
