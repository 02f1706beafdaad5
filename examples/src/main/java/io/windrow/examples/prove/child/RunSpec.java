package io.windrow.examples.prove.child;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What one engine's JVM is told, as a properties file.
 *
 * @param engine      which engine.
 * @param result      file to write the result to.
 * @param input       what to feed.
 * @param phases      how the run is divided.
 * @param candles     closed candles kept for each window.
 * @param tradeWindow trades kept for each instrument.
 * @param ringSize    places between the threads.
 * @param waiting     how a consumer waits: {@code phased}, {@code blocking}, {@code yielding}, {@code sleeping}
 *                    or {@code busy}.
 */
public record RunSpec(
    String engine, Path result, InputSpec input, Phases phases, int candles, int tradeWindow, int ringSize, String waiting) {

    /**
     * Writes the specification.
     *
     * @param file where to.
     * @throws IOException if it cannot be written.
     */
    public void write(Path file) throws IOException {
        Properties p = input.toProperties();
        p.setProperty("engine", engine);
        p.setProperty("result", result.toString());
        p.setProperty("phases.total", Long.toString(phases.total()));
        p.setProperty("phases.warmUp", Long.toString(phases.warmUp()));
        p.setProperty("phases.paced", Long.toString(phases.paced()));
        p.setProperty("phases.ratePerSecond", Long.toString(phases.ratePerSecond()));
        p.setProperty("candles", Integer.toString(candles));
        p.setProperty("tradeWindow", Integer.toString(tradeWindow));
        p.setProperty("ringSize", Integer.toString(ringSize));
        p.setProperty("wait", waiting);
        try (Writer out = Files.newBufferedWriter(file)) {
            p.store(out, null);
        }
    }

    /**
     * Reads a specification.
     *
     * @param file where from.
     * @return the specification.
     * @throws IOException if it cannot be read.
     */
    public static RunSpec read(Path file) throws IOException {
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            p.load(in);
        }
        Phases phases = new Phases(number(p, "phases.total"), number(p, "phases.warmUp"), number(p, "phases.paced"),
            number(p, "phases.ratePerSecond"));
        return new RunSpec(p.getProperty("engine"), Path.of(p.getProperty("result")), InputSpec.of(p), phases,
            (int) number(p, "candles"), (int) number(p, "tradeWindow"), (int) number(p, "ringSize"), p.getProperty("wait"));
    }

    private static long number(Properties p, String key) {
        return Long.parseLong(p.getProperty(key));
    }
}
