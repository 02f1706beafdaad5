package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Meter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A scrape's text without its numbers, and where each number comes from; good until a meter comes or goes. */
final class ScrapePlan {

    private final long changes;
    /** Null if there is something that a plan cannot write. */
    private final ScrapePart[] parts;
    private final boolean halfway;

    /** Some lines of a scrape. */
    interface ScrapePart {
        void write(ScrapeText out) throws IOException;
    }

    private ScrapePlan(long changes, ScrapePart[] parts, boolean halfway) {
        this.changes = changes;
        this.parts = parts;
        this.halfway = halfway;
    }

    static ScrapePlan of(SteadyRegistry registry, long changes) {
        ScrapeFamilies families = new ScrapeFamilies();
        if (!registry.isPlain() || !fill(families, registry)) {
            return new ScrapePlan(changes, null, false);
        }
        boolean settled = families.owners() == registry.collectors().names();
        return new ScrapePlan(changes, settled ? parts(families) : null, !settled);
    }

    /** False if there is something that cannot be written. */
    private static boolean fill(ScrapeFamilies families, SteadyRegistry registry) {
        WatchedCollectors collectors = registry.collectors();
        if (collectors.hasStrangers()) {
            return false;
        }
        for (SteadyRegistry.Shown one : registry.shown()) {
            Meter.Id id = one.meter().getId();
            ScrapeSeries series = ScrapeSeries.of(id.getConventionName(one.convention()), id.getConventionTags(one.convention()));
            if (series == null || !MeterLines.add(families, one.meter(), series, registry.help(id))) {
                return false;
            }
        }
        for (PrometheusHistogram histogram : collectors.histograms()) {
            if (!histogram.addTo(families)) {
                return false;
            }
        }
        return true;
    }

    private static ScrapePart[] parts(ScrapeFamilies families) {
        List<ScrapePart> parts = new ArrayList<>();
        return families.addTo(parts) ? parts.toArray(new ScrapePart[0]) : null;
    }

    long changes() {
        return changes;
    }

    boolean isComplete() {
        return parts != null;
    }

    /** Whether it lacks nothing but a meter that is just coming or going, so that one made a moment later may be complete. */
    boolean isHalfway() {
        return halfway;
    }

    void write(ScrapeText out) throws IOException {
        for (ScrapePart part : parts) {
            part.write(out);
        }
    }
}
