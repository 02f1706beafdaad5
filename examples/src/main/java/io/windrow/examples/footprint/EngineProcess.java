package io.windrow.examples.footprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An engine in a process of its own, from its start to its end. When this JVM ends, for whatever reason, so does that process. */
final class EngineProcess implements AutoCloseable {

    private static final String ADDRESS = "metrics: ";
    private static final long START_NANOS = 60_000_000_000L;
    private static final long LOOK_MILLIS = 20;
    /** One that is on its way to its end has closed its server long before it is gone. */
    private static final long END_SECONDS = 2;
    private static final long STOP_SECONDS = 20;

    private final EngineProfile profile;
    private final Path out;
    private final Path err;
    private final Process process;
    private final Thread stop;

    private EngineProcess(EngineProfile profile, Path out, Path err, Process process) {
        this.profile = profile;
        this.out = out;
        this.err = err;
        this.process = process;
        stop = new Thread(process::destroyForcibly, "stop-engine");
        Runtime.getRuntime().addShutdownHook(stop);
    }

    /**
     * Starts an engine.
     *
     * @param folder for what it prints.
     * @throws LaunchFailedException if the command cannot be run.
     */
    static EngineProcess start(EngineProfile profile, List<String> settings, Path folder) throws LaunchFailedException {
        List<String> command = new ArrayList<>(profile.command());
        command.addAll(settings);
        Path out = folder.resolve("engine.out");
        Path err = folder.resolve("engine.err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        clean(builder.environment());
        builder.environment().putAll(profile.environment());
        try {
            return new EngineProcess(profile, out, err, builder.start());
        } catch (IOException e) {
            throw new LaunchFailedException("the engine cannot be started: profile=" + profile.name() + " (" + e.getMessage() + ")", e);
        }
    }

    /** What this command was given for itself is not a part of any profile. */
    static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("MALLOC_") || name.equals("WINDROW_OPTS") || name.equals("WINDROW_HEAP")
            || name.equals("JAVA_TOOL_OPTIONS") || name.equals("JDK_JAVA_OPTIONS") || name.equals("_JAVA_OPTIONS"));
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits until it says where it answers.
     *
     * @throws LaunchFailedException if it ends before, or says nothing for a minute.
     */
    String awaitAddress() throws LaunchFailedException {
        long deadline = System.nanoTime() + START_NANOS;
        while (true) {
            boolean alive = process.isAlive();
            String address = address();
            if (!address.isEmpty()) {
                return address;
            }
            if (!alive) {
                throw failure("the engine ended before it answered", null);
            }
            if (System.nanoTime() - deadline > 0) {
                throw failure("the engine does not say where it answers", null);
            }
            sleep();
        }
    }

    /** What failed, with the reason the process gave. */
    LaunchFailedException failure(String what, Throwable cause) {
        awaitEnd(END_SECONDS, TimeUnit.SECONDS);
        String exit = process.isAlive() ? "" : ", exit=" + process.exitValue();
        return new LaunchFailedException(what + ": profile=" + profile.name() + exit + ", " + reason(), cause);
    }

    /**
     * Tells it to stop and waits for its end.
     *
     * @throws LaunchFailedException if it has a fault, or does not end.
     */
    void stop() throws LaunchFailedException {
        if (!process.isAlive()) {
            throw failure("the engine ended before its time", null);
        }
        process.destroy();
        if (!awaitEnd(STOP_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw failure("the engine did not stop in order", null);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd(STOP_SECONDS, TimeUnit.SECONDS);
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The JVM is going down, and the hook is doing its work.
        }
    }

    /** Waits for its end; false if it has not come in time. */
    boolean awaitEnd(long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String address() {
        String text = read(out);
        // Only lines that are whole: what follows the last line end may be half of one.
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            if (line.startsWith(ADDRESS)) {
                return line.substring(ADDRESS.length());
            }
        }
        return "";
    }

    private String reason() {
        String text = read(err).strip();
        return text.isEmpty() ? "it gave no reason" : text.lines().findFirst().orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static void sleep() throws LaunchFailedException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailedException("interrupted while an engine was starting", e);
        }
    }
}
