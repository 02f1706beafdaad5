package io.windrow.metrics.trend;

/**
 * Whether a series grows, in numbers and in words.
 *
 * @param trend          which of the three.
 * @param slope          the slope, values per place; NaN if there is none.
 * @param lower          the lower end of its interval, see {@link SlopeInterval}.
 * @param upper          the upper end of its interval.
 * @param detectionLimit the growth that a series as long and as noisy as this one shows nine times of ten; infinite if none.
 * @param reason         one line for a person.
 */
public record TrendVerdict(Trend trend, double slope, double lower, double upper, double detectionLimit, String reason) {

    /** What can be said of a series. */
    public enum Trend {
        /** It grows by no more than is allowed: the upper end of the interval says so. */
        NO_GROWTH,
        /** It grows, and by more than is allowed. */
        GROWTH,
        /** The series is too short or too noisy to say either, which is not a pass. */
        INCONCLUSIVE
    }
}
