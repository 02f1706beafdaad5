package io.windrow.examples.soak;

import io.windrow.examples.prove.Progress;
import io.windrow.examples.soak.child.SoakLine;
import io.windrow.examples.soak.child.SoakSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the JVM of a soak and takes down what it tells. When this JVM ends, for whatever reason, so does that one. */
final class SoakLauncher {

    private static final long EXIT_SECONDS = 60;

    private final EngineJvm jvm;
    private final Path folder;
    private final Progress progress;
    private String step = "";

    /** The folder is for logs. */
    SoakLauncher(EngineJvm jvm, Path folder, Progress progress) {
        this.jvm = jvm;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Runs a soak.
     *
     * @throws SoakFailedException if its JVM does not come to its end, with the reason it gave.
     */
    SoakRecord run(SoakSettings settings) throws IOException, SoakFailedException {
        Path errors = folder.resolve("soak.err");
        ProcessBuilder builder = new ProcessBuilder(command(settings)).redirectError(errors.toFile());
        jvm.initial().forEach(builder.environment()::putIfAbsent);
        builder.environment().putAll(jvm.settings());
        Process process = builder.start();
        Thread stop = new Thread(process::destroyForcibly, "stop-soak");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            SoakRecord told = follow(process, settings);
            await(process, told, errors);
            return told;
        } finally {
            progress.finish();
            process.destroyForcibly();
            removeHook(stop);
        }
    }

    private List<String> command(SoakSettings settings) {
        List<String> command = new ArrayList<>(jvm.command());
        command.add(folder.toString());
        command.addAll(settings.arguments());
        return command;
    }

    private SoakRecord follow(Process process, SoakSettings settings) throws IOException {
        SoakRecord told = new SoakRecord();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("PROGRESS\t")) {
                    show(line.split("\t"), settings.days());
                } else {
                    told.take(line);
                }
            }
        }
        return told;
    }

    private void show(String[] part, int days) {
        int day = Integer.parseInt(part[3]);
        String now = day <= SoakLine.BASELINE ? "warm-up" : day > days ? "second load" : "day " + day;
        if (!now.equals(step)) {
            step = now;
            progress.begin(step);
        }
        progress.at(Double.parseDouble(part[1]) / Double.parseDouble(part[2]));
    }

    private static void await(Process process, SoakRecord told, Path errors) throws IOException, SoakFailedException {
        try {
            if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SoakFailedException("the engine's JVM does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SoakFailedException("interrupted while the engine was running");
        }
        if (process.exitValue() != 0 || !told.isWhole()) {
            String reason = Files.readString(errors).strip().lines().findFirst().orElse("it gave no reason");
            throw new SoakFailedException("the engine's JVM has ended before its time: exit=" + process.exitValue() + ", " + reason);
        }
    }

    private static void removeHook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The JVM is going down, and the hook is doing its work.
        }
    }
}
