package io.windrow.examples.ops;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.watch.BaselineCapture;
import io.windrow.metrics.watch.BaselineComparison;
import io.windrow.metrics.watch.BaselineConditions;
import io.windrow.metrics.watch.BaselineLimits;
import io.windrow.metrics.watch.MemoryBaseline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of a canary whether it may stay: the stable engine is its baseline. */
final class CanaryJudge {

    /** A canary with half of the load shows nothing. */
    private static final double LOAD_SHARE = 0.25;
    /** The two may run on different machines and with different flags: that is what a canary is for. */
    private static final BaselineConditions SAME = new BaselineConditions("", "", "", "");

    private final TwoTargets both;
    private final BaselineLimits limits;
    private final long warmUpNanos;

    CanaryJudge(TwoTargets both, BaselineLimits limits, long warmUpNanos) {
        this.both = both;
        this.limits = limits;
        this.warmUpNanos = warmUpNanos;
    }

    Outcome outcome() {
        BaselineComparison comparison = baseline(both.stableSeries()).compare(baseline(both.canarySeries()), limits);
        Outcome compared = Baselines.outcome(comparison);
        List<String> against = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (Check check : EngineHealth.checks(both.canary())) {
            if (check.status() == Status.FAIL) {
                against.add(check.name() + " " + check.value() + ", limit " + check.limit());
            }
        }
        if (compared.verdict() != Verdict.PASS) {
            (compared.verdict() == Verdict.FAIL ? against : waiting).add(comparison.reason());
        }
        addWarmUp(waiting);
        addLoad(waiting);
        return outcome(compared, against, waiting);
    }

    private static Outcome outcome(Outcome compared, List<String> against, List<String> waiting) {
        Verdict verdict = !against.isEmpty() ? Verdict.FAIL : waiting.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
        String word = switch (verdict) {
            case FAIL -> "ROLLBACK";
            case INCONCLUSIVE -> "WAIT";
            case PASS -> "PROMOTE";
        };
        List<String> reasons = !against.isEmpty() ? against : waiting;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", word);
        tree.put("reasons", reasons);
        tree.put("rows", compared.tree().get("rows"));
        String table = compared.text().substring(0, compared.text().indexOf("\n\n") + 2);
        return new Outcome(verdict, table + word + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons)) + "\n", tree);
    }

    private static MemoryBaseline baseline(SampleSeries series) {
        BaselineCapture capture = MemoryBaseline.capture();
        series.samples().forEach(capture::onSample);
        return capture.finish(SAME);
    }

    private void addWarmUp(List<String> waiting) {
        Sample last = both.canarySeries().last();
        if (last.has(Figure.UPTIME) && last.get(Figure.UPTIME) < warmUpNanos) {
            waiting.add("the canary has run for " + FigureText.of(Figure.UPTIME, last.get(Figure.UPTIME)) + ", "
                + Spans.text(warmUpNanos) + " are wanted");
        }
    }

    private void addLoad(List<String> waiting) {
        double stable = rate(both.stableSeries());
        double canary = rate(both.canarySeries());
        if (stable >= 0 && canary >= 0 && Math.abs(stable - canary) > LOAD_SHARE * Math.max(stable, canary)) {
            waiting.add("the loads differ: " + FigureText.of(Figure.Unit.COUNT, stable) + " and "
                + FigureText.of(Figure.Unit.COUNT, canary) + " events a second");
        }
    }

    private static double rate(SampleSeries series) {
        long events = series.growth(Figure.EVENTS);
        return events == Sample.ABSENT || series.seconds() == 0 ? -1 : events / series.seconds();
    }
}
