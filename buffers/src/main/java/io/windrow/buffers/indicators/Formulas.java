package io.windrow.buffers.indicators;

/**
 * The formulas of a set, given a candle one after the other. Whatever one throws, the others get it.
 *
 * <p>Each of the first six has a call of its own in the code: the compiler learns of each call by itself what it meets there. Where all
 * sets of an engine hold the same indicators, as in a pipeline, that is one kind of formula, and it is put in the place of the call. In a
 * loop the one call would meet them all.
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
    /** Whose turn it is, for what it may throw. */
    private int turn;

    Formulas(IndicatorSpec[] specs, Indicator[] indicators) {
        this.specs = specs;
        this.indicators = indicators;
        states = new IndicatorState[indicators.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = indicators[i].state();
        }
    }

    void take(long samples, CandleInput candle, IndicatorFaultListener faults) {
        try {
            first(samples, candle);
        } catch (Throwable e) {
            goOn(e, samples, candle, faults);
        }
    }

    private void first(long samples, CandleInput candle) {
        int count = specs.length;
        specs[0].update(next(0, samples), candle);
        if (count > 1) {
            specs[1].update(next(1, samples), candle);
        }
        if (count > 2) {
            specs[2].update(next(2, samples), candle);
        }
        if (count > 3) {
            specs[3].update(next(3, samples), candle);
        }
        if (count > 4) {
            specs[4].update(next(4, samples), candle);
        }
        if (count > 5) {
            specs[5].update(next(5, samples), candle);
        }
        if (count > 6) {
            rest(6, samples, candle);
        }
    }

    private void rest(int from, long samples, CandleInput candle) {
        for (int i = from; i < specs.length; i++) {
            specs[i].update(next(i, samples), candle);
        }
    }

    private IndicatorState next(int i, long samples) {
        turn = i;
        states[i].setSamples(samples);
        return states[i];
    }

    private void goOn(Throwable thrown, long samples, CandleInput candle, IndicatorFaultListener faults) {
        Indicator failed = indicators[turn];
        failed.forget();
        faults.onFault(failed, thrown);
        try {
            rest(turn + 1, samples, candle);
        } catch (Throwable next) {
            goOn(next, samples, candle, faults);
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
