package io.windrow.examples.footprint;

import java.util.Map;

/**
 * What was seen of one process.
 *
 * @param figures of the process; what is not known is left out.
 * @param eventsPerSecond after the warm-up.
 * @param facts read at its end.
 */
record PhaseResult(Map<Measure, Double> figures, double eventsPerSecond, ProcessFacts facts) {
}
