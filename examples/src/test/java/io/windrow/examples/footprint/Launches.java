package io.windrow.examples.footprint;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Launches with figures that are easy to follow: what is asked for, and for all else the number of the measure. */
final class Launches {

    static final String JDK_17 = "OpenJDK 64-Bit Server VM 17.0.15+6";
    static final String JDK_25 = "OpenJDK 64-Bit Server VM 25.0.3+9-LTS";

    private static final double MB = 1e6;

    private Launches() {
    }

    static Launch launch(String jdk, Map<Measure, Double> some) {
        Map<Measure, Double> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            figures.put(measure, measure.ordinal() + 1.0);
        }
        figures.putAll(some);
        figures.values().removeIf(value -> value.isNaN());
        Map<MemoryPart, Long> bytes = new EnumMap<>(MemoryPart.class);
        for (MemoryPart part : MemoryPart.values()) {
            bytes.put(part, (part.ordinal() + 1) * 100_000L);
        }
        bytes.put(MemoryPart.HEAP, figures.get(Measure.RESIDENT).longValue());
        MemoryParts parts = new MemoryParts(bytes, new TreeMap<>(Map.of("candles", 600_000L, "trades", 200_000L)));
        return new Launch(figures, parts, jdk, "-Xmx6m");
    }

    /** A launch for each peak, all that small is to reach being reached but for the peak. */
    static ProfileResult good(String name, String jdk, double... peaks) {
        List<Launch> launches = Arrays.stream(peaks).mapToObj(peak -> launch(jdk, Map.of(Measure.PEAK, peak * MB, Measure.RESIDENT,
            peak * MB - MB, Measure.EVENTS_PER_SECOND, 1e6, Measure.PAUSE_P95, 2e6, Measure.COLLECTIONS, 0.0, Measure.OPEN_FILES, 24.0,
            Measure.LATENCY_P95, 250_000.0))).toList();
        return new ProfileResult(EngineProfile.of(name, List.of("/image/bin/windrow-engine")), launches);
    }

    /** A result of one launch with some figures changed. */
    static ProfileResult with(ProfileResult result, Map<Measure, Double> changed) {
        List<Launch> launches = result.launches().stream().map(launch -> {
            Map<Measure, Double> all = new EnumMap<>(launch.figures());
            all.putAll(changed);
            return launch(launch.jdk(), all);
        }).toList();
        return new ProfileResult(result.profile(), launches);
    }

    static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("os", "Linux 6.18");
        conditions.put("transparent huge pages", "always [madvise] never");
        return conditions;
    }
}
