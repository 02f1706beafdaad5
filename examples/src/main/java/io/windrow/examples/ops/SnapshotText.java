package io.windrow.examples.ops;

import io.windrow.examples.ops.json.FigureTree;
import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.Snapshot;
import io.windrow.metrics.watch.SnapshotDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot as a table in groups. */
final class SnapshotText {

    /** A title and the figures from one to another, in their order. */
    private record Group(String title, Figure first, Figure last) {
    }

    private static final List<Group> GROUPS = List.of(
        new Group("resident", Figure.RESIDENT, Figure.SWAP),
        new Group("files, threads, processor", Figure.OPEN_FILES, Figure.UPTIME),
        new Group("heap and classes", Figure.HEAP_USED, Figure.ALLOCATED),
        new Group("collector and stops", Figure.COLLECTIONS, Figure.STOP_LONGEST),
        new Group("container", Figure.CONTAINER_USED, Figure.CONTAINER_KILLS),
        new Group("off heap", Figure.OFF_HEAP, Figure.UNACCOUNTED),
        new Group("engine", Figure.EVENTS, Figure.LATENCY_P99));

    private SnapshotText() {
    }

    /** Figures that are not known have no line; {@code earlier} may be null. */
    static String render(Snapshot snapshot, Snapshot earlier) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(earlier == null ? List.of("figure", "value", "") : List.of("figure", "value", "before", "change", ""));
        for (Group group : GROUPS) {
            boolean titled = false;
            for (int i = group.first().ordinal(); i <= group.last().ordinal(); i++) {
                Figure figure = Figure.at(i);
                if (snapshot.has(figure)) {
                    if (!titled) {
                        rows.add(earlier == null ? List.of(group.title(), "", "") : List.of(group.title(), "", "", "", ""));
                        titled = true;
                    }
                    rows.add(row(figure, snapshot, earlier));
                }
            }
        }
        return TextTable.render(rows, 1, earlier == null ? 1 : 3);
    }

    private static List<String> row(Figure figure, Snapshot snapshot, Snapshot earlier) {
        String name = "  " + figure.key();
        String value = FigureText.of(figure, snapshot.get(figure));
        if (earlier == null) {
            return List.of(name, value, figure.description());
        }
        boolean known = earlier.has(figure);
        String change = known ? FigureText.change(figure.unit(), snapshot.get(figure) - earlier.get(figure)) : "-";
        return List.of(name, value, FigureText.of(figure, earlier.get(figure)), change, figure.description());
    }

    static List<Map<String, Object>> changes(Snapshot snapshot, Snapshot earlier) {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (SnapshotDifference.Row row : SnapshotDifference.between(earlier, snapshot).rows()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("figure", row.figure().key());
            tree.put("before", FigureTree.value(row.figure(), row.before()));
            tree.put("after", FigureTree.value(row.figure(), row.after()));
            tree.put("change", FigureTree.value(row.figure(), row.change()));
            tree.put("changePercent", row.changePercent());
            changes.add(tree);
        }
        return changes;
    }
}
