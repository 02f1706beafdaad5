package io.windrow.examples.ops.json;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a sample as a JSON object: by their keys, times in seconds, what is not known left out. */
public final class FigureTree {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final int NANO_DIGITS = 9;

    private FigureTree() {
    }

    /**
     * Writes a sample.
     *
     * @param sample the figures.
     * @return its fields, in the order of {@link Figure}.
     */
    public static Map<String, Object> of(Sample sample) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            if (sample.has(figure)) {
                tree.put(figure.key(), value(figure, sample.get(figure)));
            }
        }
        return tree;
    }

    /**
     * Writes one value.
     *
     * @param figure of which.
     * @param value in its unit.
     * @return a number, of times in seconds.
     */
    public static Object value(Figure figure, long value) {
        return figure.unit() == Figure.Unit.NANOS ? (Object) seconds(value) : (Object) value;
    }

    /**
     * Nanoseconds as seconds, exactly.
     *
     * @param nanos the time.
     * @return the same in seconds.
     */
    public static BigDecimal seconds(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /**
     * Reads figures; one that this version does not know is left out.
     *
     * @param tree its fields.
     * @param sample is filled.
     * @throws IllegalArgumentException if a figure is no number.
     */
    public static void read(Map<?, ?> tree, Sample sample) {
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            Figure figure = Figure.of((String) entry.getKey());
            if (figure != null) {
                sample.set(figure, nanosOrWhole(figure, entry.getValue()));
            }
        }
    }

    private static long nanosOrWhole(Figure figure, Object value) {
        if (value instanceof BigDecimal number) {
            return (figure.unit() == Figure.Unit.NANOS ? number.multiply(NANOS) : number).longValue();
        }
        throw new IllegalArgumentException("a figure must be a number: " + figure.key() + "=" + value);
    }
}
