package io.windrow.metrics;

import java.io.File;

/**
 * The processor time of one process as the Linux kernel counts it, for one thread at a time.
 *
 * <p>From {@code /proc/PID/stat}, fields 14 and 15 of proc_pid_stat(5): time of all threads, living and ended, without child
 * processes. The kernel counts in clock ticks of mostly 10 ms, so a difference between two readings is good to two ticks.
 * A reading takes 2 to 4 us and allocates nothing.
 */
public final class ProcessCpu implements AutoCloseable {

    private static final int CAPACITY_BYTES = 1024;
    private static final int USER_WORD = 11;
    private static final int SYSTEM_WORD = 12;
    private static final int START_WORD = 19;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** What the kernel gives to programs on all common processors, whatever its own timer rate. */
    private static final long USUAL_TICKS_PER_SECOND = 100;

    private final ProcFile stat;
    private final long nanosPerTick;
    private long userNanos;
    private long systemNanos;
    private long startNanos;
    private boolean ended;

    /** The process whose folder of the kernel's file system this is. */
    ProcessCpu(File folder) {
        stat = new ProcFile(folder, "stat", CAPACITY_BYTES);
        nanosPerTick = NANOS_PER_SECOND
            / AuxiliaryVector.value(AuxiliaryVector.CLOCK_TICKS_PER_SECOND, USUAL_TICKS_PER_SECOND);
        refresh();
    }

    /**
     * Opens the processor time of this process.
     *
     * @return the times, read once; the caller closes them
     * @throws java.io.UncheckedIOException if there is no {@code /proc}
     */
    public static ProcessCpu self() {
        return new ProcessCpu(ProcFile.ownFolder());
    }

    /**
     * Opens the processor time of another process.
     *
     * @param pid the process number, positive
     * @return the times, read once; the caller closes them
     * @throws java.io.UncheckedIOException if there is no such process or no {@code /proc}
     * @throws IllegalArgumentException if {@code pid} is not positive
     */
    public static ProcessCpu of(long pid) {
        return new ProcessCpu(ProcFile.folder(pid));
    }

    /**
     * Reads the times anew.
     *
     * @throws java.io.UncheckedIOException if the process has ended or this is closed
     */
    public void refresh() {
        stat.read();
        // The second field is the program's name in parentheses and may itself hold blanks and parentheses.
        int afterName = stat.afterLast(')');
        userNanos = nanos(stat.word(USER_WORD, afterName));
        systemNanos = nanos(stat.word(SYSTEM_WORD, afterName));
        startNanos = nanos(stat.word(START_WORD, afterName));
        byte state = stat.letter(0, afterName);
        ended = state == 'Z' || state == 'X' || state == 'x';
    }

    /**
     * Time spent in the program's own code.
     *
     * @return nanoseconds at the last refresh, or -1
     */
    public long userNanos() {
        return userNanos;
    }

    /**
     * Time spent in the kernel for the program.
     *
     * @return nanoseconds at the last refresh, or -1
     */
    public long systemNanos() {
        return systemNanos;
    }

    /**
     * User and system time together.
     *
     * @return nanoseconds at the last refresh, or -1
     */
    public long totalNanos() {
        return userNanos < 0 || systemNanos < 0 ? ProcFile.ABSENT : userNanos + systemNanos;
    }

    /**
     * How fine the times are.
     *
     * @return nanoseconds of one clock tick
     */
    public long resolutionNanos() {
        return nanosPerTick;
    }

    /** When the process started, nanoseconds after the machine did, or -1: with the number, what tells it from any other. */
    long startNanos() {
        return startNanos;
    }

    /** Whether the process has ended and only waits for its parent to take note. */
    boolean ended() {
        return ended;
    }

    /** Closes the file; a later refresh throws, the getters keep the last reading. */
    @Override
    public void close() {
        stat.close();
    }

    private long nanos(long ticks) {
        return ticks < 0 ? ProcFile.ABSENT : ticks * nanosPerTick;
    }
}
