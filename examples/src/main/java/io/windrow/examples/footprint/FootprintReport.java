package io.windrow.examples.footprint;

import java.util.List;
import java.util.Map;

/**
 * What a footprint found.
 *
 * @param conditions of the machine and the run, in the order to show them.
 * @param results of the profiles that ran.
 * @param unavailable why a profile did not run, by its name.
 * @param verdicts of the goals.
 */
record FootprintReport(Map<String, String> conditions, List<ProfileResult> results, Map<String, String> unavailable,
    List<Verdict> verdicts) {

    static FootprintReport of(Map<String, String> conditions, List<ProfileResult> results, Map<String, String> unavailable) {
        return new FootprintReport(conditions, results, unavailable, Verdict.of(results));
    }

    boolean isMet() {
        return verdicts.stream().noneMatch(Verdict::isFailure);
    }

    /** All owners of the ledger in any profile. */
    List<String> owners() {
        return results.stream().flatMap(result -> result.typical().parts().offHeap().keySet().stream()).distinct().sorted().toList();
    }
}
