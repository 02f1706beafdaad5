package io.windrow.metrics.micrometer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A scrape in Prometheus' text format, taken apart. */
final class Scrape {

    final Map<String, String> types = new TreeMap<>();
    final Map<String, String> help = new TreeMap<>();
    final Map<String, Set<String>> labels = new TreeMap<>();
    final Map<String, Double> values = new TreeMap<>();
    final List<String> families = new ArrayList<>();

    Scrape(String text) {
        for (String line : text.split("\n")) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                help.put(words[2], words[3]);
            } else if (line.startsWith("# TYPE ")) {
                types.put(words[2], words[3]);
                families.add(words[2]);
            } else {
                addValue(line);
            }
        }
    }

    /** The name without what a histogram or a summary adds to it. */
    String family(String name) {
        for (String suffix : List.of("_bucket", "_sum", "_count")) {
            String shorter = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
            if (types.containsKey(shorter) && !types.containsKey(name)) {
                return shorter;
            }
        }
        return name;
    }

    private void addValue(String line) {
        int end = line.lastIndexOf(' ');
        String series = line.substring(0, end);
        values.put(series, Double.parseDouble(line.substring(end + 1).replace("Inf", "Infinity")));
        int brace = series.indexOf('{');
        String name = family(brace < 0 ? series : series.substring(0, brace));
        Set<String> keys = labels.computeIfAbsent(name, key -> new TreeSet<>());
        if (brace >= 0) {
            for (String label : series.substring(brace + 1, series.length() - 1).split("\",")) {
                keys.add(label.substring(0, label.indexOf('=')));
            }
        }
    }
}
