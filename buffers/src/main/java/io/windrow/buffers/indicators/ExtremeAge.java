package io.windrow.buffers.indicators;

/**
 * How many values ago the highest or the lowest of the last values of a series was, the most recent among equals. It goes round as
 * {@link SlidingFold} does, but keeps the values, and beside each the place of the extreme from it to the end of its round. A part of a
 * formula: two {@code long}s of its state, and two for each value.
 */
final class ExtremeAge {

    private static final int HEADER = 2;
    private static final int SIGN = 63;

    private final int countAt;
    private final int bestAt;
    private final int ringAt;
    private final int placesAt;
    private final int period;
    private final boolean isHighest;

    private ExtremeAge(IndicatorSpec spec, int period, boolean isHighest) {
        countAt = spec.reserve(Math.addExact(Math.multiplyExact(period, 2), HEADER));
        bestAt = countAt + 1;
        ringAt = countAt + HEADER;
        placesAt = ringAt + period;
        this.period = period;
        this.isHighest = isHighest;
    }

    static ExtremeAge ofHighest(IndicatorSpec spec, int period) {
        return new ExtremeAge(spec, period, true);
    }

    static ExtremeAge ofLowest(IndicatorSpec spec, int period) {
        return new ExtremeAge(spec, period, false);
    }

    /** Of the extreme with the next value: 0 where it is that value, at most a period less one. */
    int next(IndicatorState state, double value) {
        int count = (int) state.loadLong(countAt);
        int place = count < period ? count : count - period;
        state.store(ringAt + place, value);
        int best = place == 0 ? 0 : newer(state, (int) state.loadLong(bestAt), place);
        state.storeLong(bestAt, best);
        if (place == period - 1) {
            endRound(state);
            return place - best;
        }
        state.storeLong(countAt, count + 1);
        if (count >= period) {
            best = newer(state, (int) state.loadLong(placesAt + place + 1), best);
        }
        return place - best + (best > place ? period : 0);
    }

    private void endRound(IndicatorState state) {
        int best = period - 1;
        state.storeLong(placesAt + best, best);
        for (int i = best - 1; i > 0; i--) {
            best = newer(state, i, best);
            state.storeLong(placesAt + i, best);
        }
        state.storeLong(countAt, period);
    }

    /**
     * The place of the better value: the later one unless the earlier one is strictly better. By the sign of their difference, since a
     * branch would often be guessed wrong.
     */
    private int newer(IndicatorState state, int earlier, int later) {
        double before = state.load(ringAt + earlier);
        double after = state.load(ringAt + later);
        double worse = isHighest ? after - before : before - after;
        int isEarlier = (int) (Double.doubleToRawLongBits(worse) >> SIGN);
        return later ^ (later ^ earlier) & isEarlier;
    }
}
