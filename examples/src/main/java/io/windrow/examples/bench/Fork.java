package io.windrow.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a JVM for each measurement and waits for its end. When this JVM ends, so do those it started. */
final class Fork {

    /** What the manifest of the runnable jar says, for a JVM that is started by a class path. */
    static final List<String> FLAGS = List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED");

    private static final long LIMIT_MINUTES = 30;

    private final Path folder;

    /** The folder is for what the JVMs write. */
    Fork(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Runs a program.
     *
     * @return the lines it printed.
     * @throws RowFailedException if it fails, with the reason it gave.
     */
    List<String> run(String title, List<String> flags, List<String> program) throws IOException, RowFailedException {
        Path out = file("out.txt");
        Path err = file("err.txt");
        Process process = new ProcessBuilder(command(flags, program)).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        Thread stop = new Thread(() -> end(process), "stop-measurement");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            await(process, title);
        } finally {
            end(process);
            removeHook(stop);
        }
        List<String> lines = Files.readAllLines(out);
        if (process.exitValue() != 0) {
            throw new RowFailedException(title + " failed: exit=" + process.exitValue() + ", "
                + FailureReason.of(lines, Files.readAllLines(err)));
        }
        return lines;
    }

    private static List<String> command(List<String> flags, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        return command;
    }

    private static void await(Process process, String title) throws RowFailedException {
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new RowFailedException(title + " does not end: minutes=" + LIMIT_MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RowFailedException(title + " was interrupted");
        }
    }

    /** JMH starts JVMs in turn. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void removeHook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The JVM is going down, and the hook is doing its work.
        }
    }
}
