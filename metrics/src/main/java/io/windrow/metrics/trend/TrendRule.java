package io.windrow.metrics.trend;

/**
 * What growth is allowed, and how a series is judged by it: growth is an interval that lies above 0 with a slope above what is allowed, in
 * either half of the series too, so that a single step is none; no growth is an interval whose upper end is not above what is allowed;
 * anything else is inconclusive.
 *
 * @param allowed    the growth that is allowed, values per place, 0 or more.
 * @param resolution the step in which the values are counted, such as a page; growth by less than a step over the whole series cannot be
 *                   seen, and the interval is wider by as much at both ends.
 * @param unit       what a slope is counted in, for the reason, such as {@code B per million events}.
 */
public record TrendRule(double allowed, double resolution, String unit) {

    /** Growth of so many widths of the interval is found nine times of ten, by simulation. */
    private static final double LIMIT_WIDTHS = 2;
    /** What each half must show of the slope of the whole: much less than all, since half of the blocks tell a slope a third as well. */
    private static final double HALF_SHARE = 0.25;

    /**
     * Makes a rule.
     *
     * @param allowed    the growth that is allowed, values per place.
     * @param resolution the step in which the values are counted.
     * @param unit       what a slope is counted in.
     * @throws IllegalArgumentException if {@code allowed} or {@code resolution} is negative or not a number.
     */
    public TrendRule {
        require(allowed, "allowed");
        require(resolution, "resolution");
    }

    /**
     * Judges a series.
     *
     * @param floors the series, in the place and value that the rule is counted in.
     * @return the verdict.
     */
    public TrendVerdict judge(BlockFloors floors) {
        SlopeInterval interval = floors.slope();
        double step = floors.length() > 0 ? resolution / floors.length() : Double.POSITIVE_INFINITY;
        // A line that is steeper leaves what was seen so far behind that noise as large as all of it would have to hide it.
        double steepest = floors.length() > 0 ? 2 * floors.range() / floors.length() : Double.POSITIVE_INFINITY;
        double lower = Math.max(interval.lower(), -steepest) - step;
        double upper = Math.min(interval.upper(), steepest) + step;
        boolean grows = floors.isComplete() && lower > 0 && interval.slope() > allowed;
        if (grows && Math.min(floors.earlierSlope(), floors.laterSlope()) > interval.slope() * HALF_SHARE) {
            return verdict(TrendVerdict.Trend.GROWTH, "grows by more than ", interval.slope(), lower, upper);
        }
        if (floors.isComplete() && upper <= allowed) {
            return verdict(TrendVerdict.Trend.NO_GROWTH, "grows by no more than ", interval.slope(), lower, upper);
        }
        return verdict(TrendVerdict.Trend.INCONCLUSIVE, grows ? "grows, and not in both halves, by more than " : doubt(floors),
            interval.slope(), lower, upper);
    }

    private static String doubt(BlockFloors floors) {
        return floors.isComplete() ? "is too short or too noisy to rule out more than " : "has blocks without a sample for ";
    }

    private TrendVerdict verdict(TrendVerdict.Trend trend, String rule, double slope, double lower, double upper) {
        double limit = Math.max(allowed, LIMIT_WIDTHS * (upper - lower));
        StringBuilder text = new StringBuilder(rule);
        append(text, allowed).append(' ').append(unit).append(": slope=");
        append(text, slope).append(", 95 % interval=");
        append(text, lower).append(" to ");
        append(text, upper).append(", would have shown=");
        return new TrendVerdict(trend, slope, lower, upper, limit, append(text, limit).toString());
    }

    private static StringBuilder append(StringBuilder text, double value) {
        if (Math.abs(value) >= 100 && Math.abs(value) < Long.MAX_VALUE) {
            return text.append(Math.round(value));
        }
        return text.append(Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : value);
    }

    private static void require(double value, String name) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " must be 0 or more: " + name + "=" + value);
        }
    }
}
