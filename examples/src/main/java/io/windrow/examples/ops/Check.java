package io.windrow.examples.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a table of checks, in the shape of the endpoint's {@code /health}.
 *
 * @param name what was looked at.
 * @param status how it ended.
 * @param value what was found, with its unit.
 * @param limit what it was held against; may be empty.
 * @param why one sentence; may be empty.
 */
record Check(String name, Status status, String value, String limit, String why) {

    static Check of(String name, boolean good, String value, String limit, String why) {
        return new Check(name, good ? Status.OK : Status.FAIL, value, limit, why);
    }

    static Check unknown(String name, String limit, String why) {
        return new Check(name, Status.UNKNOWN, "-", limit, why);
    }

    static String table(List<Check> checks) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("check", "status", "value", "limit", "why"));
        for (Check check : checks) {
            rows.add(List.of(check.name, check.status.name(), check.value, check.limit, check.why));
        }
        return TextTable.render(rows, 2, 3);
    }

    static List<Map<String, Object>> tree(List<Check> checks) {
        List<Map<String, Object>> tree = new ArrayList<>();
        for (Check check : checks) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", check.name);
            fields.put("status", check.status.name());
            fields.put("value", check.value);
            fields.put("limit", check.limit);
            fields.put("why", check.why);
            tree.add(fields);
        }
        return tree;
    }
}
