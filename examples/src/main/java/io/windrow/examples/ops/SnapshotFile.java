package io.windrow.examples.ops;

import io.windrow.examples.ops.json.FigureTree;
import io.windrow.examples.ops.json.JsonReader;
import io.windrow.examples.ops.json.JsonWriter;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.watch.Snapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A snapshot in a file: JSON with a version, a label, the time and the figures. */
final class SnapshotFile {

    private static final String VERSION = "windrow-snapshot";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private SnapshotFile() {
    }

    /** A snapshot and its time in words. */
    record Saved(Snapshot snapshot, String time) {
    }

    static Map<String, Object> tree(Snapshot snapshot, String target) {
        Sample sample = new Sample();
        for (Figure figure : Figure.values()) {
            sample.set(figure, snapshot.get(figure));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(VERSION, 1);
        tree.put("label", snapshot.label());
        tree.put("taken", time(snapshot.timeNanos()));
        tree.put("timeNanos", snapshot.timeNanos());
        tree.put("of", target);
        tree.put("figures", FigureTree.of(sample));
        return tree;
    }

    static void write(ResultFile file, Snapshot snapshot, String target) {
        file.write(JsonWriter.text(tree(snapshot, target)));
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read, is damaged or of another version; the message names the file.
     */
    static Saved read(Path file) {
        try {
            Map<String, Object> tree = JsonReader.object(Files.readString(file));
            if (!BigDecimal.ONE.equals(tree.get(VERSION))) {
                throw new IOException(VERSION + " 1 was expected, found " + tree.get(VERSION));
            }
            if (!(tree.get("figures") instanceof Map<?, ?> figures) || !(tree.get("timeNanos") instanceof BigDecimal nanos)) {
                throw new IOException("figures or timeNanos are missing");
            }
            Sample sample = new Sample();
            sample.clear(nanos.longValue());
            FigureTree.read(figures, sample);
            return new Saved(new Snapshot(String.valueOf(tree.getOrDefault("label", "")), sample), time(nanos.longValue()));
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof NoSuchFileException ? "no such file" : e.getMessage();
            throw new IllegalArgumentException("no snapshot (" + why + "): file=" + file, e);
        }
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(nanos / NANOS_PER_SECOND).toString();
    }
}
