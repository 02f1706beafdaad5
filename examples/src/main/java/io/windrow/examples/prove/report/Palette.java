package io.windrow.examples.prove.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One style of the style sheet for each engine, the same in every chart: a colour, and for lines also a pattern of dashes. */
final class Palette {

    private static final int RIVAL_STYLES = 6;

    private final Map<String, String> styles = new HashMap<>();

    Palette(List<EngineSummary> engines) {
        int rivals = 0;
        for (EngineSummary engine : engines) {
            boolean windrow = engine.engine().equals(Comparison.WINDROW);
            styles.put(engine.engine(), windrow ? "e0" : "e" + (1 + rivals++ % RIVAL_STYLES));
        }
    }

    String style(EngineSummary engine) {
        return styles.get(engine.engine());
    }
}
