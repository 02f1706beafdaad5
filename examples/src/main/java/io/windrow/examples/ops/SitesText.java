package io.windrow.examples.ops;

import io.windrow.metrics.sites.AllocationReport;
import io.windrow.metrics.sites.AllocationSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a JVM allocates, as a table. */
final class SitesText {

    private static final double NANOS = 1e9;

    private SitesText() {
    }

    static String render(AllocationReport report) {
        String rate = report.recordedNanos() <= 0 ? "" : ", " + FigureText.bytes(report.totalBytes() * NANOS / report.recordedNanos())
            + " a second";
        String title = "allocated in " + FigureText.time(report.recordedNanos()) + ": about " + FigureText.bytes(report.totalBytes()) + rate
            + ", from " + report.samples() + " samples\n";
        if (report.sites().isEmpty()) {
            return title;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("place", "what", "bytes", "share", "samples"));
        for (AllocationSite site : report.sites()) {
            rows.add(List.of(site.place(), site.allocatedClass(), FigureText.bytes(site.bytes()), FigureText.percent(site.share()),
                Long.toString(site.samples())));
        }
        return title + TextTable.render(rows, 2, 4);
    }

    static Map<String, Object> tree(AllocationReport report) {
        List<Map<String, Object>> sites = new ArrayList<>();
        for (AllocationSite site : report.sites()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("place", site.place());
            fields.put("class", site.allocatedClass());
            fields.put("bytes", site.bytes());
            fields.put("share", site.share());
            fields.put("samples", site.samples());
            sites.add(fields);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("totalBytes", report.totalBytes());
        tree.put("samples", report.samples());
        tree.put("top", sites);
        return tree;
    }
}
