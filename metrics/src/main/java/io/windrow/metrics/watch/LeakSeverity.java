package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;

/**
 * How bad a growth is: by its share of where it began (below 5 % LOW, below 15 % MEDIUM, below 50 % HIGH), and by how soon it reaches the
 * limit of its figure at this pace (within a day at least HIGH, within an hour CRITICAL).
 */
final class LeakSeverity {

    private static final double LOW_SHARE = 0.05;
    private static final double MEDIUM_SHARE = 0.15;
    private static final double HIGH_SHARE = 0.50;
    private static final double DAY_HOURS = 24;

    private LeakSeverity() {
    }

    static Severity of(Figure figure, Snapshot first, Snapshot last, double perHour) {
        Severity byShare = byShare(first.get(figure), last.get(figure));
        Figure limit = Growth.limit(figure);
        if (limit == null || !last.has(limit)) {
            return byShare;
        }
        Severity byLimit = byHoursLeft((last.get(limit) - last.get(figure)) / perHour);
        return byLimit.compareTo(byShare) > 0 ? byLimit : byShare;
    }

    private static Severity byShare(long from, long to) {
        double share = from == 0 ? Double.POSITIVE_INFINITY : (double) (to - from) / from;
        if (share < LOW_SHARE) {
            return Severity.LOW;
        }
        if (share < MEDIUM_SHARE) {
            return Severity.MEDIUM;
        }
        return share < HIGH_SHARE ? Severity.HIGH : Severity.CRITICAL;
    }

    private static Severity byHoursLeft(double hours) {
        if (hours <= 1) {
            return Severity.CRITICAL;
        }
        return hours <= DAY_HOURS ? Severity.HIGH : Severity.LOW;
    }
}
