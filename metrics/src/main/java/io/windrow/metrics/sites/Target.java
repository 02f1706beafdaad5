package io.windrow.metrics.sites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that is to be recorded, checked before anything is sent to it: the attach protocol begins with a {@code SIGQUIT}, which ends
 * a process that is no JVM.
 */
final class Target {

    private static final Path PROCESSES = Path.of("/proc");

    private final ProcessHandle process;

    private Target(ProcessHandle process) {
        this.process = process;
    }

    static Target of(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
            .orElseThrow(() -> new RecordingException("no such process: pid=" + pid));
        String owner = process.info().user().orElse("");
        String self = ProcessHandle.current().info().user().orElse("");
        requireSameUser(pid, owner, self);
        requireJvm(pid, PROCESSES.resolve(Long.toString(pid)).resolve("maps"));
        return new Target(process);
    }

    static void requireSameUser(long pid, String owner, String self) {
        if (!owner.isEmpty() && !owner.equals(self) && !self.equals("root")) {
            throw new RecordingException("a process of another user cannot be recorded: pid=" + pid + ", user=" + owner + ", own=" + self);
        }
    }

    private static void requireJvm(long pid, Path maps) {
        if (!Files.exists(PROCESSES.resolve("self"))) {
            return;
        }
        try {
            // Latin 1, because a mapped file may have any bytes for a name.
            if (!Files.readString(maps, StandardCharsets.ISO_8859_1).contains("libjvm.so")) {
                throw new RecordingException("the process is no JVM: pid=" + pid);
            }
        } catch (IOException e) {
            throw new RecordingException("the process cannot be looked at: pid=" + pid + ", why=" + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new RecordingException("the process ended while it was recorded: pid=" + pid());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** A file that the target wrote, as this process sees it: in a container its folders are others. */
    Path seen(Path file) {
        Path own = PROCESSES.resolve(Long.toString(pid())).resolve("root" + file);
        return Files.exists(own) ? own : file;
    }
}
