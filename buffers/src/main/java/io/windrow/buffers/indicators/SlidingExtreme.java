package io.windrow.buffers.indicators;

/**
 * The highest or the lowest of the last values of a series, of all where fewer came. The ring is filled round by round. When a round is
 * full, each place takes the extreme of itself and the places behind it, once in a period; so the extreme of any span that reaches into
 * the next round is that of one place and that of the round so far (van Herk 1992, Gil and Werman 1993). A part of a formula: two
 * {@code long}s of its state, and one for each value.
 */
final class SlidingExtreme {

    private static final int HEADER = 2;

    private final int countAt;
    private final int roundAt;
    private final int ringAt;
    private final int period;
    private final boolean isHighest;

    private SlidingExtreme(IndicatorSpec spec, int period, boolean isHighest) {
        countAt = spec.reserve(Math.addExact(period, HEADER));
        roundAt = countAt + 1;
        ringAt = countAt + HEADER;
        this.period = period;
        this.isHighest = isHighest;
    }

    static SlidingExtreme highest(IndicatorSpec spec, int period) {
        return new SlidingExtreme(spec, period, true);
    }

    static SlidingExtreme lowest(IndicatorSpec spec, int period) {
        return new SlidingExtreme(spec, period, false);
    }

    /** The extreme with the next value; of fewer than a period at first. */
    double next(IndicatorState state, double value) {
        // Up to a period in the first round, then from there to two, again and again.
        int count = (int) state.getLong(countAt);
        int place = count < period ? count : count - period;
        double round = place == 0 ? value : better(state.get(roundAt), value);
        state.put(ringAt + place, value);
        state.put(roundAt, round);
        if (place == period - 1) {
            endRound(state);
            return round;
        }
        state.putLong(countAt, count + 1);
        return count < period ? round : better(state.get(ringAt + place + 1), round);
    }

    private void endRound(IndicatorState state) {
        double extreme = state.get(ringAt + period - 1);
        for (int i = period - 2; i > 0; i--) {
            extreme = better(state.get(ringAt + i), extreme);
            state.put(ringAt + i, extreme);
        }
        state.putLong(countAt, period);
    }

    private double better(double one, double other) {
        return isHighest ? Math.max(one, other) : Math.min(one, other);
    }
}
