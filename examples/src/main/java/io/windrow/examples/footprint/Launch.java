package io.windrow.examples.footprint;

import java.util.EnumMap;
import java.util.Map;

/**
 * One launch of a profile: a process at full speed, then one that is paced.
 *
 * @param figures what is not known is left out.
 * @param parts of the paced process at its end.
 * @param jdk version of the JVM.
 * @param flags of the JVM.
 */
record Launch(Map<Measure, Double> figures, MemoryParts parts, String jdk, String flags) {

    /** Puts the two processes together. */
    static Launch of(PhaseResult fullSpeed, PhaseResult paced) {
        Map<Measure, Double> figures = new EnumMap<>(paced.figures());
        double peak = paced.figures().get(Measure.PEAK);
        double peakFullSpeed = fullSpeed.figures().get(Measure.PEAK);
        figures.put(Measure.PEAK, Math.max(peak, peakFullSpeed));
        figures.put(Measure.PEAK_PACED, peak);
        figures.put(Measure.PEAK_FULL_SPEED, peakFullSpeed);
        figures.put(Measure.EVENTS_PER_SECOND, fullSpeed.eventsPerSecond());
        figures.put(Measure.PACED_EVENTS_PER_SECOND, paced.eventsPerSecond());
        return new Launch(figures, paced.facts().parts(), paced.facts().jdk(), paced.facts().flags());
    }

    boolean has(Measure measure) {
        return figures.containsKey(measure);
    }

    /** NaN if it is not known. */
    double get(Measure measure) {
        return figures.getOrDefault(measure, Double.NaN);
    }
}
