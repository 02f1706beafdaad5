package io.windrow.metrics.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists {@code exported-names.txt} and {@code foreign-names.txt}. */
final class ExportedNames {

    private ExportedNames() {
    }

    /** A metric of a scrape. */
    record Name(String name, String type, List<String> labels, boolean optional) {

        /** The names its samples have. */
        List<String> series() {
            return switch (type) {
                case "histogram" -> List.of(name + "_bucket", name + "_sum", name + "_count");
                case "summary" -> List.of(name + "_sum", name + "_count");
                default -> List.of(name);
            };
        }

        private static Name parse(String line) {
            String[] words = line.split(" ");
            return new Name(words[0], words[1], words[2].equals("-") ? List.of() : List.of(words[2].split(",")), words.length > 3);
        }
    }

    static List<Name> all() {
        List<Name> names = new ArrayList<>();
        for (String line : lines("exported-names.txt")) {
            names.add(Name.parse(line));
        }
        return names;
    }

    /** Metrics by the names of their samples. */
    static Map<String, Name> bySeries() {
        Map<String, Name> series = new LinkedHashMap<>();
        for (Name name : all()) {
            name.series().forEach(one -> series.put(one, name));
        }
        return series;
    }

    /** Names of other exporters. */
    static Set<String> foreign() {
        return lines("foreign-names.txt").stream().collect(Collectors.toSet());
    }

    private static List<String> lines(String resource) {
        try (InputStream bytes = ExportedNames.class.getResourceAsStream(resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
