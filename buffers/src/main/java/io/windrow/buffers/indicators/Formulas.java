package io.windrow.buffers.indicators;

/**
 * The formulas of a set, given a candle one after the other. Whatever one throws, the others get it.
 *
 * <p>Each of the first seventeen has a call of its own in the code: the compiler learns of each call by itself what it meets there. Where
 * all sets of an engine hold the same indicators, as in a pipeline, that is one kind of formula, and it is put in the place of the call.
 * In a loop the one call would meet them all. The first is apart, for sets of one. With so many calls the method of the others is too long
 * to be put in the place of a call itself: the compiler's limit for what it takes into one piece is then left to the formulas alone.
 */
final class Formulas {

    /**
     * Hears nothing: what is thrown is thrown on. It is an object and not null, for the compiler inlines no method that takes a class
     * which was not loaded.
     */
    static final IndicatorFaultListener THROWN_ON = new ThrownOn();

    private final IndicatorSpec[] specs;
    private final Indicator[] indicators;
    private final IndicatorState[] states;
    /**
     * Goes from state to state. All formulas work on this one: the compiler then finds out once for all of them where the block is, and
     * how long.
     */
    private final IndicatorState cursor;
    /** Whose turn it is, for what it may throw. */
    private int turn;

    Formulas(IndicatorSpec[] specs, Indicator[] indicators, IndicatorState cursor) {
        this.specs = specs;
        this.indicators = indicators;
        this.cursor = cursor;
        states = new IndicatorState[indicators.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = indicators[i].state();
        }
    }

    void take(long samples, CandleInput candle, IndicatorFaultListener faults) {
        cursor.setSamples(samples);
        try {
            specs[0].update(at(0), candle);
            if (specs.length > 1) {
                others(candle);
            }
        } catch (Throwable e) {
            goOn(e, candle, faults);
        }
    }

    private void others(CandleInput candle) {
        int count = specs.length;
        specs[1].update(at(1), candle);
        if (count > 2) {
            specs[2].update(at(2), candle);
        }
        if (count > 3) {
            specs[3].update(at(3), candle);
        }
        if (count > 4) {
            specs[4].update(at(4), candle);
        }
        if (count > 5) {
            specs[5].update(at(5), candle);
        }
        if (count > 6) {
            specs[6].update(at(6), candle);
        }
        if (count > 7) {
            specs[7].update(at(7), candle);
        }
        if (count > 8) {
            specs[8].update(at(8), candle);
        }
        if (count > 9) {
            specs[9].update(at(9), candle);
        }
        if (count > 10) {
            specs[10].update(at(10), candle);
        }
        if (count > 11) {
            specs[11].update(at(11), candle);
        }
        if (count > 12) {
            specs[12].update(at(12), candle);
        }
        if (count > 13) {
            specs[13].update(at(13), candle);
        }
        if (count > 14) {
            specs[14].update(at(14), candle);
        }
        if (count > 15) {
            specs[15].update(at(15), candle);
        }
        if (count > 16) {
            specs[16].update(at(16), candle);
        }
        if (count > 17) {
            rest(17, candle);
        }
    }

    private void rest(int from, CandleInput candle) {
        for (int i = from; i < specs.length; i++) {
            specs[i].update(at(i), candle);
        }
    }

    private IndicatorState at(int i) {
        turn = i;
        cursor.moveTo(states[i]);
        return cursor;
    }

    private void goOn(Throwable thrown, CandleInput candle, IndicatorFaultListener faults) {
        Indicator failed = indicators[turn];
        failed.forget();
        faults.onFault(failed, thrown);
        try {
            rest(turn + 1, candle);
        } catch (Throwable next) {
            goOn(next, candle, faults);
        }
        if (faults == THROWN_ON) {
            throw Formulas.<RuntimeException>unchecked(thrown);
        }
    }

    /** As it came: a formula that is no Java may throw anything. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static final class ThrownOn implements IndicatorFaultListener {

        @Override
        public void onFault(Indicator indicator, Throwable thrown) {
            // Formulas throws it on, once the others have had their turn.
        }
    }
}
