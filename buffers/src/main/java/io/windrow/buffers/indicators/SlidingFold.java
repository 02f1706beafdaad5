package io.windrow.buffers.indicators;

/**
 * What the last values of a series come to under an operation that can be grouped as one likes, such as their sum or the highest; of all
 * where fewer came. The ring is filled round by round. When a round is full, each place takes on what it and the places behind it come
 * to, once in a period; so any span that reaches into the next round is one place and the round so far (van Herk 1992, Gil and Werman
 * 1993). Nothing is ever taken away again, so nothing is left over. A part of a formula: two {@code long}s of its state, and one for each
 * value.
 */
abstract class SlidingFold {

    private static final int HEADER = 2;

    private final int countAt;
    private final int roundAt;
    private final int ringAt;
    private final int period;

    SlidingFold(IndicatorSpec spec, int period) {
        countAt = spec.reserve(Math.addExact(period, HEADER));
        roundAt = countAt + 1;
        ringAt = countAt + HEADER;
        this.period = period;
    }

    /** What two come to, each as the {@code long} that the ring holds. */
    abstract long join(long one, long other);

    /** What the last values come to with the next one; fewer than a period at first. */
    final long fold(IndicatorState state, long value) {
        // Up to a period in the first round, then from there to two, again and again.
        int count = (int) state.loadLong(countAt);
        int place = count < period ? count : count - period;
        long round = place == 0 ? value : join(state.loadLong(roundAt), value);
        state.storeLong(ringAt + place, value);
        state.storeLong(roundAt, round);
        if (place == period - 1) {
            endRound(state);
            return round;
        }
        state.storeLong(countAt, count + 1);
        return count < period ? round : join(state.loadLong(ringAt + place + 1), round);
    }

    private void endRound(IndicatorState state) {
        long whole = state.loadLong(ringAt + period - 1);
        for (int i = period - 2; i > 0; i--) {
            whole = join(state.loadLong(ringAt + i), whole);
            state.storeLong(ringAt + i, whole);
        }
        state.storeLong(countAt, period);
    }
}
