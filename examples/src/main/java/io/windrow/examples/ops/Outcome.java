package io.windrow.examples.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a command, or a part of one, has found.
 *
 * @param verdict in one word.
 * @param text for people, with a line end.
 * @param tree for other programs.
 */
record Outcome(Verdict verdict, String text, Map<String, Object> tree) {

    /** The verdict of a table of checks; what failed is named again below the table. */
    static Outcome of(List<Check> checks) {
        Verdict verdict = Verdict.of(checks);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("checks", Check.tree(checks));
        return new Outcome(verdict, Check.table(checks) + "\n" + summary(verdict, checks) + "\n", tree);
    }

    /** The same with a text before it. */
    Outcome below(String head) {
        return new Outcome(verdict, head + text, tree);
    }

    /** The same with a field more. */
    Outcome with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(tree);
        more.put(name, value);
        return new Outcome(verdict, text, more);
    }

    static String summary(Verdict verdict, List<Check> checks) {
        return switch (verdict) {
            case FAIL -> "FAIL: " + names(checks, Status.FAIL);
            case INCONCLUSIVE -> "INCONCLUSIVE: " + names(checks, Status.UNKNOWN);
            case PASS -> "PASS" + (checks.stream().anyMatch(check -> check.status() == Status.WARN)
                ? ", to be looked at: " + names(checks, Status.WARN) : "");
        };
    }

    private static String names(List<Check> checks, Status status) {
        return checks.stream().filter(check -> check.status() == status).map(Check::name).collect(Collectors.joining(", "));
    }
}
