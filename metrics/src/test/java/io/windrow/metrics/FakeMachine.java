package io.windrow.metrics;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with files such as the kernel shows them, made by a test. */
final class FakeMachine {

    private final Path root;

    FakeMachine(Path root) {
        this.root = root;
    }

    File root() {
        return root.toFile();
    }

    /** Writes a file, anew if it is there, so that who has it open sees the new content. */
    FakeMachine file(String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can be opened and not read, whoever tries: a folder. */
    FakeMachine unreadable(String path) {
        try {
            Files.createDirectories(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process with 3 threads, 5 s old, 2 s of them busy, that has 4 files open; and the clock of the machine. */
    FakeMachine process(String owner, String program, int pid) {
        return file("proc/uptime", "1005.25 4000.00\n")
            .stat(owner, program, pid, 100_000)
            .file("proc/" + owner + "/status", "Name:\tx\nTgid:\t" + pid + "\nVmPeak:\t    900 kB\nVmSize:\t    800 kB\nVmHWM:\t    70 kB\n"
                + "VmRSS:\t    60 kB\nRssAnon:\t    30 kB\nRssFile:\t    20 kB\nRssShmem:\t    10 kB\nVmSwap:\t    5 kB\nThreads:\t3\n")
            .file("proc/" + owner + "/statm", "200 15 8 1 0 5 0\n")
            .file("proc/" + owner + "/limits", "Limit                     Soft Limit           Hard Limit           Units\n"
                + "Max open files            1024                 524288               files\n")
            .file("proc/" + owner + "/fd/0", "").file("proc/" + owner + "/fd/1", "").file("proc/" + owner + "/fd/2", "")
            .file("proc/" + owner + "/fd/3", "");
    }

    /** A program that has used 150 ticks of its own and 50 of the kernel's, and that began so many ticks after the machine. */
    FakeMachine stat(String owner, String program, int pid, long startTicks) {
        return file("proc/" + owner + "/stat", pid + " (" + program + ") S 1 2 3 4 5 6 7 8 9 10 150 50 13 14 15 16 3 18 " + startTicks
            + " 819200 15 99\n");
    }
}
