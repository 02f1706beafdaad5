package io.windrow.buffers.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a program in a JVM of its own, of the same kind as this one. */
public final class Forked {

    /** What blocks of memory need for their shortest way to a value. */
    public static final String DIRECT = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

    private Forked() {
    }

    /**
     * What the program prints, line by line, without what it or the JVM says on the error stream; fails unless it ends with 0.
     *
     * @param options of the JVM.
     * @param main    the program.
     * @param needed  classes whose jars or folders it needs beside its own.
     */
    public static List<String> run(List<String> options, Class<?> main, Class<?>... needed) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-ea"));
        command.addAll(options);
        command.add("-cp");
        command.add(Stream.concat(Stream.of(main), Stream.of(needed)).map(Forked::home).distinct()
            .collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        try {
            Path errors = Files.createTempFile("windrow-forked", ".err");
            try {
                return run(command, errors);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> run(List<String> command, Path errors) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        // Options from outside would make it another JVM than the test asks for.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new AssertionError(
                "the forked JVM ended with " + exit + ":\n" + String.join("\n", lines) + "\n" + Files.readString(errors));
        }
        return lines;
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
