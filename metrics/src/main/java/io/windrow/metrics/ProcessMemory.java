package io.windrow.metrics;

import java.io.File;

/**
 * The memory of one process as the Linux kernel counts it, for one thread at a time.
 *
 * <p>{@link #refresh()} reads {@code /proc/PID/status} once (3 to 10 us) and the getters answer from that one reading; the
 * factories have made the first. {@link #refreshResident()} reads only {@code statm} (about 1 us). The kernel keeps the
 * counters behind both in batches per processor, so they may be some pages off; {@link #refreshExact()} walks the page tables
 * ({@code smaps_rollup}, 0.2 to 1 ms, and it holds the process's memory-map lock meanwhile), which is what a verdict should
 * rest on. The fields are described in proc_pid_status(5), proc_pid_statm(5) and proc_pid_smaps(5).
 *
 * <p>Every figure is {@code -1} when the kernel does not give it: an old kernel, a zombie, a kernel thread. Reading allocates
 * nothing. A process that has ended makes the next reading throw {@link java.io.UncheckedIOException}; it is never mistaken for a
 * later process of the same number.
 */
public final class ProcessMemory implements AutoCloseable {

    private static final byte[] VIRTUAL = ProcFile.label("VmSize:");
    private static final byte[] PEAK = ProcFile.label("VmHWM:");
    private static final byte[] RESIDENT = ProcFile.label("VmRSS:");
    private static final byte[] ANONYMOUS = ProcFile.label("RssAnon:");
    private static final byte[] FILE = ProcFile.label("RssFile:");
    private static final byte[] SHARED = ProcFile.label("RssShmem:");
    private static final byte[] SWAP = ProcFile.label("VmSwap:");
    private static final byte[] THREADS = ProcFile.label("Threads:");
    private static final byte[] EXACT = ProcFile.label("Rss:");
    private static final byte[] PROPORTIONAL = ProcFile.label("Pss:");

    private static final int STATUS_CAPACITY_BYTES = 4096;
    private static final int STAT_BYTES = 1024;
    private static final int STATM_CAPACITY_BYTES = 192;
    private static final int ROLLUP_CAPACITY_BYTES = 2048;
    private static final int STATM_RESIDENT_WORD = 1;
    private static final int BYTES_PER_KB = 1024;

    private final File folder;
    private final ProcFile status;
    private final ProcFile statm;
    private final long pageBytes;
    private ProcFile rollup;
    private long virtualBytes;
    private long peakResidentBytes;
    private long residentBytes;
    private long anonymousBytes;
    private long fileBytes;
    private long sharedBytes;
    private long swapBytes;
    private long threads;
    private long exactResidentBytes = ProcFile.ABSENT;
    private long proportionalBytes = ProcFile.ABSENT;

    /** The process whose folder of the kernel's file system this is. */
    ProcessMemory(File folder) {
        this.folder = folder;
        status = new ProcFile(folder, "status", STATUS_CAPACITY_BYTES);
        statm = new ProcFile(folder, "statm", STATM_CAPACITY_BYTES);
        pageBytes = AuxiliaryVector.value(AuxiliaryVector.PAGE_BYTES, ProcFile.ABSENT);
        refresh();
    }

    /**
     * Opens the memory of this process.
     *
     * @return the memory, read once; the caller closes it
     * @throws java.io.UncheckedIOException if there is no {@code /proc}; see {@link #supported()}
     */
    public static ProcessMemory self() {
        return new ProcessMemory(ProcFile.ownFolder());
    }

    /**
     * Opens the memory of another process.
     *
     * @param pid the process number, positive
     * @return the memory, read once; the caller closes it
     * @throws java.io.UncheckedIOException if there is no such process or no {@code /proc}
     * @throws IllegalArgumentException if {@code pid} is not positive
     */
    public static ProcessMemory of(long pid) {
        return new ProcessMemory(ProcFile.folder(pid));
    }

    /**
     * Whether this system gives the figures, which only Linux does.
     *
     * @return true if {@link #self()} will succeed
     */
    public static boolean supported() {
        return new File("/proc/self/status").canRead() && new File("/proc/self/statm").canRead();
    }

    /**
     * This process's number. The process-handle classes start a thread pool and are asked on systems without {@code /proc} only.
     *
     * @return the number.
     */
    public static long selfPid() {
        if (!supported()) {
            return ProcessHandle.current().pid();
        }
        try (ProcFile stat = new ProcFile(ProcFile.ownFolder(), "stat", STAT_BYTES)) {
            stat.read();
            return stat.word(0, 0);
        }
    }

