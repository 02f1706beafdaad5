package io.windrow.examples.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several checks of one look, in one verdict. */
final class Parts {

    private final Map<String, Outcome> parts = new LinkedHashMap<>();

    void add(String name, Outcome outcome) {
        parts.put(name, outcome);
    }

    /** One verdict: what fails decides before what cannot be told. */
    Outcome outcome() {
        List<Check> rows = new ArrayList<>();
        Map<String, Object> tree = new LinkedHashMap<>();
        StringBuilder details = new StringBuilder();
        parts.forEach((name, part) -> {
            rows.add(new Check(name, status(part.verdict()), part.verdict().name(), "", lastLine(part.text())));
            details.append("== ").append(name).append('\n').append(part.text()).append('\n');
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("verdict", part.verdict().name());
            fields.putAll(part.tree());
            tree.put(name, fields);
        });
        Outcome all = Outcome.of(rows);
        return new Outcome(all.verdict(), details + "== all\n" + table(rows) + "\n" + Outcome.summary(all.verdict(), rows) + "\n",
            Map.of("parts", tree));
    }

    private static String table(List<Check> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("part", "verdict", "what it says"));
        rows.forEach(row -> table.add(List.of(row.name(), row.value(), row.why())));
        return TextTable.render(table, 1, 0);
    }

    private static Status status(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Status.OK;
            case FAIL -> Status.FAIL;
            case INCONCLUSIVE -> Status.UNKNOWN;
        };
    }

    private static String lastLine(String text) {
        String[] lines = text.stripTrailing().split("\n");
        return lines[lines.length - 1].replaceFirst("^(PASS|FAIL|INCONCLUSIVE)(: |, )?", "");
    }
}
