package io.windrow.examples.footprint;

import java.util.ArrayList;
import java.util.List;

/**
 * A goal and what became of it.
 *
 * @param profile of which.
 * @param goal the goal.
 * @param value what is held against it; NaN if it is not known.
 * @param median of the measure.
 * @param worst of the measure.
 */
record Verdict(String profile, Goal goal, double value, double median, double worst) {

    /** Of the profiles that are not the default one. */
    static List<Verdict> of(List<ProfileResult> results) {
        List<Verdict> verdicts = new ArrayList<>();
        ProfileResult rival = results.stream().filter(result -> result.name().equals(EngineProfiles.DEFAULT)).findFirst().orElse(null);
        for (ProfileResult result : results) {
            for (Goal goal : Goal.values()) {
                if (result != rival && goal.appliesTo(result.majorVersion())) {
                    verdicts.add(of(result, goal, rival));
                }
            }
        }
        return verdicts;
    }

    private static Verdict of(ProfileResult result, Goal goal, ProfileResult rival) {
        double median = result.median(goal.measure());
        double worst = result.worst(goal.measure());
        double value = goal.isOfWorst() ? worst : median;
        if (goal.isShareOfDefault()) {
            value = rival == null ? Double.NaN : value / rival.median(goal.measure());
        }
        return new Verdict(result.name(), goal, value, median, worst);
    }

    /** Whether it could be judged; there may be no default profile to compare with, or no event that took time. */
    boolean isKnown() {
        return !Double.isNaN(value);
    }

    boolean isMet() {
        return goal.isMetBy(value);
    }

    /** What must be reached and was not, or could not be told though it should have been. */
    boolean isFailure() {
        boolean mayBeUnknown = goal.isShareOfDefault();
        return !goal.isAim() && (isKnown() ? !isMet() : !mayBeUnknown);
    }

    /** Such as {@code small: peak (VmHWM), median < 40 MB: met 36.20 MB (worst 36.50 MB)}. */
    String line() {
        String head = profile + ": " + goal.words() + ": ";
        if (!isKnown()) {
            return head + (goal.isShareOfDefault() ? "not judged, the default profile was not run" : "not known");
        }
        String outcome = isMet() ? "met " : goal.isAim() ? "not yet, " : "missed ";
        if (goal.isShareOfDefault()) {
            return head + outcome + FootprintWords.share(value);
        }
        String other = goal.isOfWorst() ? " (median " + words(median) + ")" : " (worst " + words(worst) + ")";
        return head + outcome + words(value) + other;
    }

    private String words(double measured) {
        return FootprintWords.value(goal.measure().unit(), measured);
    }
}
