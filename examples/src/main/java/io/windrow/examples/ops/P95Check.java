package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.ops.scrape.Family;
import io.windrow.examples.ops.scrape.Histogram;
import io.windrow.examples.ops.scrape.Scrape;
import io.windrow.examples.ops.watched.Target;
import io.windrow.metrics.PauseRecorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the P95 of pauses and latencies against limits. */
final class P95Check {

    private static final String STOP = "stop";
    private static final String COLLECTION = "collection";
    private static final Map<String, String> HISTOGRAMS =
        Map.of(STOP, "windrow_stop_seconds", COLLECTION, "gc_pause_duration_seconds", "latency", "signal_latency_seconds");
    private static final double SHARE = 0.95;
    private static final double PERCENT = 95;
    private static final double NANOS = 1e9;
    private static final long STOP_LIMIT = 50_000_000;
    private static final long LATENCY_LIMIT = 5_000_000;

    private final Map<String, Long> limits;
    private final long fewestEvents;

    P95Check(Map<String, Long> limits, long fewestEvents) {
        this.limits = limits;
        this.fewestEvents = fewestEvents;
    }

    /** The limits of the systems before Windrow. */
    static Map<String, Long> defaults(Target target) {
        Map<String, Long> defaults = new LinkedHashMap<>();
        defaults.put(STOP, STOP_LIMIT);
        if (!target.isProcess()) {
            defaults.put("latency", LATENCY_LIMIT);
        }
        return defaults;
    }

    /**
     * Judges what was seen.
     *
     * @throws IllegalArgumentException if a limit has a name that this target does not know.
     */
    List<Check> of(Look look) {
        List<Check> checks = new ArrayList<>();
        limits.forEach((name, limit) -> checks.add(
            look.isProcess() ? ofPauses(name, limit, look.pauses()) : ofHistogram(name, limit, look.before(), look.after())));
        return checks;
    }

    /** The P95 figures of a target at their usual limits; too few events leave nothing to object to, which a line says. */
    static Outcome whereKnown(Look look, long fewestEvents) {
        List<Check> checks = new ArrayList<>();
        for (Check check : new P95Check(defaults(look.target()), fewestEvents).of(look)) {
            checks.add(check.status() == Status.UNKNOWN ? new Check(check.name(), Status.WARN, check.value(), check.limit(), check.why())
                : check);
        }
        return Outcome.of(checks);
    }

    private Check ofPauses(String name, long limit, PauseRecorder pauses) {
        boolean stops = name.equals(STOP);
        require(stops || name.equals(COLLECTION), "of a JVM only stop and collection are known, the rest needs --url", "max", name);
        long count = pauses == null ? -1 : stops ? pauses.count() : pauses.collectionCount();
        if (count < fewestEvents) {
            return tooFew(name, limit, count);
        }
        long p95 = stops ? pauses.percentileNanos(PERCENT) : pauses.collectionPercentileNanos(PERCENT);
        long merged = stops ? pauses.mergedPolls() : pauses.mergedCollectionPolls();
        String why = count + " seen" + (merged == 0 ? "" : ", of which " + merged + " groups are known by their mean only");
        return Check.of(title(name), p95 <= limit, FigureText.time(p95), FigureText.time(limit), why);
    }

    private Check ofHistogram(String name, long limit, Scrape before, Scrape after) {
        String family = HISTOGRAMS.getOrDefault(name, name);
        Histogram histogram = histogram(after, family);
        require(histogram != null || HISTOGRAMS.containsKey(name), "no such histogram in /metrics", "max", name);
        Histogram earlier = before == null ? null : histogram(before, family);
        Histogram seen = histogram == null || earlier == null ? histogram : histogram.since(earlier);
        if (seen == null || seen.count() < fewestEvents) {
            return tooFew(name, limit, seen == null ? -1 : (long) seen.count());
        }
        return judge(name, limit, seen);
    }

    /** Null if there is none of that name. */
    static Histogram histogram(Scrape scrape, String name) {
        Family family = scrape.families().get(name);
        return family == null || !"histogram".equals(family.type()) ? null : Histogram.of(family);
    }

    private static Check judge(String name, long limit, Histogram seen) {
        Histogram.Quantile p95 = seen.quantile(SHARE);
        long lower = Math.round(p95.lower() * NANOS);
        String upper = Double.isInfinite(p95.upper()) ? "more" : FigureText.time(p95.upper() * NANOS);
        String why = (long) seen.count() + " seen, P95 above " + FigureText.time(lower) + ", up to " + upper;
        boolean below = p95.upper() * NANOS <= limit;
        if (!below && lower < limit) {
            return new Check(title(name), Status.UNKNOWN, FigureText.time(p95.value() * NANOS), FigureText.time(limit),
                why + ", and so is the limit");
        }
        return Check.of(title(name), below, FigureText.time(p95.value() * NANOS), FigureText.time(limit), why);
    }

    private Check tooFew(String name, long limit, long count) {
        String why = count < 0 ? "not known" : "too few: " + count + " seen, " + fewestEvents + " are needed";
        return Check.unknown(title(name), FigureText.time(limit), why);
    }

    private static String title(String name) {
        return name + " P95";
    }
}
