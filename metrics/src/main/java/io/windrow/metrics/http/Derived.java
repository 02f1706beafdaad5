package io.windrow.metrics.http;

import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;

/** What follows from figures: differences, shares, rates since the sample before, and growth. */
final class Derived {

    private static final double NANOS = 1e9;

    private final EngineMetrics metrics;
    private final HoursSource cleanHours;

    Derived(EngineMetrics metrics, HoursSource cleanHours) {
        this.metrics = metrics;
        this.cleanHours = cleanHours;
    }

    /** Fills the object and ends it. A share is of one core, or of time: 1 is all of it. */
    void write(JsonText json, Sample sample) {
        if (sample.has(Figure.HEAP_COMMITTED) && sample.has(Figure.HEAP_USED)) {
            json.known("heapFreeBytes", sample.get(Figure.HEAP_COMMITTED) - sample.get(Figure.HEAP_USED));
        }
        json.knownDecimal("collectorShare", metrics.perSecond(Figure.COLLECTION_TIME) / NANOS);
        json.knownDecimal("stoppedShare", metrics.perSecond(Figure.STOPPED_TIME) / NANOS);
        json.knownDecimal("cpuShare", metrics.perSecond(Figure.CPU) / NANOS);
        json.knownDecimal("residentGrowthBytesPerMinute", metrics.growthPerMinute(Figure.RESIDENT));
        json.knownDecimal("openFilesGrowthPerMinute", metrics.growthPerMinute(Figure.OPEN_FILES));
        json.knownDecimal("allocatedBytesPerSecond", metrics.perSecond(Figure.ALLOCATED));
        json.knownDecimal("eventsPerSecond", metrics.perSecond(Figure.EVENTS));
        json.knownDecimal("signalsPerSecond", metrics.perSecond(Figure.SIGNALS));
        if (cleanHours != null) {
            json.knownDecimal("cleanHours", cleanHours.hours());
        }
        json.end();
    }
}
