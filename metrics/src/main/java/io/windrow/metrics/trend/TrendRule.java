package io.windrow.metrics.trend;

/**
 * What growth is allowed, and how a series is judged by it: growth is an interval that lies above 0 with a slope above what is allowed; no
 * growth is an interval whose upper end is not above what is allowed; anything else is inconclusive.
 *
 * @param allowed    the growth that is allowed, values per place, 0 or more.
 * @param resolution the step in which the values are counted, such as a page; growth by less than a step over the whole series cannot be
 *                   seen, and the interval is wider by as much at both ends.
 * @param unit       what a slope is counted in, for the reason, such as {@code B per million events}.
 */
public record TrendRule(double allowed, double resolution, String unit) {

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
        double lower = interval.lower() - step;
        double upper = interval.upper() + step;
        double limit = Math.max(allowed, upper - lower);
        TrendVerdict.Trend trend = trend(floors, interval.slope(), lower, upper);
        return new TrendVerdict(trend, interval.slope(), lower, upper, limit, reason(trend, floors, interval.slope(), lower, upper, limit));
    }

    private TrendVerdict.Trend trend(BlockFloors floors, double slope, double lower, double upper) {
        if (floors.isComplete() && lower > 0 && slope > allowed) {
            return TrendVerdict.Trend.GROWTH;
        }
        return floors.isComplete() && upper <= allowed ? TrendVerdict.Trend.NO_GROWTH : TrendVerdict.Trend.INCONCLUSIVE;
    }

    private String reason(TrendVerdict.Trend trend, BlockFloors floors, double slope, double lower, double upper, double limit) {
        StringBuilder text = new StringBuilder();
        switch (trend) {
            case GROWTH -> text.append("grows by more than ");
            case NO_GROWTH -> text.append("grows by no more than ");
            default -> text.append(floors.isComplete() ? "is too short or too noisy to rule out more than " : "has no sample in every block for ");
        }
        append(text, allowed).append(' ').append(unit).append(": slope=");
        append(text, slope).append(", 95 % interval=");
        append(text, lower).append(" to ");
        append(text, upper).append(", would have shown=");
        return append(text, limit).toString();
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
