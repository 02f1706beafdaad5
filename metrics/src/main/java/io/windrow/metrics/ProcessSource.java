package io.windrow.metrics;

import java.io.File;
import java.io.UncheckedIOException;

/**
 * The figures of this process or of another JVM of the machine, from {@link Figure#RESIDENT} to {@link Figure#CONTAINER_KILLS}, but for
 * {@link Figure#STOP_P95} and {@link Figure#STOP_LONGEST}, which take a {@link PauseRecorder}. For one thread at a time.
 *
 * <p>The kernel's figures come from {@code /proc} and the control group's files, the JVM's from its performance counters
 * ({@link HotspotCounters}); neither asks the process that is watched for anything. A reading takes about 20 us once its code is
 * compiled and 0.3 ms before, allocates 0 B, and loads no management bean, except where {@link #missing()} says so. Some 12 files stay
 * open, and count among {@link Figure#OPEN_FILES} of the process that reads.
 *
 * <p>A source of this process tells used heap as it is now. Of another process it is what the counters say: under G1 and Shenandoah, and
 * Serial and Parallel of JDK 17, as it is now, to a region or 100 ms; under ZGC, and Serial and Parallel of later JDKs, as of the last
 * collection. Young and old heap are of that kind in either case, and metaspace is of the last collection, not known before the first.
 * {@link Figure#HEAP_AFTER_COLLECTION} leaves out what a full collection had to leave in eden. Where a JVM has no counters, this process
 * falls back to its management beans, and another has the kernel's figures alone.
 *
 * <p>Another process is told from a later one of the same number. A process of another user gives what the kernel lets be read.
 */
public final class ProcessSource implements SampleSource {

    private static final File ROOT = new File("/");
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final String NO_KERNEL =
        "no memory, processor time, threads, open files and container of the process (no /proc, this is not Linux)";

    private final String name;
    private final boolean own;
    private final KernelFigures kernel;
    private final JvmFigures jvm;
    private final String jvmMissing;
    private boolean countsAllocation;
    private boolean closed;

    private ProcessSource(String name, boolean own, KernelFigures kernel, JvmFigures jvm, String jvmMissing) {
        this.name = name;
        this.own = own;
        this.kernel = kernel;
        this.jvm = jvm;
        this.jvmMissing = jvmMissing;
    }

    /**
     * Opens this process.
     *
     * @return the source; the caller closes it
     */
    public static ProcessSource self() {
        return self(ROOT);
    }

    /**
     * Opens another process, which should be a JVM of the same user; of any other the kernel's figures alone are known.
     *
     * @param pid the process number, positive
     * @return the source; the caller closes it
     * @throws IllegalArgumentException if {@code pid} is not positive
     * @throws IllegalStateException if there is no such process, or neither the kernel nor the JVM lets it be read
     */
    public static ProcessSource of(long pid) {
        return of(ROOT, pid);
    }

    /** With {@code proc} and {@code sys} below another folder than the root. */
    static ProcessSource self(File root) {
        KernelFigures kernel = KernelFigures.supported(root) ? new KernelFigures(root, ProcFile.SELF) : null;
        JvmFigures jvm = JvmFigures.self();
        return new ProcessSource(nameOf(ProcessMemory.selfPid()), true, kernel, jvm, jvm.missing());
    }

    /** With {@code proc} and {@code sys} below another folder than the root. */
    static ProcessSource of(File root, long pid) {
        KernelFigures kernel = openKernel(root, pid);
        JvmFigures jvm = null;
        String missing;
        try {
            jvm = JvmFigures.of(pid);
            missing = jvm.missing();
        } catch (IllegalStateException e) {
            missing = "no heap, collections and stops: ".concat(e.getMessage());
        }
        if (kernel == null && jvm == null) {
            throw new IllegalStateException(NO_KERNEL.concat(", ").concat(missing));
        }
        ProcessSource source = new ProcessSource(nameOf(pid), false, kernel, jvm, missing);
        source.requireAlive();
        return source;
    }

    /**
     * Tells {@link Figure#ALLOCATED} too. Loads the management beans, about 4 MB resident.
     *
     * @return this
     * @throws IllegalStateException if this is a source of another process
     */
    public ProcessSource withAllocation() {
        if (!own) {
            throw new IllegalStateException("only the own process tells what it allocated: " + name);
        }
        countsAllocation = true;
        return this;
    }

    /**
     * Fills a sample; 0 B.
     *
     * @throws SourceLostException if the process has ended; the sample's content is then undefined
     * @throws IllegalStateException if closed
     */
    @Override
    public void read(Sample sample) {
        if (closed) {
            throw new IllegalStateException("the source is closed: ".concat(name));
        }
        sample.clear(System.currentTimeMillis() * NANOS_PER_MILLI);
        if (jvm != null) {
            jvm.read(sample);
        }
        if (countsAllocation) {
            sample.set(Figure.ALLOCATED, AllocationProbe.totalBytes());
        }
        // Last: it tells whether all of this was of the one process.
        if (kernel != null && !kernel.read(sample)) {
            throw new SourceLostException(name.concat(" has ended"), null);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String missing() {
        String missing = Missing.join(kernel == null ? NO_KERNEL : kernel.missing(), jvmMissing);
        boolean untold = countsAllocation && AllocationProbe.totalBytes() < 0;
        return untold ? Missing.join(missing, "no allocation (the JVM has no total of all threads)") : missing;
    }

    /** Closes the files. May be called twice. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (kernel != null) {
            kernel.close();
        }
        if (jvm != null) {
            jvm.close();
        }
    }

    private static KernelFigures openKernel(File root, long pid) {
        String owner = ProcFile.owner(pid);
        if (!KernelFigures.supported(root)) {
            return null;
        }
        long process = KernelFigures.processOf(root, pid);
        if (process >= 0 && process != pid) {
            throw new IllegalStateException("no such process: pid=" + pid + " (a thread of pid " + process + ")");
        }
        try {
            return new KernelFigures(root, owner);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("no such process, or it may not be read: pid=" + pid, e);
        }
    }

    private void requireAlive() {
        try {
            read(new Sample());
        } catch (SourceLostException e) {
            close();
            throw new IllegalStateException("no such process: ".concat(e.getMessage()), e);
        }
    }

    private static String nameOf(long pid) {
        return new StringBuilder("pid ").append(pid).toString();
    }
}
