package io.windrow.examples.ops;

import io.windrow.examples.ops.json.JsonReader;
import io.windrow.examples.ops.watched.Target;
import io.windrow.metrics.HotspotCounters;
import io.windrow.metrics.watch.BaselineConditions;
import io.windrow.metrics.watch.CollectorSettings;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;

/** Under what a target runs: its JVM, the system, its flags. Of an engine on another machine they are not known. */
final class Conditions {

    private static final String UNKNOWN = "unknown";
    private static final int COLLECTORS = 3;
    private static final long NANOS = 1_000_000_000L;

    private Conditions() {
    }

    static BaselineConditions of(Target target) {
        long pid = localPid(target);
        if (pid > 0) {
            return BaselineConditions.of(pid, Instant.now().getEpochSecond() * NANOS);
        }
        Object version = target.document().get("version");
        return new BaselineConditions(UNKNOWN, UNKNOWN, version == null ? UNKNOWN : "windrow " + version, Instant.now().toString());
    }

    static CollectorSettings collector(Target target) {
        long pid = localPid(target);
        int cores = Runtime.getRuntime().availableProcessors();
        try (HotspotCounters counters = pid > 0 ? HotspotCounters.of(pid) : null) {
            if (counters == null) {
                return new CollectorSettings("", 0, cores, "");
            }
            return new CollectorSettings(collector(counters), feature(text(counters, "java.property.java.vm.specification.version")), cores,
                text(counters, "java.rt.vmArgs"));
        } catch (IllegalStateException e) {
            // Without counters nothing is known of it.
            return new CollectorSettings("", 0, cores, "");
        }
    }

    /** The process number of a target on this machine, else -1. An engine tells its own. */
    private static long localPid(Target target) {
        if (target.isProcess()) {
            return target.pid();
        }
        try {
            boolean local = InetAddress.getByName(URI.create(target.name()).getHost()).isLoopbackAddress();
            return local && JsonReader.at(target.document(), "pid") instanceof BigDecimal pid ? pid.longValue() : -1;
        } catch (UnknownHostException e) {
            return -1;
        }
    }

    /** The counters name what each collector does, such as {@code G1 young collection pauses}; Epsilon has none. */
    private static String collector(HotspotCounters counters) {
        for (int i = 0; i < COLLECTORS; i++) {
            String name = text(counters, "sun.gc.collector." + i + ".name");
            if (!name.isEmpty()) {
                return name.startsWith("Z") ? "ZGC" : name.substring(0, name.indexOf(' '));
            }
        }
        return "Epsilon";
    }

    private static String text(HotspotCounters counters, String name) {
        return counters.has(name) ? counters.text(name).trim() : "";
    }

    private static int feature(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
