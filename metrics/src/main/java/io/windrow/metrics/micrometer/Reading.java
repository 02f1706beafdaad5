package io.windrow.metrics.micrometer;

import java.util.function.ToDoubleFunction;

/**
 * What one meter shows, looked up when somebody asks. A registry holds the object that a meter reads only weakly but its function strongly;
 * this is both, so it lives as long as its meter. Classes and not lambdas, of which there would be a hundred.
 */
abstract class Reading implements ToDoubleFunction<Reading> {

    private double last;

    /** The value now; NaN if it is not known. For any thread. */
    abstract double value();

    final boolean isKnown() {
        return !Double.isNaN(value());
    }

    /** For a gauge: NaN while the value is not known. */
    @Override
    public double applyAsDouble(Reading self) {
        return value();
    }

    /** For a counter: one that is not known any more stays where it was. */
    final Reading asTotal() {
        Reading total = this;
        return new Reading() {
            @Override
            double value() {
                return total.lastKnown();
            }
        };
    }

    private synchronized double lastKnown() {
        double now = value();
        last = Double.isNaN(now) ? last : now;
        return last;
    }
}
