package io.windrow.metrics.watch;

import io.windrow.metrics.Sample;

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

    /** The limit is {@link Sample#ABSENT} if there is none. */
    static Severity of(long from, long to, long limit, double perHour) {
        Severity byShare = byShare(from, to);
        if (limit == Sample.ABSENT) {
            return byShare;
        }
        Severity byLimit = byHoursLeft((limit - to) / perHour);
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
