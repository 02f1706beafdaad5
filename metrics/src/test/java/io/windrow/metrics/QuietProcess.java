package io.windrow.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that sleeps, so that its figures in the kernel stand still and can be compared exactly. */
final class QuietProcess implements AutoCloseable {

    private final Process process;

    QuietProcess() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        await("(sleep) S");
    }

    long pid() {
        return process.pid();
    }

    List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid()), file));
    }

    /** The kilobytes of a line of a file, as bytes. */
    long bytes(String file, String label) throws IOException {
        return number(file, label) * 1024;
    }

    long number(String file, String label) throws IOException {
        for (String line : lines(file)) {
            if (line.startsWith(label)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new AssertionError("no line " + label + " in " + file);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end: pid=" + pid());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void await(String state) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!lines("stat").get(0).contains(state)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not asleep: " + lines("stat"));
            }
            Thread.onSpinWait();
        }
    }
}
