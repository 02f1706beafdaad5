package io.windrow.examples.prove.report;

import java.util.List;
import java.util.Map;

/**
 * Everything a report shows.
 *
 * @param input      what the engines were fed.
 * @param conditions machine, JDK, flags, phases: name to plain words.
 * @param engines    in the order they were asked for.
 * @param mismatches plain sentences, one for each disagreement between engines; empty if all agree.
 */
public record ProveReport(InputSummary input, Map<String, String> conditions, List<EngineSummary> engines, List<String> mismatches) {

    /**
     * Whether all engines gave the same signals and windows.
     *
     * @return true if nothing disagrees.
     */
    public boolean agreed() {
        return mismatches.isEmpty();
    }
}
