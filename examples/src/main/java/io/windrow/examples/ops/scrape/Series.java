package io.windrow.examples.ops.scrape;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One sample of a scrape. Immutable.
 *
 * @param name as written, such as {@code windrow_stop_seconds_bucket}.
 * @param labels by their names.
 * @param value may be NaN or infinite.
 */
public record Series(String name, SortedMap<String, String> labels, double value) {

    /**
     * What tells it from all others: name and labels, these in the order of their names.
     *
     * @return such as {@code up{job="windrow"}}.
     */
    public String id() {
        if (labels.isEmpty()) {
            return name;
        }
        StringBuilder text = new StringBuilder(name).append('{');
        labels.forEach((label, content) -> text.append(text.charAt(text.length() - 1) == '{' ? "" : ",").append(label).append("=\"")
            .append(content).append('"'));
        return text.append('}').toString();
    }

    /**
     * The labels without one.
     *
     * @param label which is left out.
     * @return a copy.
     */
    public SortedMap<String, String> labelsWithout(String label) {
        SortedMap<String, String> rest = new TreeMap<>(labels);
        rest.remove(label);
        return rest;
    }
}
