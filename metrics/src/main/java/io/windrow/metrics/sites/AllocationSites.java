package io.windrow.metrics.sites;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Where a process allocates, on demand: the sites with the most bytes, from a flight recording of {@code jdk.ObjectAllocationSample}.
 *
 * <p>A diagnosis, never a standing instrument: the recorder takes 13 to 14 MB resident in the process that is recorded, and a process of 55
 * MB that was recorded from outside for the first time had 21 MB (JDK 25) to 29 MB (17) more, which stayed when it was over.
 *
 * <p>The JVM takes a sample when a thread needs a new piece of the heap, at most 1000 a second and 100,000 in all, with the bytes since
 * the thread's last one as its weight; a thread's first, whose weight is of the time before, is left out. That is rough: of two sites that
 * made 1016 and 360 bytes equally often, the first had 57 to 85 % where 74 % is true. A thread that allocates less than some pieces (tens
 * of kilobytes to megabytes each) may be missing. The event is there from JDK 16 on.
 *
 * <p>The recording is ended and its file removed whatever happens: at a failure, an interrupt, the end of this process. The methods
 * block; they may be called from any thread.
 */
public final class AllocationSites {

    private static final long LONGEST_SECONDS = 3600;
    private static final int MOST_SITES = 1000;

    private AllocationSites() {
    }

    /**
     * Records this process.
     *
     * @param time how long, 1 ms to an hour.
     * @param top  how many sites to list at most, 1 to 1000.
     * @return the report.
     * @throws IllegalArgumentException if {@code time} or {@code top} is out of range.
     * @throws RecordingException       if this JVM has no flight recorder, there is no place for a temporary file, or the thread was
     *                                  interrupted; its interrupt is set then.
     */
    public static AllocationReport ofThisProcess(Duration time, int top) {
        requireTime(time);
        requireTop(top);
        requireAvailable();
        try (OwnRecording recording = new OwnRecording(Throttle.of(time))) {
            Wait.forNanos(time.toNanos(), () -> { });
            return recording.stop(SiteTable.ANY_THREAD, top);
        }
    }

    /**
     * Records what the calling thread allocates in a piece of work: every sample, so that some tens of megabytes are enough for a report.
     * A work of many gigabytes pushes its own start out of the recorder's memory.
     *
     * @param work called again and again until it says that it was enough.
     * @param top  how many sites to list at most, 1 to 1000.
     * @return the report, of this thread alone.
     * @throws IllegalArgumentException if {@code top} is out of range.
     * @throws RecordingException       if this JVM has no flight recorder or there is no place for a temporary file.
     */
    public static AllocationReport ofWork(BooleanSupplier work, int top) {
        requireTop(top);
        requireAvailable();
        try (OwnRecording recording = new OwnRecording(Throttle.OFF)) {
            boolean enough = false;
            while (!enough) {
                enough = work.getAsBoolean();
            }
            return recording.stop(Thread.currentThread().getId(), top);
        }
    }

    /**
     * Records another JVM of this machine, of any user whom this one may attach to, through {@code jcmd} of this process's JDK.
     *
     * @param pid  the process number, positive.
     * @param time how long, 1 ms to an hour.
     * @param top  how many sites to list at most, 1 to 1000.
     * @return the report.
     * @throws IllegalArgumentException if {@code pid}, {@code time} or {@code top} is out of range.
     * @throws RecordingException       if there is no such process, it is no JVM, belongs to another user, has no flight recorder or no
     *                                  attach listener, ends or does not answer; if this process's runtime has no {@code jcmd}; or if the
     *                                  thread was interrupted, whose interrupt is set then.
     */
    public static AllocationReport of(long pid, Duration time, int top) {
        if (pid <= 0) {
            throw new IllegalArgumentException("a process number is positive: pid=" + pid);
        }
        requireTime(time);
        requireTop(top);
        requireReader();
        if (pid == ProcessHandle.current().pid()) {
            return ofThisProcess(time, top);
        }
        return RemoteRecording.record(Target.of(pid), time, top);
    }

    /**
     * Reads a recording that somebody else made.
     *
     * @param file the recording, whole.
     * @param top  how many sites to list at most, 1 to 1000.
     * @return the report; {@link AllocationReport#recordedNanos()} is 0, because a file does not say it exactly.
     * @throws IllegalArgumentException if {@code top} is out of range.
     * @throws RecordingException       if this runtime cannot read recordings, or the file is none.
     */
    public static AllocationReport ofFile(Path file, int top) {
        requireTop(top);
        requireReader();
        if (!Files.isReadable(file)) {
            throw new RecordingException("a recording must be readable: file=" + file + ", why=no such file, or no permission");
        }
        return SiteTable.read(file, SiteTable.ANY_THREAD, 0, top);
    }

    /**
     * Why this process cannot be recorded.
     *
     * @return one line, or an empty string if it can.
     */
    public static String unavailable() {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            return "this runtime has no module jdk.jfr: java.home=" + System.getProperty("java.home");
        }
        return Availability.flightRecorder() ? "" : "this JVM has no flight recorder: it runs with -XX:-FlightRecorder or without support";
    }

    private static void requireAvailable() {
        String why = unavailable();
        if (!why.isEmpty()) {
            throw new RecordingException(why);
        }
    }

    /** Reading takes the module alone; the recorder may be switched off. */
    private static void requireReader() {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            throw new RecordingException(unavailable());
        }
    }

    private static void requireTime(Duration time) {
        Objects.requireNonNull(time, "time");
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofSeconds(LONGEST_SECONDS)) > 0) {
            throw new IllegalArgumentException("a recording takes 1 ms to " + LONGEST_SECONDS + " s: time=" + time);
        }
    }

    private static void requireTop(int top) {
        if (top < 1 || top > MOST_SITES) {
            throw new IllegalArgumentException("a report lists 1 to " + MOST_SITES + " sites: top=" + top);
        }
    }

    /** Loaded only where the module is there. */
    private static final class Availability {

        private Availability() {
        }

        static boolean flightRecorder() {
            return jdk.jfr.FlightRecorder.isAvailable();
        }
    }
}
