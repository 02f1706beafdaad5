package io.windrow.metrics;

import java.io.File;
import java.io.UncheckedIOException;

/**
 * What the Linux kernel says of one process and of its container, put into samples. For one thread at a time; reading allocates nothing.
 *
 * <p>{@code /proc/PID/stat} is opened before all other files and read after them. An open file of a process stays with it, so when that
 * read succeeds, then the process has lived all the while, and no other file was of a later process of the same number.
 */
final class KernelFigures implements AutoCloseable {

    private static final int UPTIME_CAPACITY_BYTES = 128;
    private static final byte[] GROUP_OF_THREADS = ProcFile.label("Tgid:");

    /** A container's figures are slow to read, the kernel adds them up anew, and change slowly. */
    private static final int READINGS_PER_GROUP = 5;

    private final ProcessCpu cpu;
    private final ProcessMemory memory;
    private final ProcFile uptime;
    private final OpenFiles files;
    private final ControlGroup group;
    private final long startNanos;
    private int readings;

    /** The root is that of the file system, and the owner what the process is called in its {@code proc}. */
    KernelFigures(File root, String owner) {
        File proc = new File(root, "proc");
        File folder = new File(proc, owner);
        cpu = new ProcessCpu(folder);
        startNanos = cpu.startNanos();
        memory = new ProcessMemory(folder);
        uptime = new ProcFile(new File(proc, "uptime"), UPTIME_CAPACITY_BYTES);
        files = new OpenFiles(folder);
        group = new ControlGroup(root, owner);
    }

    static boolean supported(File root) {
        return new File(root, "proc/self/stat").canRead();
    }

    /** The process that a number belongs to: itself, or the one of which it numbers a thread; {@link Sample#ABSENT} if none. */
    static long processOf(File root, long pid) {
        File folder = new File(new File(root, "proc"), ProcFile.owner(pid));
        try (ProcFile status = new ProcFile(folder, "status", UPTIME_CAPACITY_BYTES * 2)) {
            status.read();
            return status.field(GROUP_OF_THREADS);
        } catch (UncheckedIOException e) {
            return Sample.ABSENT;
        }
    }

    /** Whether the sample is of this process; if not, it has ended. */
    boolean read(Sample sample) {
        try {
            readAll(sample);
            return !cpu.ended() && cpu.startNanos() == startNanos;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    String missing() {
        return Missing.join(files.missing(), group.missing());
    }

    @Override
    public void close() {
        cpu.close();
        memory.close();
        uptime.close();
        files.close();
        group.close();
    }

    private void readAll(Sample sample) {
        readMemory(sample);
        readFiles(sample);
        readGroup(sample);
        uptime.read();
        cpu.refresh();
        sample.set(Figure.CPU, cpu.totalNanos());
        sample.set(Figure.UPTIME, uptime.secondsAsNanos() - startNanos);
    }

    private void readMemory(Sample sample) {
        memory.refresh();
        sample.set(Figure.RESIDENT, memory.residentBytes());
        sample.set(Figure.RESIDENT_ANONYMOUS, memory.anonymousBytes());
        sample.set(Figure.RESIDENT_FILE, memory.fileBytes());
        sample.set(Figure.RESIDENT_SHARED, memory.sharedBytes());
        sample.set(Figure.RESIDENT_PEAK, memory.peakResidentBytes());
        sample.set(Figure.VIRTUAL, memory.virtualBytes());
        sample.set(Figure.SWAP, memory.swapBytes());
        sample.set(Figure.THREADS, memory.threads());
    }

    private void readFiles(Sample sample) {
        files.refresh();
        sample.set(Figure.OPEN_FILES, files.count());
        sample.set(Figure.OPEN_FILES_LIMIT, files.limit());
    }

    private void readGroup(Sample sample) {
        if (readings++ % READINGS_PER_GROUP == 0) {
            group.refresh();
        }
        sample.set(Figure.CONTAINER_USED, group.usedBytes());
        sample.set(Figure.CONTAINER_ANONYMOUS, group.anonymousBytes());
        sample.set(Figure.CONTAINER_LIMIT, group.limitBytes());
        sample.set(Figure.CONTAINER_KILLS, group.kills());
    }
}
