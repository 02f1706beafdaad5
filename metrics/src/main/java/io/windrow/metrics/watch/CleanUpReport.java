package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.util.List;

/**
 * What a clean-up did. Immutable.
 *
 * @param reason why it ran, such as {@code every PT30M} or {@code residentBytes above 40000000}.
 * @param dryRun whether the steps were only named.
 * @param steps one for each hook in order, and one named {@code collection}.
 */
public record CleanUpReport(String reason, boolean dryRun, List<Step> steps) {

    /**
     * Checks and copies.
     *
     * @param reason why it ran.
     * @param dryRun whether the steps were only named.
     * @param steps copied.
     */
    public CleanUpReport {
        steps = List.copyOf(steps);
    }

    /**
     * One hook.
     *
     * @param name the hook's name.
     * @param tookNanos how long it took; 0 in a dry run.
     * @param difference the figures before and after; null in a dry run, or if the source gave none.
     * @param error what it threw, or an empty string.
     */
    public record Step(String name, long tookNanos, SnapshotDifference difference, String error) {
    }

    /**
     * As JSON.
     *
     * @return one object on one line.
     */
    public String toJson() {
        JsonText json = new JsonText().open('{').text("reason", reason).flag("dryRun", dryRun).name("steps").open('[');
        for (Step step : steps) {
            json.open('{').text("name", step.name).figure("tookSeconds", Figure.CPU, step.tookNanos);
            json.text("error", step.error);
            if (step.difference != null) {
                json.name("change");
                step.difference.writeTo(json);
            }
            json.close('}');
        }
        return json.close(']').close('}').toString();
    }
}
