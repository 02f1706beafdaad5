package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Tag;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;

/** A name and labels, as they stand in a line. Lines of a family go by their labels, as in Prometheus' own writer. */
record ScrapeSeries(String name, Labels labels) {

    /** Null if Prometheus would not take them, or would write them between quotes. */
    static ScrapeSeries of(String name, List<Tag> tags) {
        List<String> keys = new ArrayList<>(tags.size());
        List<String> values = new ArrayList<>(tags.size());
        for (Tag tag : tags) {
            keys.add(tag.getKey());
            values.add(tag.getValue());
        }
        try {
            return of(name, Labels.of(keys, values));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Null if Prometheus would write them between quotes, or if a label means something of its own in a summary or a histogram. */
    static ScrapeSeries of(String name, Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            String key = labels.getName(i);
            if (!isName(key, false) || key.equals("le") || key.equals("quantile")) {
                return null;
            }
        }
        return isName(name, true) ? new ScrapeSeries(name, labels) : null;
    }

    /** The start of a line, up to its number. */
    StringBuilder line(StringBuilder into, String suffix) {
        into.append(name).append(suffix);
        if (!labels.isEmpty()) {
            labels(into.append('{')).append('}');
        }
        return into.append(' ');
    }

    /** The start of a bucket's line, up to its number. */
    StringBuilder bucket(StringBuilder into, String bound) {
        into.append(name).append("_bucket{");
        if (!labels.isEmpty()) {
            labels(into).append(',');
        }
        return into.append("le=\"").append(bound).append("\"} ");
    }

    /** A series of another family with the same labels. */
    ScrapeSeries named(String other) {
        return new ScrapeSeries(other, labels);
    }

    private StringBuilder labels(StringBuilder into) {
        for (int i = 0; i < labels.size(); i++) {
            into.append(i == 0 ? "" : ",").append(labels.getName(i)).append("=\"");
            escape(into, labels.getValue(i), true).append('"');
        }
        return into;
    }

    /** As the text format wants it; quotes are escaped in a label only. */
    static StringBuilder escape(StringBuilder into, String text, boolean quotes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                into.append("\\n");
            } else {
                into.append(c == '\\' || c == '"' && quotes ? "\\" : "").append(c);
            }
        }
        return into;
    }

    private static boolean isName(String name, boolean colons) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' && colons;
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
