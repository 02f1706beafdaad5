package io.windrow.examples.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Tool {

    private static final long LIMIT_SECONDS = 300;

    private Tool() {
    }

    /** What a program said, on both streams, and how it ended. */
    record Said(int exit, String text) {

        /** The line that says most, of a text that may be long. */
        String reason() {
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            String first = lines.isEmpty() ? "it gave no reason" : lines.get(0);
            return lines.stream().filter(line -> line.contains("rror")).findFirst().orElse(first).strip();
        }
    }

    /**
     * Runs a program.
     *
     * @throws IOException if it does not start, which is also so when it is for another machine.
     */
    static Said run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it does not end: " + command.get(0));
            }
            return new Said(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Runs a program that has to succeed.
     *
     * @throws ImageException if it fails or does not start, with its reason.
     */
    static String need(String step, List<String> command) throws ImageException {
        try {
            Said said = run(command, Map.of());
            if (said.exit() != 0) {
                throw new ImageException(step + " has failed: exit=" + said.exit() + ", " + said.reason());
            }
            return said.text();
        } catch (IOException e) {
            throw new ImageException(step + " cannot be started: " + e.getMessage(), e);
        }
    }
}
