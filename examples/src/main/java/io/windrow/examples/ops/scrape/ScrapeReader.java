package io.windrow.examples.ops.scrape;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the text format of Prometheus line by line, and notes every line that breaks a rule of it. */
final class ScrapeReader {

    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");
    private static final int MOST_VIOLATIONS = 100;
    private static final int EXCERPT = 80;

    private final Scrape scrape = new Scrape();
    private final String text;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private Family current;
    private int line;

    ScrapeReader(String text) {
        this.text = text;
    }

    Scrape read() {
        List<String> lines = text.lines().toList();
        for (String content : lines) {
            line++;
            read(content.strip());
        }
        require(text.isEmpty() || text.endsWith("\n"), "the last line must end", "");
        for (Family family : scrape.families().values()) {
            checkWhole(family);
        }
        return scrape;
    }

    private void read(String content) {
        if (content.isEmpty()) {
            return;
        }
        try {
            if (content.startsWith("# HELP ") || content.startsWith("# TYPE ")) {
                comment(content);
            } else if (!content.startsWith("#")) {
                sample(SeriesText.parse(content));
            }
        } catch (IllegalArgumentException e) {
            violated(e.getMessage(), content);
        }
    }

    private void comment(String content) {
        String[] words = content.split("[ \t]+", 4);
        String name = words[2];
        SeriesText.requireName(name);
        Family family = family(name);
        if (words[1].equals("HELP")) {
            require(!family.hasHelp(), "one HELP each", content);
            family.setHelp();
        } else {
            String type = words.length > 3 ? words[3].strip().toLowerCase(Locale.ROOT) : "";
            require(TYPES.contains(type), "unknown type", content);
            require(family.type() == null, "one TYPE each", content);
            require(family.series().isEmpty(), "TYPE must come before the samples", content);
            family.setType(type);
        }
        require(family.series().isEmpty(), "HELP and TYPE must come before the samples", content);
        enter(family, content);
    }

    private void sample(Series series) {
        require(ids.add(series.id()), "a series may come once", series.id());
        Family family = owner(series.name());
        enter(family, series.id());
        family.series().add(series);
        if ("counter".equals(family.type())) {
            require(series.value() >= 0 || Double.isNaN(series.value()), "a counter must not be negative", series.id());
        }
    }

    /** The family whose TYPE covers a name; else one of its own. */
    private Family owner(String name) {
        if (current != null && current.takes(name)) {
            return current;
        }
        for (String end : new String[] {"_bucket", "_sum", "_count"}) {
            Family family = name.endsWith(end) ? scrape.families().get(name.substring(0, name.length() - end.length())) : null;
            if (family != null && family.takes(name)) {
                return family;
            }
        }
        return family(name);
    }

    private Family family(String name) {
        return scrape.families().computeIfAbsent(name, Family::new);
    }

    /** The lines of a family must stand together. */
    private void enter(Family family, String content) {
        if (family != current) {
            require(!closed.contains(family.name()), "the lines of a name must stand together", content);
            if (current != null) {
                closed.add(current.name());
            }
            current = family;
        }
    }

    private void checkWhole(Family family) {
        require(family.type() != null, "TYPE is missing", family.name());
        require(family.hasHelp(), "HELP is missing", family.name());
        if ("histogram".equals(family.type())) {
            for (String violation : Histogram.violations(family)) {
                require(false, violation, family.name());
            }
        }
    }

    private void require(boolean holds, String rule, String content) {
        if (!holds) {
            violated(rule, content);
        }
    }

    private void violated(String rule, String content) {
        if (scrape.violations().size() < MOST_VIOLATIONS) {
            String excerpt = content.length() > EXCERPT ? content.substring(0, EXCERPT) + "…" : content;
            scrape.violations().add(rule + ": line=" + line + (excerpt.isEmpty() ? "" : ", " + excerpt));
        }
    }
}
