package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.trend.TheilSen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds figures that grew over the last snapshots in a row. */
final class SnapshotLeaks {

    private static final Figure[] WATCHED = {Figure.HEAP_AFTER_COLLECTION, Figure.RESIDENT_ANONYMOUS, Figure.OFF_HEAP, Figure.OPEN_FILES,
        Figure.THREADS, Figure.CLASSES, Figure.LEAKED_OBJECTS, Figure.POOL_IN_USE};
    private static final double HOUR_NANOS = 3_600e9;

    private final List<Snapshot> window;
    private final Snapshot first;
    private final Snapshot last;

    private SnapshotLeaks(List<Snapshot> window) {
        this.window = window;
        first = window.get(0);
        last = window.get(window.size() - 1);
    }

    static List<LeakFinding> find(List<Snapshot> snapshots, int consecutive) {
        List<LeakFinding> findings = new ArrayList<>();
        if (snapshots.size() >= consecutive) {
            SnapshotLeaks leaks = new SnapshotLeaks(snapshots.subList(snapshots.size() - consecutive, snapshots.size()));
            for (Figure figure : WATCHED) {
                if (leaks.grows(figure)) {
                    findings.add(leaks.finding(figure));
                }
            }
        }
        findings.sort(Comparator.comparing(LeakFinding::severity).reversed());
        return findings;
    }

    private boolean grows(Figure figure) {
        int rises = 0;
        for (int i = 0; i < window.size(); i++) {
            if (!window.get(i).has(figure)) {
                return false;
            }
            long step = i == 0 ? 0 : window.get(i).get(figure) - window.get(i - 1).get(figure);
            if (step < 0) {
                return false;
            }
            rises += step > 0 ? 1 : 0;
        }
        return rises >= neededRises(figure) && growth(figure) > Growth.slack(figure) + explained(figure);
    }

    /** One object that leaked is one too many; anything else must rise again and again, or a step would be called a leak. */
    private int neededRises(Figure figure) {
        return figure == Figure.LEAKED_OBJECTS ? 1 : Math.max(2, window.size() / 2);
    }

    private long growth(Figure figure) {
        return last.get(figure) - first.get(figure);
    }

    private long explained(Figure figure) {
        return Growth.growsByFirstTouch(figure)
            ? Growth.firstTouch(last.get(Figure.HEAP_COMMITTED), first.get(Figure.HEAP_USED)) : 0;
    }

    private LeakFinding finding(Figure figure) {
        double perHour = slopePerHour(figure);
        boolean garbage = mayBeGarbage(figure);
        Severity severity = garbage ? Severity.LOW : LeakSeverity.of(first.get(figure), last.get(figure), limit(figure), perHour);
        String text = figure.key() + " grew by " + FigureText.of(figure, growth(figure)) + " to " + FigureText.of(figure, last.get(figure))
            + " over " + window.size() + " snapshots and did not fall once, " + FigureText.of(figure, perHour) + " an hour"
            + (garbage ? "; no full collection was seen meanwhile, so it may be garbage that was promoted" : "");
        return new LeakFinding(figure, severity, first.get(figure), last.get(figure), last.timeNanos() - first.timeNanos(), perHour, text);
    }

    private long limit(Figure figure) {
        Figure limit = Growth.limit(figure);
        return limit == null ? Sample.ABSENT : last.get(limit);
    }

    /** Between two full collections the heap after a young one grows in every program that promotes anything. */
    private boolean mayBeGarbage(Figure figure) {
        return figure == Figure.HEAP_AFTER_COLLECTION && first.has(Figure.OLD_COLLECTIONS)
            && first.get(Figure.OLD_COLLECTIONS) == last.get(Figure.OLD_COLLECTIONS);
    }

    private double slopePerHour(Figure figure) {
        double[] times = new double[window.size()];
        double[] values = new double[window.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = window.get(i).timeNanos() - first.timeNanos();
            values[i] = window.get(i).get(figure);
        }
        return new TheilSen(times.length).slope(times, values, times.length) * HOUR_NANOS;
    }
}
