package io.windrow.metrics.watch;

import io.windrow.metrics.HotspotCounters;
import java.util.Objects;

/**
 * Under what a baseline was taken; two baselines are comparable if all but the date agree. Immutable.
 *
 * @param jvm name and version of the JVM.
 * @param os name and version of the system, and the architecture.
 * @param flags the JVM's options, separated by spaces.
 * @param date ISO 8601, UTC.
 */
public record BaselineConditions(String jvm, String os, String flags, String date) {

    private static final String UNKNOWN = "unknown";

    /**
     * Checks that nothing is missing.
     *
     * @param jvm not null.
     * @param os not null.
     * @param flags not null.
     * @param date not null.
     */
    public BaselineConditions {
        Objects.requireNonNull(jvm, "jvm");
        Objects.requireNonNull(os, "os");
        Objects.requireNonNull(flags, "flags");
        Objects.requireNonNull(date, "date");
    }

    /**
     * The conditions of a JVM of this machine, from its own counters; {@code unknown} where it has none.
     *
     * @param pid its process number, positive.
     * @param timeNanos the date, nanoseconds since the epoch.
     * @return the conditions.
     * @throws IllegalArgumentException if {@code pid} is not positive.
     */
    public static BaselineConditions of(long pid, long timeNanos) {
        String os = System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch");
        String date = JsonText.iso(timeNanos);
        try (HotspotCounters counters = HotspotCounters.of(pid)) {
            String jvm = text(counters, "java.property.java.vm.name") + " " + text(counters, "java.property.java.vm.version");
            return new BaselineConditions(jvm, os, text(counters, "java.rt.vmArgs"), date);
        } catch (IllegalStateException e) {
            return new BaselineConditions(UNKNOWN, os, UNKNOWN, date);
        }
    }

    private static String text(HotspotCounters counters, String name) {
        return counters.has(name) ? counters.text(name).trim() : UNKNOWN;
    }

    /**
     * How these differ from others, but for the date.
     *
     * @param later the later ones.
     * @return words such as {@code jvm 17.0.2 became 25.0.1}, or an empty string.
     */
    public String differenceTo(BaselineConditions later) {
        return difference("jvm", jvm, later.jvm) + difference("os", os, later.os) + difference("flags", flags, later.flags);
    }

    private static String difference(String name, String before, String after) {
        return before.equals(after) ? "" : name + " '" + before + "' became '" + after + "'; ";
    }
}
