package io.windrow.metrics.micrometer;

import io.windrow.metrics.micrometer.ScrapePlan.ScrapePart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The families of a scrape while a plan is made. */
final class ScrapeFamilies {

    private static final String TOTAL = "_total";

    private final Map<String, Group> families = new TreeMap<>();
    private final Set<String> owners = new HashSet<>();

    /** Makes the lines of a series, the family's head in front of the first. */
    interface Lines {
        ScrapePart part(ScrapeSeries series, StringBuilder head);
    }

    /** A family; its owner is the name of the meters that it comes from, or null. */
    private record Group(String owner, String type, String help, List<Point> points) {
    }

    private record Point(ScrapeSeries series, Lines lines) implements Comparable<Point> {
        @Override
        public int compareTo(Point other) {
            return series.labels().compareTo(other.series.labels());
        }
    }

    /** False if there is such a family of other meters, or with another help, which would be mixed. */
    boolean add(String owner, String type, String help, ScrapeSeries series, Lines lines) {
        Group group = families.get(series.name());
        if (group == null) {
            group = new Group(owner, type, help, new ArrayList<>());
            families.put(series.name(), group);
        }
        if (owner != null) {
            owners.add(owner);
        }
        group.points.add(new Point(series, lines));
        return group.type.equals(type) && group.help.equals(help) && (owner == null ? group.owner == null : owner.equals(group.owner));
    }

    /** How many different names of meters there are. */
    int owners() {
        return owners.size();
    }

    /** False if a series is there twice. */
    boolean addTo(List<ScrapePart> parts) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Group> one : families.entrySet()) {
            List<Point> points = one.getValue().points;
            points.sort(null);
            text.setLength(0);
            String name = shown(one.getKey(), one.getValue().type);
            head(text, name, one.getValue());
            for (int i = 0; i < points.size(); i++) {
                if (i > 0 && points.get(i).compareTo(points.get(i - 1)) == 0) {
                    return false;
                }
                parts.add(points.get(i).lines.part(points.get(i).series.named(name), text));
                text.setLength(0);
            }
        }
        return true;
    }

    /** Families go by their names, but lines of counters show a longer one. */
    static String shown(String name, String type) {
        return type.equals("counter") && !name.endsWith(TOTAL) ? name + TOTAL : name;
    }

    static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void head(StringBuilder into, String name, Group group) {
        if (!group.help.isEmpty()) {
            ScrapeSeries.escape(into.append("# HELP ").append(name).append(' '), group.help, false).append('\n');
        }
        into.append("# TYPE ").append(name).append(' ').append(group.type).append('\n');
    }
}
