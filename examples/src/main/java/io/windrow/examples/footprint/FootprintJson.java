package io.windrow.examples.footprint;

import io.windrow.examples.ops.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as JSON, with every launch. */
final class FootprintJson {

    private FootprintJson() {
    }

    static String render(FootprintReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("conditions", report.conditions());
        Map<String, Object> profiles = new LinkedHashMap<>();
        report.results().forEach(result -> profiles.put(result.name(), profile(result)));
        tree.put("profiles", profiles);
        tree.put("unavailable", report.unavailable());
        tree.put("goals", report.verdicts().stream().map(FootprintJson::goal).toList());
        return JsonWriter.text(tree);
    }

    private static Map<String, Object> profile(ProfileResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            tree.put(measure.key(), summary(result, measure));
        }
        tree.put("parts", parts(result.typical().parts()));
        tree.put("offHeapByOwner", result.typical().parts().offHeap());
        tree.put("jdk", result.typical().jdk());
        tree.put("flags", result.typical().flags());
        tree.put("command", result.profile().command());
        tree.put("environment", result.profile().environment());
        List<Object> launches = new ArrayList<>();
        result.launches().forEach(launch -> launches.add(launch(launch)));
        tree.put("launches", launches);
        return tree;
    }

    private static Map<String, Object> summary(ProfileResult result, Measure measure) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("median", result.median(measure));
        tree.put("min", result.lowest(measure));
        tree.put("max", result.highest(measure));
        return tree;
    }

    private static Map<String, Object> launch(Launch launch) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            tree.put(measure.key(), launch.get(measure));
        }
        tree.put("parts", parts(launch.parts()));
        tree.put("offHeapByOwner", launch.parts().offHeap());
        return tree;
    }

    private static Map<String, Object> parts(MemoryParts parts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        parts.bytes().forEach((part, bytes) -> tree.put(part.key(), bytes));
        tree.put("total", parts.total());
        return tree;
    }

    private static Map<String, Object> goal(Verdict verdict) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("profile", verdict.profile());
        tree.put("goal", verdict.goal().words());
        tree.put("limit", verdict.goal().limit());
        tree.put("value", verdict.value());
        tree.put("met", verdict.isKnown() ? (Object) verdict.isMet() : null);
        tree.put("isAim", verdict.goal().isAim());
        return tree;
    }
}
