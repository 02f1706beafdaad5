package io.windrow.metrics.watch;

import java.util.Objects;

/**
 * What a JVM runs under, as far as advice on its collector depends on it. Immutable.
 *
 * @param collector {@code Serial}, {@code Parallel}, {@code G1}, {@code ZGC}, {@code Shenandoah}, {@code Epsilon}, or an empty string.
 * @param feature the Java version, such as 17; 0 if not known.
 * @param cores processors it may use, at least 1.
 * @param flags the JVM's options, separated by spaces, as far as they are known.
 */
public record CollectorSettings(String collector, int feature, int cores, String flags) {

    /**
     * Checks.
     *
     * @param collector not null.
     * @param feature 0 or more.
     * @param cores at least 1.
     * @param flags not null.
     * @throws IllegalArgumentException if a number is out of its range.
     */
    public CollectorSettings {
        Objects.requireNonNull(collector, "collector");
        Objects.requireNonNull(flags, "flags");
        Rules.atLeast("feature", feature, 0);
        Rules.atLeast("cores", cores, 1);
    }
}
