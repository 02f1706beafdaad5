package io.windrow.examples.prove.child;

import io.windrow.examples.prove.report.Figure;
import io.windrow.examples.prove.report.RunResult;
import io.windrow.examples.prove.report.Series;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The result of a run as lines of a kind, a name and values: what an engine's JVM can write, and its parent read, without a
 * library.
 */
public final class ResultFile {

    private static final String FIGURE = "figure";
    private static final String HASH = "hash";
    private static final String NOTE = "note";
    private static final String SERIES = "series";

    private ResultFile() {
    }

    static void write(RunResult result, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<Figure, Double> figure : result.figures().entrySet()) {
                line(out, FIGURE, figure.getKey().jsonName(), figure.getValue().toString());
            }
            line(out, HASH, "signals", result.signalsHash());
            line(out, HASH, "windows", result.windowsHash());
            for (Map.Entry<String, String> note : result.notes().entrySet()) {
                line(out, NOTE, note.getKey(), note.getValue());
            }
            for (Map.Entry<String, Series> series : result.series().entrySet()) {
                line(out, SERIES, series.getKey(), points(series.getValue()));
            }
        }
    }

    /**
     * Reads a result.
     *
     * @param engine whose it is.
     * @param file   what that engine's JVM wrote.
     * @return the result.
     * @throws IOException if it cannot be read.
     */
    public static RunResult read(String engine, Path file) throws IOException {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        Map<String, Map<String, String>> texts = new HashMap<>();
        Map<String, Series> series = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] part = line.split("\t", 3);
            if (part[0].equals(FIGURE)) {
                figures.put(Figure.named(part[1]), Double.valueOf(part[2]));
            } else if (part[0].equals(SERIES)) {
                series.put(part[1], series(part[2]));
            } else {
                texts.computeIfAbsent(part[0], kind -> new HashMap<>()).put(part[1], part[2]);
            }
        }
        Map<String, String> hashes = texts.getOrDefault(HASH, Map.of());
        return new RunResult(engine, figures, hashes.get("signals"), hashes.get("windows"), series, texts.getOrDefault(NOTE, Map.of()));
    }

    private static void line(BufferedWriter out, String kind, String name, String value) throws IOException {
        out.write(kind + "\t" + name + "\t" + value.replace('\n', ' ') + "\n");
    }

    private static String points(Series series) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < series.x().length; i++) {
            text.append(series.x()[i]).append(' ').append(series.y()[i]).append(' ');
        }
        return text.toString();
    }

    private static Series series(String points) {
        String[] numbers = points.isBlank() ? new String[0] : points.trim().split(" ");
        double[] x = new double[numbers.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Double.parseDouble(numbers[2 * i]);
            y[i] = Double.parseDouble(numbers[2 * i + 1]);
        }
        return new Series(x, y);
    }
}
