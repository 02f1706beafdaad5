package io.windrow.examples.ops;

import io.windrow.examples.ops.json.JsonReader;
import io.windrow.examples.ops.json.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of a day: a file to which each run of {@code health} is added. */
final class DailyReport {

    private static final String VERSION = "windrow-health";

    private final LocalDate date;
    private final ResultFile file;
    private final List<Object> runs;

    private DailyReport(LocalDate date, ResultFile file, List<Object> runs) {
        this.date = date;
        this.file = file;
        this.runs = runs;
    }

    /**
     * Opens the report of today.
     *
     * @throws IllegalArgumentException if there is no such folder, or a file in it that is no report.
     */
    static DailyReport today(String folder) {
        LocalDate date = LocalDate.now(ZoneOffset.UTC);
        ResultFile file = ResultFile.of("daily", ResultFile.path("daily", folder).resolve("health-" + date + ".json").toString());
        return new DailyReport(date, file, Files.exists(file.path()) ? runs(file) : new ArrayList<>());
    }

    /**
     * Adds a run.
     *
     * @throws NotSavedException if the file cannot be written; it is then as it was.
     */
    void add(String target, Outcome outcome) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("time", Instant.now().toString());
        run.put("target", target);
        run.put("verdict", outcome.verdict().name());
        run.putAll(outcome.tree());
        runs.add(run);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(VERSION, 1);
        tree.put("date", date.toString());
        tree.put("count", runs.size());
        tree.put("failed", runs.stream().filter(entry -> "FAIL".equals(JsonReader.at(entry, "verdict"))).count());
        tree.put("runs", runs);
        file.write(JsonWriter.text(tree));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> runs(ResultFile file) {
        try {
            Map<String, Object> tree = JsonReader.object(Files.readString(file.path()));
            if (tree.get("runs") instanceof List<?> list && BigDecimal.ONE.equals(tree.get(VERSION))) {
                return (List<Object>) list;
            }
            throw new IOException(VERSION + " 1 was expected");
        } catch (IOException e) {
            throw new IllegalArgumentException("no daily report (" + e.getMessage() + "): file=" + file.path(), e);
        }
    }
}
