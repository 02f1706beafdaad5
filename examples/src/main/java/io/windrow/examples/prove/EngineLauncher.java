package io.windrow.examples.prove;

import io.windrow.examples.prove.child.EngineProcess;
import io.windrow.examples.prove.child.ResultFile;
import io.windrow.examples.prove.child.RunSpec;
import io.windrow.examples.prove.report.RunResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

/** Starts a JVM for each run and waits for its result. When this JVM ends, for whatever reason, so does the one it started. */
final class EngineLauncher {

    private static final long EXIT_SECONDS = 120;

    private final List<String> jvmFlags;
    private final Path folder;

    EngineLauncher(List<String> jvmFlags, Path folder) {
        this.jvmFlags = jvmFlags;
        this.folder = folder;
    }

    /**
     * Runs one engine once.
     *
     * @throws RunFailedException if its JVM fails, with the reason it gave.
     */
    RunResult run(RunSpec spec, DoubleConsumer progress) throws IOException, RunFailedException {
        Path specFile = folder.resolve(spec.engine() + ".properties");
        Path errorFile = folder.resolve(spec.engine() + ".err");
        Files.deleteIfExists(spec.result());
        spec.write(specFile);
        Process process = new ProcessBuilder(command(specFile)).redirectError(errorFile.toFile()).start();
        Thread stop = new Thread(process::destroyForcibly, "stop-engine");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            follow(process, spec.phases().total(), progress);
            await(process, spec.engine(), errorFile);
        } finally {
            process.destroyForcibly();
            removeHook(stop);
        }
        return ResultFile.read(spec.engine(), spec.result());
    }

    private List<String> command(Path specFile) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineProcess.class.getName(), specFile.toString()));
        return command;
    }

    private static void follow(Process process, long total, DoubleConsumer progress) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.chars().allMatch(Character::isDigit)) {
                    progress.accept(Long.parseLong(line) / (double) total);
                }
            }
        }
    }

    private static void await(Process process, String engine, Path errorFile) throws IOException, RunFailedException {
        try {
            if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
                throw new RunFailedException("engine " + engine + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("interrupted while engine " + engine + " was running");
        }
        if (process.exitValue() != 0) {
            throw new RunFailedException("engine " + engine + " failed: exit=" + process.exitValue() + ", " + reason(errorFile));
        }
    }

    private static String reason(Path errorFile) throws IOException {
        String text = Files.readString(errorFile).strip();
        return text.isEmpty() ? "it gave no reason" : text.lines().limit(3).reduce((a, b) -> a + " | " + b).orElse("");
    }

    private static void removeHook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The JVM is going down, and the hook is doing its work.
        }
    }
}
