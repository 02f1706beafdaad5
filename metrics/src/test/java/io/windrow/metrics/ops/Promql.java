package io.windrow.metrics.ops;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a test needs to know of an expression without parsing it. */
final class Promql {

    private static final Pattern NOT_NAMES = Pattern.compile(
        "\"(\\\\.|[^\"\\\\])*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Pattern SELECTED = Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*+)(\\{[^}]*})?(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    private Promql() {
    }

    /** The metrics that it reads, {@code _bucket}, {@code _sum} and {@code _count} included as they are written. */
    static Set<String> names(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(NOT_NAMES.matcher(expression).replaceAll(" "));
        while (matcher.find()) {
            if (!WORDS.contains(matcher.group())) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    /** What stands in the braces behind each name; an empty text where there are none. */
    static Set<String> selectors(String expression, String name) {
        Set<String> selectors = new TreeSet<>();
        Matcher matcher = SELECTED.matcher(expression);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                selectors.add(matcher.group(2) == null ? "" : matcher.group(2));
            }
        }
        return selectors;
    }

    /** With the variables of the dashboards replaced: every engine, and a window that a scrape each second fills. */
    static String substituted(String expression) {
        return expression.replace("$instance", ".+").replace("$__rate_interval", "10s");
    }
}
