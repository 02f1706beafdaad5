package io.windrow.examples.ops;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.trend.BlockFloors;
import io.windrow.metrics.trend.TrendRule;
import io.windrow.metrics.trend.TrendVerdict;
import java.util.ArrayList;
import java.util.List;

/** Holds the samples of a look against the rules of health. A figure that the target does not know has no line. */
final class HealthCheck {

    private static final int BLOCKS = BlockFloors.FEWEST;
    private static final double NANOS_PER_MINUTE = 6e10;
    private static final double PAGE = 4096;

    private final HealthRules rules;

    HealthCheck(HealthRules rules) {
        this.rules = rules;
    }

    List<Check> of(SampleSeries series) {
        List<Check> checks = new ArrayList<>();
        for (HealthRules.Limit limit : rules.limits()) {
            add(checks, series, limit);
        }
        for (HealthRules.Share share : HealthRules.shares()) {
            add(checks, series.last(), share);
        }
        HealthRules.losses().forEach((figure, name) -> addLoss(checks, series, figure, name));
        if (series.size() > 1) {
            for (HealthRules.Growth growth : HealthRules.growths()) {
                add(checks, series, growth);
            }
        }
        if (!series.knows(Figure.RESIDENT)) {
            checks.add(0, Check.unknown("memory", "", "the target does not tell its memory"));
        }
        return checks;
    }

    private static void add(List<Check> checks, SampleSeries series, HealthRules.Limit limit) {
        // One bad second is no bad latency; of all else the largest counts.
        long value = limit.figure() == Figure.LATENCY_P95 ? series.median(limit.figure()) : series.largest(limit.figure());
        if (value != Sample.ABSENT) {
            Status status = value > limit.fail() ? Status.FAIL : value > limit.warn() ? Status.WARN : Status.OK;
            long held = status == Status.WARN || limit.fail() == Long.MAX_VALUE ? limit.warn() : limit.fail();
            checks.add(new Check(limit.name(), status, FigureText.of(limit.figure(), value), FigureText.of(limit.figure(), held),
                status == Status.OK ? "" : limit.figure().description()));
        }
    }

    private static void add(List<Check> checks, Sample sample, HealthRules.Share rule) {
        if (!sample.has(rule.figure()) || !sample.has(rule.of()) || sample.get(rule.of()) == 0) {
            return;
        }
        double share = (double) sample.get(rule.figure()) / sample.get(rule.of());
        Status status = share > rule.fail() ? Status.FAIL : share > rule.warn() ? Status.WARN : Status.OK;
        checks.add(new Check(rule.name(), status, FigureText.percent(share),
            FigureText.percent(status == Status.WARN ? rule.warn() : rule.fail()),
            FigureText.of(rule.figure(), sample.get(rule.figure())) + " of " + FigureText.of(rule.of(), sample.get(rule.of()))));
    }

    private static void addLoss(List<Check> checks, SampleSeries series, Figure figure, String name) {
        long grown = series.growth(figure);
        long all = series.last().get(figure);
        if (all != Sample.ABSENT) {
            Status status = grown > 0 ? Status.FAIL : all > 0 ? Status.WARN : Status.OK;
            checks.add(new Check(name, status, Long.toString(all), "0", grown > 0 ? grown + " while it was watched"
                : all > 0 ? "before it was watched" : ""));
        }
    }

    private static void add(List<Check> checks, SampleSeries series, HealthRules.Growth rule) {
        Figure figure = rule.figure();
        List<Sample> samples = series.samples().stream().filter(sample -> sample.has(figure)).toList();
        if (samples.isEmpty()) {
            return;
        }
        double[] minutes = samples.stream().mapToDouble(sample -> (sample.timeNanos() - series.first().timeNanos()) / NANOS_PER_MINUTE)
            .toArray();
        double[] values = samples.stream().mapToDouble(sample -> sample.get(figure)).toArray();
        TrendVerdict verdict = new TrendRule(rule.perMinute(), figure.unit() == Figure.Unit.BYTES ? PAGE : 1, "a minute")
            .judge(BlockFloors.of(minutes, values, values.length, BLOCKS));
        checks.add(judged(rule, verdict, firstTouch(figure, series)));
    }

    private static Check judged(HealthRules.Growth rule, TrendVerdict verdict, boolean firstTouch) {
        Figure.Unit unit = rule.figure().unit();
        String value = Double.isFinite(verdict.slope()) ? FigureText.change(unit, verdict.slope()) + " a minute" : "-";
        String limit = FigureText.of(unit, rule.perMinute()) + " a minute";
        return switch (verdict.trend()) {
            case NO_GROWTH -> new Check(rule.name(), Status.OK, value, limit, "");
            case GROWTH -> new Check(rule.name(), firstTouch ? Status.WARN : Status.FAIL, value, limit,
                firstTouch ? "no more than the heap's pages that are touched for the first time" : verdict.reason());
            // A look of seconds cannot rule out slow growth; that takes the sentinel's hours.
            case INCONCLUSIVE -> new Check(rule.name(), Status.WARN, value, limit, "too short or too noisy to tell; leak-sentinel tells");
        };
    }

    /** Whether the growth could be the heap alone, whose committed pages become resident when they are used. */
    private static boolean firstTouch(Figure figure, SampleSeries series) {
        if (figure != Figure.RESIDENT_ANONYMOUS || !series.first().has(Figure.HEAP_COMMITTED)) {
            return false;
        }
        long untouched = series.last().get(Figure.HEAP_COMMITTED) - Math.max(0, series.first().get(Figure.HEAP_USED));
        return series.growth(figure) <= untouched;
    }
}
