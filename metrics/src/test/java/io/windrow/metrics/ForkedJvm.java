package io.windrow.metrics;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** A JVM of the same kind that runs {@link AllocatingMain} or {@link ObedientMain}, and the {@code name=value} lines that it prints. */
final class ForkedJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final Map<String, String> printed = new HashMap<>();

    ForkedJvm(List<String> options) throws IOException {
        this(options, AllocatingMain.class);
    }

    ForkedJvm(List<String> options, Class<?> main) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = process.inputReader(StandardCharsets.UTF_8);
        readUntilReady();
    }

    static String classPath() {
        return home(ProcessSampler.class) + File.pathSeparator + home(ForkedJvm.class) + File.pathSeparator + home(Histogram.class);
    }

    long pid() {
        return process.pid();
    }

    /** Has {@link ObedientMain} do something, and waits until it is done. */
    void ask(char command) throws IOException {
        process.getOutputStream().write(command);
        process.getOutputStream().flush();
        readUntilReady();
    }

    String text(String name) {
        String value = printed.get(name);
        if (value == null) {
            throw new AssertionError("not printed: " + name + ", but " + printed);
        }
        return value;
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    /** Lets the program end, and waits for that. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the forked JVM does not end: pid=" + pid());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void readUntilReady() throws IOException {
        for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new AssertionError("the forked JVM failed, having printed " + printed);
            }
            // The JVM's warnings, which come here too, are no pairs.
            String[] pair = line.split("=", 2);
            printed.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
