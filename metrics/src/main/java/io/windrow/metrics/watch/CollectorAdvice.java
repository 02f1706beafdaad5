package io.windrow.metrics.watch;

import java.util.List;

/**
 * Advice on collector settings. Immutable.
 *
 * @param isConclusive false if too little was seen to say anything.
 * @param reason one sentence: on what it rests, or what is wanted.
 * @param recommendations the settings, each with its reason; empty if what is set is good, or if too little was seen.
 * @param optionsFile a file for {@code java @FILE}, with comments; an empty string if too little was seen.
 */
public record CollectorAdvice(boolean isConclusive, String reason, List<Recommendation> recommendations, String optionsFile) {

    /**
     * Checks and copies.
     *
     * @param isConclusive whether enough was seen.
     * @param reason on what it rests.
     * @param recommendations copied.
     * @param optionsFile the file's text.
     */
    public CollectorAdvice {
        recommendations = List.copyOf(recommendations);
    }

    /**
     * One setting.
     *
     * @param option such as {@code -Xmx32m}; an empty string for a word of caution.
     * @param reason one sentence.
     * @param evidence the figures it rests on, such as {@code heapAfterCollectionBytes 8.4 MB}.
     */
    public record Recommendation(String option, String reason, List<String> evidence) {

        /**
         * Checks and copies.
         *
         * @param option the setting.
         * @param reason why.
         * @param evidence copied.
         */
        public Recommendation {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * As JSON.
     *
     * @return one object on one line.
     */
    public String toJson() {
        JsonText json = new JsonText().open('{').flag("conclusive", isConclusive).text("reason", reason).name("recommendations").open('[');
        for (Recommendation recommendation : recommendations) {
            json.open('{').text("option", recommendation.option).text("reason", recommendation.reason).name("evidence").open('[');
            recommendation.evidence.forEach(json::element);
            json.close(']').close('}');
        }
        return json.close(']').text("optionsFile", optionsFile).close('}').toString();
    }
}
