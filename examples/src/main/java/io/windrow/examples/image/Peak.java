package io.windrow.examples.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most that a process had resident. */
final class Peak {

    private static final int KILO = 1024;

    private Peak() {
    }

    /** Source: {@code VmHWM} in {@code /proc/PID/status}, in kB of 1,024 bytes; -1 where there is none. */
    static long residentBytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * KILO;
                }
            }
        } catch (IOException e) {
            // Another system, or the process has ended.
        }
        return -1;
    }
}
