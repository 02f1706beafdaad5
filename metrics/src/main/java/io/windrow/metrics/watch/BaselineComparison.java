package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.util.List;
import java.util.Objects;

/**
 * What became of a process since its baseline. Immutable.
 *
 * @param verdict whether anything is worse.
 * @param reason one sentence: which figures are worse, or why nothing can be said.
 * @param rows one for each figure that both know.
 */
public record BaselineComparison(Verdict verdict, String reason, List<Row> rows) {

    /**
     * Checks and copies.
     *
     * @param verdict not null.
     * @param reason not null.
     * @param rows copied.
     */
    public BaselineComparison {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        rows = List.copyOf(rows);
    }

    /** The outcome of a comparison. */
    public enum Verdict {
        /** Nothing judged is worse than its threshold. */
        PASS,
        /** Something is. */
        FAIL,
        /** Too few samples, or conditions that differ: neither good nor bad is shown. */
        INCONCLUSIVE
    }

    /**
     * One figure then and now.
     *
     * @param figure which.
     * @param before its mean in the baseline.
     * @param now its mean now.
     * @param changePercent the change, NaN if it grew from 0.
     * @param limit the highest mean that passes; {@link Long#MAX_VALUE} if the figure is not judged.
     * @param worse whether it is above.
     */
    public record Row(Figure figure, long before, long now, double changePercent, long limit, boolean worse) {
    }

    /**
     * As JSON.
     *
     * @return one object on one line.
     */
    public String toJson() {
        JsonText json = new JsonText().open('{').text("verdict", verdict.name()).text("reason", reason).name("rows").open('[');
        for (Row row : rows) {
            json.open('{').text("figure", row.figure.key()).figure("before", row.figure, row.before).figure("now", row.figure, row.now);
            json.number("changePercent", row.changePercent).flag("judged", row.limit != Long.MAX_VALUE);
            if (row.limit != Long.MAX_VALUE) {
                json.figure("limit", row.figure, row.limit);
            }
            json.flag("worse", row.worse).close('}');
        }
        return json.close(']').close('}').toString();
    }
}
