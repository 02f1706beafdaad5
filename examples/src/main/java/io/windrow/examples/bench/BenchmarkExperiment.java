package io.windrow.examples.bench;

import io.windrow.examples.bench.child.BenchmarkProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JMH benchmark of one of the rooms, run by JMH's own command line, which starts a JVM for each subject. Keys: the method, and behind a
 * colon the value of the parameter, where there is one.
 *
 * @param benchmark full name of the class.
 * @param parameter its parameter, or null.
 */
record BenchmarkExperiment(String benchmark, String parameter) implements Experiment {

    @Override
    public String title() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    @Override
    public int rounds(Mode mode) {
        return mode.benchmarkRounds;
    }

    @Override
    public Map<String, Reading> round(List<String> keys, Mode mode, Fork fork) throws IOException, RowFailedException {
        requireJmh();
        Path file = fork.file("jmh.json");
        // Another run on the machine disturbs this one, but its lock must not end it.
        fork.run(title(), List.of("-Djmh.ignoreLock=true"), program(keys, mode, file));
        Map<String, Reading> found = BenchmarkResults.read(file, benchmark, parameter);
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (String key : keys) {
            if (!found.containsKey(key)) {
                throw new RowFailedException("no such benchmark: " + title() + "." + key);
            }
            readings.put(key, found.get(key));
        }
        return readings;
    }

    private List<String> program(List<String> keys, Mode mode, Path file) {
        Set<String> methods = new LinkedHashSet<>();
        Set<String> values = new LinkedHashSet<>();
        for (String key : keys) {
            String[] parts = key.split(":", 2);
            methods.add(parts[0]);
            values.add(parts[parts.length - 1]);
        }
        List<String> program = new ArrayList<>(List.of(BenchmarkProcess.class.getName(),
            "^" + benchmark.replace(".", "\\.") + "\\.(" + String.join("|", methods) + ")$"));
        if (parameter != null) {
            program.addAll(List.of("-p", parameter + "=" + String.join(",", values)));
        }
        String iterations = Integer.toString(mode.iterations);
        String time = mode.iterationMillis + "ms";
        program.addAll(List.of("-f", "1", "-wi", iterations, "-w", time, "-i", iterations, "-r", time, "-prof", "gc", "-foe", "true",
            "-rf", "json", "-rff", file.toString()));
        return program;
    }

    private static void requireJmh() throws RowFailedException {
        try {
            Class.forName(BenchmarkProcess.JMH, false, BenchmarkExperiment.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new RowFailedException("benchmarks must be on the class path: ./windrow bench, or ./mvnw -Dbench -pl examples -am package"
                + " and java -jar examples/target/windrow-bench.jar bench");
        }
    }
}
