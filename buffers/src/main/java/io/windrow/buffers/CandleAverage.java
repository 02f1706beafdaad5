package io.windrow.buffers;

/** An exponentially weighted average over closed candles: the first value as it is, then {@code a + 2 / (span + 1) × (value − a)}. */
final class CandleAverage {

    private final double alpha;
    private boolean begun;
    private double average;

    CandleAverage(int span) {
        alpha = 2.0 / (span + 1.0);
    }

    void add(double value) {
        average = begun ? average + alpha * (value - average) : value;
        begun = true;
    }

    /** 0 before the first value. */
    double value() {
        return average;
    }
}
