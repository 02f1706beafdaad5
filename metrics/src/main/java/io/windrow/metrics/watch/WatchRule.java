package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.time.Duration;
import java.util.Objects;

/**
 * What a watchdog looks for. Immutable.
 *
 * @param name unique within a watchdog, not blank; the name of the alarm.
 * @param figure what is looked at.
 * @param kind how it is held against the threshold.
 * @param threshold in the unit of the figure; of a growth, per minute.
 * @param samples how many samples in a row must be beyond it, at least 1.
 * @param coolDownNanos after it fired, the shortest time until it fires again, 0 or more.
 * @param windowNanos the time over which a growth is taken, positive; of no meaning for the other kinds.
 */
public record WatchRule(String name, Figure figure, Kind kind, long threshold, int samples, long coolDownNanos, long windowNanos) {

    private static final int DEFAULT_SAMPLES = 3;
    private static final long DEFAULT_COOL_DOWN_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long DEFAULT_WINDOW_NANOS = Duration.ofMinutes(10).toNanos();

    /** How a figure is held against a threshold. */
    public enum Kind {
        /** It is above. Armed again when it is below 9/10 of the threshold. */
        ABOVE("above"),
        /** It is below. Armed again when it is above 10/9 of the threshold. */
        BELOW("below"),
        /** Its robust slope per minute is above. Armed again when that is below 9/10 of the threshold. */
        GROWTH("growth per minute above"),
        /**
         * It is above and higher than it ever was: a new record, such as of {@link Figure#STOP_LONGEST}, which never falls. Always armed;
         * counts at the first sample.
         */
        RECORD("record above");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * Checks.
     *
     * @param name not blank.
     * @param figure not null.
     * @param kind not null.
     * @param threshold 0 or more.
     * @param samples at least 1.
     * @param coolDownNanos 0 or more.
     * @param windowNanos positive.
     * @throws IllegalArgumentException if one is out of its range.
     */
    public WatchRule {
        Rules.notBlank("name", name);
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(kind, "kind");
        Rules.atLeast("threshold", threshold, 0);
        Rules.atLeast("samples", samples, 1);
        Rules.atLeast("coolDownNanos", coolDownNanos, 0);
        Rules.atLeast("windowNanos", windowNanos, 1);
    }

    /**
     * A figure that must not be above a threshold for 3 samples in a row.
     *
     * @param figure which.
     * @param threshold in its unit, 0 or more.
     * @return the rule, with a cool-down of 10 minutes.
     * @throws IllegalArgumentException if the threshold is negative.
     */
    public static WatchRule above(Figure figure, long threshold) {
        return of(figure, Kind.ABOVE, threshold, DEFAULT_SAMPLES);
    }

    /**
     * A figure that must not be below a threshold for 3 samples in a row.
     *
     * @param figure which.
     * @param threshold in its unit, 0 or more.
     * @return the rule, with a cool-down of 10 minutes.
     * @throws IllegalArgumentException if the threshold is negative.
     */
    public static WatchRule below(Figure figure, long threshold) {
        return of(figure, Kind.BELOW, threshold, DEFAULT_SAMPLES);
    }

    /**
     * A figure that must not grow faster, by a robust slope over 10 minutes, for 3 samples in a row.
     *
     * @param figure which.
     * @param perMinute in its unit, 0 or more.
     * @return the rule, with a cool-down of 10 minutes.
     * @throws IllegalArgumentException if the threshold is negative.
     */
    public static WatchRule growth(Figure figure, long perMinute) {
        return of(figure, Kind.GROWTH, perMinute, DEFAULT_SAMPLES);
    }

    /**
     * A figure that must not rise to a new record above a threshold.
     *
     * @param figure which, such as {@link Figure#STOP_LONGEST}.
     * @param threshold in its unit, 0 or more.
     * @return the rule, with a cool-down of 10 minutes.
     * @throws IllegalArgumentException if the threshold is negative.
     */
    public static WatchRule record(Figure figure, long threshold) {
        return of(figure, Kind.RECORD, threshold, 1);
    }

    /**
     * The same under another name.
     *
     * @param newName not blank.
     * @return a copy.
     * @throws IllegalArgumentException if it is blank.
     */
    public WatchRule named(String newName) {
        return new WatchRule(newName, figure, kind, threshold, samples, coolDownNanos, windowNanos);
    }

    /**
     * The same after another number of samples in a row.
     *
     * @param newSamples at least 1.
     * @return a copy.
     * @throws IllegalArgumentException if it is less.
     */
    public WatchRule forSamples(int newSamples) {
        return new WatchRule(name, figure, kind, threshold, newSamples, coolDownNanos, windowNanos);
    }

    /**
     * The same with another cool-down.
     *
     * @param time 0 or more.
     * @return a copy.
     * @throws IllegalArgumentException if it is negative.
     */
    public WatchRule coolDown(Duration time) {
        return new WatchRule(name, figure, kind, threshold, samples, Rules.notNegativeNanos("coolDown", time), windowNanos);
    }

    /**
     * The same with growth taken over another time.
     *
     * @param time positive.
     * @return a copy.
     * @throws IllegalArgumentException if it is not.
     */
    public WatchRule window(Duration time) {
        return new WatchRule(name, figure, kind, threshold, samples, coolDownNanos, Rules.positiveNanos("window", time));
    }

    private static WatchRule of(Figure figure, Kind kind, long threshold, int samples) {
        String name = new StringBuilder(figure.key()).append(' ').append(kind.words()).append(' ').append(threshold).toString();
        return new WatchRule(name, figure, kind, threshold, samples, DEFAULT_COOL_DOWN_NANOS, DEFAULT_WINDOW_NANOS);
    }
}
