package io.windrow.examples.bench;

import io.windrow.examples.prove.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the experiments that rows need, each once however many rows it serves. One that fails fails its rows and no others. */
final class BenchRun {

    private final Mode mode;
    private final Fork fork;
    private final Map<Experiment, Set<String>> experiments = new LinkedHashMap<>();
    private final Map<Subject, List<Reading>> readings = new HashMap<>();
    private final Map<Experiment, String> failures = new HashMap<>();
    private final List<Row> rows;

    BenchRun(List<Row> rows, Mode mode, Fork fork) {
        this.rows = rows;
        this.mode = mode;
        this.fork = fork;
        for (Row row : rows) {
            if (row.hasPeer()) {
                need(row.peerSubject());
            }
            need(row.windrow());
        }
    }

    int steps() {
        return experiments.keySet().stream().mapToInt(experiment -> experiment.rounds(mode)).sum();
    }

    List<RowResult> run(Progress progress) throws IOException {
        for (Map.Entry<Experiment, Set<String>> entry : experiments.entrySet()) {
            run(entry.getKey(), List.copyOf(entry.getValue()), progress);
        }
        progress.finish();
        return rows.stream().map(this::result).toList();
    }

    private void need(Subject subject) {
        experiments.computeIfAbsent(subject.experiment(), experiment -> new LinkedHashSet<>()).add(subject.key());
    }

    private void run(Experiment experiment, List<String> keys, Progress progress) throws IOException {
        int rounds = experiment.rounds(mode);
        for (int round = 1; round <= rounds; round++) {
            progress.begin(experiment.title() + ", round " + round + " of " + rounds + ": " + String.join(", ", keys));
            if (failures.containsKey(experiment)) {
                continue;
            }
            try {
                experiment.round(keys, mode, fork).forEach((key, reading) ->
                    readings.computeIfAbsent(new Subject(experiment, key), subject -> new ArrayList<>()).add(reading));
            } catch (RowFailedException e) {
                failures.put(experiment, e.getMessage());
            }
        }
    }

    private RowResult result(Row row) {
        String failure = failures.get(row.windrow().experiment());
        if (failure == null && row.hasPeer()) {
            failure = failures.get(row.peerSubject().experiment());
        }
        return failure == null
            ? RowResult.of(row, readings.get(row.windrow()), row.hasPeer() ? readings.get(row.peerSubject()) : List.of())
            : RowResult.failed(row, failure);
    }
}
