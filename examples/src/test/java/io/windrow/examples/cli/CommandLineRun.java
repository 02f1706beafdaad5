package io.windrow.examples.cli;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as a user runs it, in a process of its own; or here, for a command that starts none and ends soon. */
final class CommandLineRun {

    private static final long LIMIT_SECONDS = 300;
    private static final String HEAP = "256m";

    final int exit;
    final String out;
    final String err;

    private CommandLineRun(int exit, String out, String err) {
        this.exit = exit;
        this.out = out;
        this.err = err;
    }

    static CommandLineRun of(Path folder, String... args) throws IOException, InterruptedException {
        return withHeap(HEAP, folder, args);
    }

    static CommandLineRun withHeap(String size, Path folder, String... args) throws IOException, InterruptedException {
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        Process process = start(size, folder, out, err, args);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the command hangs: " + String.join(" ", args));
        }
        return new CommandLineRun(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    static CommandLineRun here(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream consoleOut = System.out;
        PrintStream consoleErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exit = Main.run(args);
            return new CommandLineRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(consoleOut);
            System.setErr(consoleErr);
        }
    }

    static Process start(Path folder, File out, File err, String... args) throws IOException {
        return start(HEAP, folder, out, err, args);
    }

    static Process start(String heap, Path folder, File out, File err, String... args) throws IOException {
        return new ProcessBuilder(command(heap, args)).directory(folder.toFile()).redirectOutput(out).redirectError(err).start();
    }

    /** A process that is started inherits it, and the virtual machine leaves a signal alone that is ignored. */
    static void assumeInterruptIsNotIgnored() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("SigIgn:")) {
                long ignored = Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16);
                assumeFalse((ignored & 2) != 0, "SIGINT is ignored here, as under nohup, and in what is started here");
            }
        }
    }

    /** For who starts the process himself. */
    static List<String> command(String... args) {
        return command(HEAP, args);
    }

    private static List<String> command(String heap, String... args) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC", "-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }
}
