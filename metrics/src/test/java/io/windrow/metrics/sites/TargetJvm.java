package io.windrow.metrics.sites;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of the same kind that runs {@link AllocatingTarget}. */
final class TargetJvm implements AutoCloseable {

    private final Process process;

    TargetJvm(String... options) throws IOException {
        this(Path.of(System.getProperty("java.home")), options);
    }

    TargetJvm(Path javaHome, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(javaHome.resolve("bin").resolve("java").toString(), "-Xmx64m", "-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", home(), AllocatingTarget.class.getName()));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        // The JVM's warnings of an old option come first.
        while (line != null && !line.equals("ready")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new AssertionError("the target failed: options=" + List.of(options));
        }
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the target does not end: pid=" + pid());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String home() {
        try {
            return Path.of(AllocatingTarget.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
