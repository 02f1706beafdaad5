package io.windrow.examples.footprint;

import io.windrow.metrics.Figure.Unit;

/** What a small profile has to reach. */
enum Goal {
    PEAK_MEDIAN(Measure.PEAK, false, 40_000_000, false),
    PEAK_WORST(Measure.PEAK, true, 41_000_000, false),
    PEAK_AIM(Measure.PEAK, false, 42_000_000, false),
    SPEED(Measure.EVENTS_PER_SECOND, false, 0.5, false),
    PAUSE(Measure.PAUSE_P95, true, 5_000_000, false),
    COLLECTIONS(Measure.COLLECTIONS, true, 0, true),
    FILES(Measure.OPEN_FILES, true, 50, false),
    LATENCY(Measure.LATENCY_P95, false, 1_000_000, false);

    private static final int FIRST_MAJOR_OF_AIM = 18;

    private final Measure measure;
    private final boolean isOfWorst;
    private final double limit;
    private final boolean isLimitIncluded;

    Goal(Measure measure, boolean isOfWorst, double limit, boolean isLimitIncluded) {
        this.measure = measure;
        this.isOfWorst = isOfWorst;
        this.limit = limit;
        this.isLimitIncluded = isLimitIncluded;
    }

    Measure measure() {
        return measure;
    }

    boolean isOfWorst() {
        return isOfWorst;
    }

    double limit() {
        return limit;
    }

    /** Whether it is a share of what the default profile reaches, which a value must not be below. */
    boolean isShareOfDefault() {
        return this == SPEED;
    }

    /** What is aimed at and not promised. */
    boolean isAim() {
        return this == PEAK_AIM;
    }

    /** Later JDKs than 17 take more: of their peak there is an aim alone. */
    boolean appliesTo(int majorVersion) {
        return switch (this) {
            case PEAK_MEDIAN, PEAK_WORST -> majorVersion < FIRST_MAJOR_OF_AIM;
            case PEAK_AIM -> majorVersion >= FIRST_MAJOR_OF_AIM;
            default -> true;
        };
    }

    boolean isMetBy(double value) {
        if (isShareOfDefault()) {
            return value >= limit;
        }
        return isLimitIncluded ? value <= limit : value < limit;
    }

    /** Such as {@code peak (VmHWM) < 40.00 MB}. */
    String words() {
        String of = isOfWorst ? ", worst" : ", median";
        String name = measure.label().strip() + (measure == Measure.COLLECTIONS ? "" : of);
        if (isShareOfDefault()) {
            return name + " ≥ " + limit + " x default";
        }
        return name + (isLimitIncluded ? " ≤ " : " < ") + (measure.unit() == Unit.BYTES ? (long) limit / 1_000_000 + " MB"
            : FootprintWords.value(measure.unit(), limit));
    }
}
