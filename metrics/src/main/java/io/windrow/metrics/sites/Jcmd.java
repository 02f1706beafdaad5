package io.windrow.metrics.sites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks a JVM through the {@code jcmd} of this runtime. */
final class Jcmd {

    private static final long LIMIT_SECONDS = 20;

    private final Target target;
    private final Path program;

    Jcmd(Target target, Path javaHome) {
        this.target = target;
        Path unix = javaHome.resolve("bin").resolve("jcmd");
        program = Files.isExecutable(unix) ? unix : javaHome.resolve("bin").resolve("jcmd.exe");
        if (!Files.isExecutable(program)) {
            throw new RecordingException("recording another process needs jcmd, which a JDK has and this runtime has not: java.home="
                + javaHome);
        }
    }

    /** What the target answers, without the line that repeats its number. */
    String ask(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), Long.toString(target.pid())));
        command.addAll(List.of(arguments));
        // To a file and not through a pipe, which would have to be emptied while the time limit is watched.
        Path answer = null;
        Process process = null;
        try {
            answer = Files.createTempFile("windrow-jcmd-" + ProcessHandle.current().pid() + "-", ".txt");
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(answer.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new RecordingException("the process does not answer: pid=" + target.pid() + ", waitedSeconds=" + LIMIT_SECONDS);
            }
            return Files.readString(answer, StandardCharsets.UTF_8).replaceFirst("\\A\\d+:\\R", "");
        } catch (IOException e) {
            throw new RecordingException("jcmd cannot be run: program=" + program + ", why=" + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordingException("the recording was interrupted", e);
        } finally {
            end(process);
            remove(answer);
        }
    }

    private static void end(Process process) {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static void remove(Path answer) {
        try {
            if (answer != null) {
                Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            throw new RecordingException("a temporary file must be removed: file=" + answer + ", why=" + e.getMessage(), e);
        }
    }
}
