package io.windrow.buffers.indicators;

/**
 * Mean and standard deviation of the last values of a series, of the population. The squares of the distances from the mean are slid along
 * (Welford 1962, with the oldest value taken out as the newest comes in), and all is counted from a recent value, so that no digits are
 * lost to large prices. Each time the ring has gone round, both are worked out anew from its values; so they are when most of the squares
 * have left with an outlier, whose rounding would be seen then. So it never drifts, is never negative, and is exactly 0 where all values
 * are equal. A part of a formula: five {@code long}s of its state, and one for each value.
 */
final class Deviation {

    private static final int HEADER = 5;
    /** Of the largest sum of squares since they were worked out, what is too little to be slid along. */
    private static final double REMNANT = 1e-4;

    private final int headAt;
    private final int originAt;
    private final int meanAt;
    private final int squaresAt;
    private final int leastAt;
    private final int ringAt;
    private final int period;
    private final double share;

    Deviation(IndicatorSpec spec, int period) {
        headAt = spec.reserve(Math.addExact(period, HEADER));
        originAt = headAt + 1;
        meanAt = headAt + 2;
        squaresAt = headAt + 3;
        leastAt = headAt + 4;
        ringAt = headAt + HEADER;
        this.period = period;
        share = 1.0 / period;
    }

    /** The deviation with the next value; without meaning until a period has come. */
    double next(IndicatorState state, double value) {
        int head = (int) state.loadLong(headAt);
        double origin = state.load(originAt);
        double meanBefore = state.load(meanAt);
        double oldest = state.load(ringAt + head);
        double change = value - oldest;
        double mean = meanBefore + change * share;
        double squares = state.load(squaresAt) + change * (value - origin - mean + (oldest - origin - meanBefore));
        double least = state.load(leastAt);
        state.store(ringAt + head, value);
        head++;
        state.storeLong(headAt, head == period ? 0 : head);
        if (head == period || !(squares >= least)) {
            return Math.sqrt(workOut(state, value) * share);
        }
        state.store(meanAt, mean);
        state.store(squaresAt, squares);
        // Neither is negative, so that their bits are in the order of the values; no branch that cannot be foretold.
        state.storeLong(leastAt, Math.max(Double.doubleToRawLongBits(least), Double.doubleToRawLongBits(squares * REMNANT)));
        return Math.sqrt(squares * share);
    }

    /** The mean with the value that came last. */
    double mean(IndicatorState state) {
        return state.load(originAt) + state.load(meanAt);
    }

    /** Counted from one of the values, which is no farther from the mean than the root of the sum of squares: few digits cancel. */
    private double workOut(IndicatorState state, double origin) {
        // In two sums each, as the next addition to one need not wait for the last to the other.
        double sum = 0;
        double squares = 0;
        double oddSum = 0;
        double oddSquares = 0;
        int end = ringAt + period;
        int at = ringAt;
        for (; at + 1 < end; at += 2) {
            double even = state.load(at) - origin;
            sum += even;
            squares += even * even;
            double odd = state.load(at + 1) - origin;
            oddSum += odd;
            oddSquares += odd * odd;
        }
        if (at < end) {
            double last = state.load(at) - origin;
            sum += last;
            squares += last * last;
        }
        sum += oddSum;
        squares += oddSquares;
        double mean = sum * share;
        squares -= sum * mean;
        state.store(originAt, origin);
        state.store(meanAt, mean);
        state.store(squaresAt, squares);
        state.store(leastAt, squares * REMNANT);
        return squares;
    }
}
