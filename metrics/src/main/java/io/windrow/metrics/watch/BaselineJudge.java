package io.windrow.metrics.watch;

import io.windrow.metrics.watch.BaselineComparison.Row;
import io.windrow.metrics.watch.BaselineComparison.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Holds one baseline against another. */
final class BaselineJudge {

    private static final double PERCENT = 100;

    private BaselineJudge() {
    }

    static BaselineComparison compare(MemoryBaseline before, MemoryBaseline now, BaselineLimits limits) {
        List<Row> rows = rows(before, now, limits);
        String doubt = doubt(before, now, limits, rows);
        if (!doubt.isEmpty()) {
            return new BaselineComparison(Verdict.INCONCLUSIVE, doubt, rows);
        }
        String worse = worse(rows);
        return worse.isEmpty() ? new BaselineComparison(Verdict.PASS, "no figure is worse than its limit", rows)
            : new BaselineComparison(Verdict.FAIL, worse, rows);
    }

    private static List<Row> rows(MemoryBaseline before, MemoryBaseline now, BaselineLimits limits) {
        List<Row> rows = new ArrayList<>();
        for (BaselineFigure then : before.figures().values()) {
            BaselineFigure today = now.get(then.figure());
            if (today != null) {
                long limit = limits.limit(then.figure(), then.mean());
                rows.add(new Row(then.figure(), then.mean(), today.mean(), changePercent(then.mean(), today.mean()), limit,
                    today.mean() > limit));
            }
        }
        return rows;
    }

    private static double changePercent(long before, long now) {
        if (before == now) {
            return 0;
        }
        return before == 0 ? Double.NaN : PERCENT * (now - before) / before;
    }

    private static String doubt(MemoryBaseline before, MemoryBaseline now, BaselineLimits limits, List<Row> rows) {
        StringBuilder doubt = new StringBuilder();
        if (Math.min(before.samples(), now.samples()) < limits.fewestSamples()) {
            doubt.append("too few samples: at least ").append(limits.fewestSamples()).append(" are wanted, the baseline has ")
                .append(before.samples()).append(", now there are ").append(now.samples()).append("; ");
        }
        if (rows.stream().noneMatch(row -> row.limit() != Long.MAX_VALUE)) {
            doubt.append("no figure that is judged is known to both; ");
        }
        doubt.append(before.conditions().differenceTo(now.conditions()));
        return doubt.length() == 0 ? "" : doubt.substring(0, doubt.length() - 2);
    }

    private static String worse(List<Row> rows) {
        StringBuilder worse = new StringBuilder();
        for (Row row : rows) {
            if (row.worse()) {
                worse.append(worse.length() == 0 ? "" : "; ").append(row.figure().key()).append(" grew from ")
                    .append(FigureText.of(row.figure(), row.before())).append(" to ").append(FigureText.of(row.figure(), row.now()))
                    .append(", above ").append(FigureText.of(row.figure(), row.limit()));
            }
        }
        return worse.toString();
    }
}
