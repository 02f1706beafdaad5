package io.windrow.metrics;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;

/**
 * How many file descriptors a process has open, and how many it may, for one thread at a time.
 *
 * <p>From Linux 6.2 on the size of the directory {@code /proc/PID/fd} is their number: one system call, 0 B. Whether it is so here is tried
 * once, by opening a file. Elsewhere the directory is listed, which allocates some 50 B for each descriptor.
 *
 * <p>The limit is the soft one of {@code /proc/PID/limits}, proc_pid_limits(5); it seldom changes, so every 60th reading looks again.
 */
final class OpenFiles implements AutoCloseable {

    static final int READINGS_PER_LIMIT = 60;

    private static final byte[] LIMIT = ProcFile.label("Max open files");
    private static final int LIMITS_CAPACITY_BYTES = 4096;
    private static final int TRIES = 5;

    private final File folder;
    private final File descriptors;
    private final boolean own;
    private final boolean sized;
    private final ProcFile limits;
    private int readings;
    private long count;
    private long limit;

    /** The folder is that of the process in the kernel's file system. */
    OpenFiles(File folder) {
        this.folder = folder;
        descriptors = new File(folder, "fd");
        own = folder.getName().equals(ProcFile.SELF);
        sized = sizeIsCount(new File(folder.getParentFile(), ProcFile.SELF));
        limits = openLimits();
        refresh();
    }

    void refresh() {
        count = sized ? sizeOrAbsent() : listed();
        if (limits != null && readings++ % READINGS_PER_LIMIT == 0) {
            refreshLimit();
        }
    }

    /** Descriptors at the last refresh, or {@link Sample#ABSENT}. */
    long count() {
        return count;
    }

    /** The soft limit as it was up to 60 readings ago, or {@link Sample#ABSENT} if there is none. */
    long limit() {
        return limit;
    }

    String missing() {
        if (count < 0) {
            return "no open files (".concat(descriptors.getPath()).concat(" cannot be read)");
        }
        return sized ? "" : "counting open files lists a directory and allocates (Linux before 6.2)";
    }

    @Override
    public void close() {
        if (limits != null) {
            limits.close();
        }
    }

    private ProcFile openLimits() {
        limit = Sample.ABSENT;
        try {
            return new ProcFile(folder, "limits", LIMITS_CAPACITY_BYTES);
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    private void refreshLimit() {
        try {
            limits.read();
            limit = limits.field(LIMIT);
        } catch (UncheckedIOException e) {
            limit = Sample.ABSENT;
        }
    }

    /** 0 is also the answer to one who may not look. */
    private long sizeOrAbsent() {
        long size = descriptors.length();
        return size > 0 ? size : Sample.ABSENT;
    }

    private long listed() {
        String[] names = descriptors.list();
        if (names == null) {
            return Sample.ABSENT;
        }
        // Whoever lists his own descriptors sees the one that he lists with.
        return own ? names.length - 1 : names.length;
    }

    /** Other threads open and close files too, so it is tried more than once. */
    private static boolean sizeIsCount(File self) {
        File own = new File(self, "fd");
        for (int i = 0; i < TRIES; i++) {
            long before = own.length();
            if (before == 0) {
                return false;
            }
            if (lengthWithOneMore(own, self) == before + 1 && own.length() == before) {
                return true;
            }
        }
        return false;
    }

    private static long lengthWithOneMore(File own, File self) {
        long length = 0;
        try {
            RandomAccessFile more = new RandomAccessFile(new File(self, "stat"), "r");
            length = own.length();
            more.close();
        } catch (IOException e) {
            return 0;
        }
        return length;
    }
}