    /**
     * Reads {@code status} anew; 3 to 10 us, 0 B allocated.
     *
     * @throws java.io.UncheckedIOException if the process has ended or this is closed
     */
    public void refresh() {
        status.read();
        // In the order of the file, so that the search goes over it once.
        virtualBytes = bytes(status, VIRTUAL);
        peakResidentBytes = bytes(status, PEAK);
        residentBytes = bytes(status, RESIDENT);
        anonymousBytes = bytes(status, ANONYMOUS);
        fileBytes = bytes(status, FILE);
        sharedBytes = bytes(status, SHARED);
        swapBytes = bytes(status, SWAP);
        threads = status.field(THREADS);
    }

    /**
     * Reads the resident memory alone, from {@code statm}; about 1 us, 0 B allocated. Leaves what {@link #refresh()} read as
     * it is, so that those figures stay of one moment. Where the page size cannot be learnt, this is as dear as a refresh.
     *
     * @return resident bytes now, or -1
     * @throws java.io.UncheckedIOException if the process has ended or this is closed
     */
    public long refreshResident() {
        if (pageBytes < 0) {
            status.read();
            return bytes(status, RESIDENT);
        }
        statm.read();
        long pages = statm.word(STATM_RESIDENT_WORD, 0);
        return pages < 0 ? ProcFile.ABSENT : pages * pageBytes;
    }

    /**
     * Walks the page tables for {@link #exactResidentBytes()} and {@link #proportionalBytes()}; 0.2 to 1 ms, more for a large
     * process, 0 B allocated after the first call.
     *
     * @throws java.io.UncheckedIOException if the process has ended, belongs to another user, or this is closed
     */
    public void refreshExact() {
        if (rollup == null) {
            rollup = new ProcFile(folder, "smaps_rollup", ROLLUP_CAPACITY_BYTES);
        }
        rollup.read();
        exactResidentBytes = bytes(rollup, EXACT);
        proportionalBytes = bytes(rollup, PROPORTIONAL);
    }

    /**
     * Resident memory, {@code VmRSS}: the sum of anonymous, file and shared bytes.
     *
     * @return bytes at the last refresh, or -1
     */
    public long residentBytes() {
        return residentBytes;
    }

    /**
     * The highest resident memory in the life of the process, {@code VmHWM}.
     *
     * @return bytes at the last refresh, or -1
     */
    public long peakResidentBytes() {
        return peakResidentBytes;
    }

    /**
     * Resident memory that no file backs, {@code RssAnon}: heap, stacks, direct buffers. The part that is comparable between
     * machines, because it does not depend on the page cache. {@code -1} before kernel 4.5.
     *
     * @return bytes at the last refresh, or -1
     */
    public long anonymousBytes() {
        return anonymousBytes;
    }

    /**
     * Resident memory that maps files, {@code RssFile}: libraries, the class archive. {@code -1} before kernel 4.5.
     *
     * @return bytes at the last refresh, or -1
     */
    public long fileBytes() {
        return fileBytes;
    }

    /**
     * Resident shared memory, {@code RssShmem}: System V segments, tmpfs files, shared anonymous maps. {@code -1} before
     * kernel 4.5.
     *
     * @return bytes at the last refresh, or -1
     */
    public long sharedBytes() {
        return sharedBytes;
    }

    /**
     * Address space, {@code VmSize}, most of which a JVM only reserves.
     *
     * @return bytes at the last refresh, or -1
     */
    public long virtualBytes() {
        return virtualBytes;
    }

    /**
     * Anonymous memory that was swapped out, {@code VmSwap}; resident memory that shrinks while this grows was not freed.
     *
     * @return bytes at the last refresh, or -1
     */
    public long swapBytes() {
        return swapBytes;
    }

    /**
     * Kernel threads of the process, the JVM's own among them.
     *
     * @return threads at the last refresh, or -1
     */
    public long threads() {
        return threads;
    }

    /**
     * Resident memory by walking the page tables.
     *
     * @return bytes at the last {@link #refreshExact()}, or -1 before the first and on kernels before 4.14
     */
    public long exactResidentBytes() {
        return exactResidentBytes;
    }

    /**
     * Resident memory with each shared page divided by the number of processes that map it.
     *
     * @return bytes at the last {@link #refreshExact()}, or -1 before the first and on kernels before 4.14
     */
    public long proportionalBytes() {
        return proportionalBytes;
    }

    /** Closes the files; a later refresh throws, the getters keep the last reading. */
    @Override
    public void close() {
        status.close();
        statm.close();
        if (rollup != null) {
            rollup.close();
        }
    }

    private static long bytes(ProcFile file, byte[] label) {
        long kilobytes = file.field(label);
        return kilobytes < 0 ? ProcFile.ABSENT : kilobytes * BYTES_PER_KB;
    }
}
