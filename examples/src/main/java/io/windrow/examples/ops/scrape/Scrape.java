package io.windrow.examples.ops.scrape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer of {@code /metrics}, and what is wrong with it. */
public final class Scrape {

    private final Map<String, Family> families = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();

    Scrape() {
    }

    /**
     * Reads a text; never fails, whatever it is.
     *
     * @param text in the format 0.0.4.
     * @return what was read, with what is wrong.
     */
    public static Scrape of(String text) {
        return new ScrapeReader(text).read();
    }

    /**
     * The families by their names.
     *
     * @return in the order of the scrape.
     */
    public Map<String, Family> families() {
        return families;
    }

    /**
     * What breaks the format.
     *
     * @return one line each, with the number of the line; empty if it is clean.
     */
    public List<String> violations() {
        return violations;
    }

    /**
     * How many samples there are.
     *
     * @return of all families.
     */
    public int size() {
        return families.values().stream().mapToInt(family -> family.series().size()).sum();
    }

    /**
     * Counts that are lower in a later scrape of the same process.
     *
     * @param later the later scrape.
     * @return one line each.
     */
    public List<String> fallen(Scrape later) {
        Map<String, Double> now = new LinkedHashMap<>();
        later.families.values().forEach(family -> family.series().forEach(series -> now.put(series.id(), series.value())));
        List<String> fallen = new ArrayList<>();
        for (Family family : families.values()) {
            for (Series before : family.series()) {
                Double after = family.isCount(before) ? now.get(before.id()) : null;
                if (after != null && after < before.value()) {
                    fallen.add(before.id() + " fell from " + before.value() + " to " + after);
                }
            }
        }
        return fallen;
    }
}
