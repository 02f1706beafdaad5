package io.windrow.metrics.watch;

import io.windrow.metrics.SampleSource;
import io.windrow.metrics.sites.AllocationSite;
import java.util.List;

/** A profiler's record as JSON. */
final class ProfilerReport {

    private ProfilerReport() {
    }

    static String render(MemoryProfiler profiler, List<AllocationSite> sites, SampleSource source) {
        List<Snapshot> snapshots = profiler.snapshots();
        JsonText json = new JsonText().open('{').text("source", source == null ? "" : source.name());
        json.text("missing", source == null ? "" : source.missing()).text("failure", profiler.failure());
        json.number("forgottenSnapshots", profiler.forgottenSnapshots());
        json.name("summary").open('[');
        profiler.summary().forEach(figure -> figure.writeTo(json));
        json.close(']').name("leaks").open('[');
        profiler.findLeaks().forEach(leak -> leak.writeTo(json));
        json.close(']').name("sites").open('[');
        sites.forEach(site -> write(json, site));
        json.close(']').name("advice").open('[');
        profiler.advice().forEach(json::element);
        json.close(']').name("change");
        change(json, snapshots);
        json.name("snapshots").open('[');
        snapshots.forEach(snapshot -> snapshot.writeTo(json));
        return json.close(']').close('}').toString();
    }

    private static void write(JsonText json, AllocationSite site) {
        json.open('{').text("place", site.place()).text("class", site.allocatedClass()).number("bytes", site.bytes());
        json.number("share", site.share()).number("samples", site.samples()).close('}');
    }

    private static void change(JsonText json, List<Snapshot> snapshots) {
        if (snapshots.size() < 2) {
            json.open('[').close(']');
        } else {
            SnapshotDifference.between(snapshots.get(0), snapshots.get(snapshots.size() - 1)).writeTo(json);
        }
    }
}
