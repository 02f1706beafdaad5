package io.windrow.examples.ops;

import io.windrow.metrics.watch.CollectorAdvice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Advice on collector settings in words and as a tree. */
final class AdviceText {

    private AdviceText() {
    }

    static String render(CollectorAdvice advice) {
        if (!advice.isConclusive()) {
            return Verdict.INCONCLUSIVE + ": " + advice.reason() + "\n";
        }
        StringBuilder text = new StringBuilder("advice: ").append(advice.reason()).append('\n');
        for (CollectorAdvice.Recommendation recommendation : advice.recommendations()) {
            text.append("  ").append(recommendation.option().isEmpty() ? "(no option)" : recommendation.option()).append("  ")
                .append(recommendation.reason());
            if (!recommendation.evidence().isEmpty()) {
                text.append(" [").append(String.join(", ", recommendation.evidence())).append(']');
            }
            text.append('\n');
        }
        return text.append(advice.recommendations().isEmpty() ? "  nothing to change\n" : "").toString();
    }

    static Map<String, Object> tree(CollectorAdvice advice) {
        List<Map<String, Object>> recommendations = new ArrayList<>();
        for (CollectorAdvice.Recommendation recommendation : advice.recommendations()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("option", recommendation.option());
            fields.put("reason", recommendation.reason());
            fields.put("evidence", recommendation.evidence());
            recommendations.add(fields);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("conclusive", advice.isConclusive());
        tree.put("reason", advice.reason());
        tree.put("recommendations", recommendations);
        tree.put("optionsFile", advice.optionsFile());
        return tree;
    }
}
