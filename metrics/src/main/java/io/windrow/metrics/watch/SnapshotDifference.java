package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What changed from one snapshot to another. Immutable.
 *
 * @param before the earlier snapshot.
 * @param after the later one.
 * @param rows one for each figure that both know, in the order of {@link Figure}.
 */
public record SnapshotDifference(Snapshot before, Snapshot after, List<Row> rows) {

    private static final double PERCENT = 100;

    /**
     * Checks and copies.
     *
     * @param before not null.
     * @param after not null.
     * @param rows copied.
     */
    public SnapshotDifference {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        rows = List.copyOf(rows);
    }

    /**
     * One figure of both snapshots.
     *
     * @param figure which.
     * @param before its value in the earlier one.
     * @param after its value in the later one.
     */
    public record Row(Figure figure, long before, long after) {

        /**
         * How much it grew.
         *
         * @return {@code after - before}, in the unit of the figure.
         */
        public long change() {
            return after - before;
        }

        /**
         * How much it grew as a share of what it was.
         *
         * @return per cent; 0 if nothing changed, NaN if it grew from 0.
         */
        public double changePercent() {
            if (change() == 0) {
                return 0;
            }
            return before == 0 ? Double.NaN : PERCENT * change() / before;
        }
    }

    /**
     * Compares two snapshots.
     *
     * @param before the earlier one.
     * @param after the later one.
     * @return what changed.
     */
    public static SnapshotDifference between(Snapshot before, Snapshot after) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Figure.count(); i++) {
            Figure figure = Figure.at(i);
            if (before.has(figure) && after.has(figure)) {
                rows.add(new Row(figure, before.get(figure), after.get(figure)));
            }
        }
        return new SnapshotDifference(before, after, rows);
    }

    /**
     * How much one figure grew.
     *
     * @param figure which.
     * @return {@code after - before}, or 0 if one of them does not know it.
     */
    public long change(Figure figure) {
        return before.has(figure) && after.has(figure) ? after.get(figure) - before.get(figure) : 0;
    }

    /**
     * As JSON: an array of the rows.
     *
     * @return one array on one line.
     */
    public String toJson() {
        JsonText json = new JsonText();
        writeTo(json);
        return json.toString();
    }

    void writeTo(JsonText json) {
        json.open('[');
        for (Row row : rows) {
            json.open('{').text("figure", row.figure().key());
            json.figure("before", row.figure(), row.before()).figure("after", row.figure(), row.after());
            json.figure("change", row.figure(), row.change()).number("changePercent", row.changePercent()).close('}');
        }
        json.close(']');
    }
}
