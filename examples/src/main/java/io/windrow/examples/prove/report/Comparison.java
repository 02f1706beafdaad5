package io.windrow.examples.prove.report;

import java.util.ArrayList;
import java.util.List;

/** Windrow against every other engine of the report; nothing if Windrow was not run. */
final class Comparison {

    /** The engine that is compared with the others. */
    static final String WINDROW = "windrow";

    /** What is compared, whoever is ahead. */
    static final List<Figure> FIGURES = List.of(Figure.PEAK_RSS, Figure.STW_TOTAL, Figure.EVENTS_PER_SECOND, Figure.CANDLE_BYTES);

    private final EngineSummary windrow;
    private final List<EngineSummary> rivals = new ArrayList<>();

    Comparison(List<EngineSummary> engines) {
        EngineSummary found = null;
        for (EngineSummary engine : engines) {
            if (engine.engine().equals(WINDROW)) {
                found = engine;
            } else {
                rivals.add(engine);
            }
        }
        windrow = found;
    }

    boolean hasWindrow() {
        return windrow != null;
    }

    EngineSummary windrow() {
        return windrow;
    }

    List<EngineSummary> rivals() {
        return rivals;
    }

    /** Whether there is anything to compare. */
    boolean possible() {
        return hasWindrow() && !rivals.isEmpty();
    }

    Ratio ratio(Figure figure, EngineSummary rival) {
        return new Ratio(figure, windrow, rival);
    }

    /** Every comparison of the figures that Windrow does not win. */
    List<Ratio> losses(List<Figure> figures) {
        List<Ratio> losses = new ArrayList<>();
        if (possible()) {
            for (Figure figure : figures) {
                rivals.stream().map(rival -> ratio(figure, rival)).filter(Ratio::loses).forEach(losses::add);
            }
        }
        return losses;
    }
}
