package io.windrow.buffers.indicators;

/**
 * The last values of a series and their sum. Each time the ring has gone round, the sum is added up anew, so that what rounding has left
 * is never older than one period: at most about as many units in the last place of the largest sum within it as the period has values.
 * A part of a formula: two {@code long}s of its state, and one for each value.
 */
final class SlidingSum {

    private static final int HEADER = 2;

    private final int headAt;
    private final int sumAt;
    private final int ringAt;
    private final int period;

    SlidingSum(IndicatorSpec spec, int period) {
        headAt = spec.reserve(Math.addExact(period, HEADER));
        sumAt = headAt + 1;
        ringAt = headAt + HEADER;
        this.period = period;
    }

    /** The sum with the next value; of fewer than a period at first. */
    double next(IndicatorState state, double value) {
        int head = (int) state.loadLong(headAt);
        double sum = state.load(sumAt) + (value - state.load(ringAt + head));
        state.store(ringAt + head, value);
        head++;
        if (head == period) {
            head = 0;
            sum = addUp(state);
        }
        state.storeLong(headAt, head);
        state.store(sumAt, sum);
        return sum;
    }

    /** In two sums, as the next addition to one need not wait for the last to the other. */
    private double addUp(IndicatorState state) {
        double even = 0;
        double odd = 0;
        int end = ringAt + period;
        int at = ringAt;
        for (; at + 1 < end; at += 2) {
            even += state.load(at);
            odd += state.load(at + 1);
        }
        if (at < end) {
            even += state.load(at);
        }
        return even + odd;
    }
}
