package io.windrow.metrics;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel.MapMode;

/**
 * The performance counters that a HotSpot JVM keeps about itself, mapped read-only; for any thread.
 *
 * <p>The JVM updates them in place: reading one is a load from memory, without a call into the JVM, without allocation and
 * without disturbing the process that is read, be it this one or another of the same user. A number is always whole; two
 * numbers read one after the other may belong to different moments. A read has no memory effects beyond its own value.
 *
 * <p>The counters are a HotSpot implementation detail that has been stable since JDK 5, so the magic and the version of the
 * format are checked and every name is looked up before use. They are there unless the JVM was started with
 * {@code -XX:-UsePerfData} or {@code -XX:+PerfDisableSharedMem}.
 *
 * <p>{@link #close()} makes further use throw. The 32 KB of the mapping go back when the collector finds the buffer, since Java
 * 17 has no safe way of unmapping at once.
 */
public final class HotspotCounters implements AutoCloseable {

    private final long pid;
    private volatile ByteBuffer buffer;

    private HotspotCounters(long pid, ByteBuffer buffer) {
        this.pid = pid;
        this.buffer = buffer;
    }

    /**
     * Maps the counters of this JVM.
     *
     * @return the counters; the caller closes them
     * @throws IllegalStateException if this JVM has no counter file, or one of an unknown format
     */
    public static HotspotCounters self() {
        return of(CounterFile.selfPid());
    }

    /**
     * Maps the counters of another JVM of this machine.
     *
     * @param pid its process number, positive
     * @return the counters; the caller closes them
     * @throws IllegalStateException if that process has no counter file that may be read, or one of an unknown format
     * @throws IllegalArgumentException if {@code pid} is not positive
     */
    public static HotspotCounters of(long pid) {
        ProcFile.owner(pid);
        File file = CounterFile.locate(pid);
        if (file == null) {
            throw new IllegalStateException("no performance counters: pid=" + pid + " (no JVM of this user, or started with"
                + " -XX:-UsePerfData or -XX:+PerfDisableSharedMem)");
        }
        return new HotspotCounters(pid, CounterEntries.checked(map(file), pid));
    }

    /**
     * Whether the JVM has a counter of this name, number or text.
     *
     * @param name such as {@code sun.rt.safepoints}
     * @return true if it is there
     * @throws IllegalStateException if closed
     */
    public boolean has(String name) {
        return CounterEntries.entry(open(), name) >= 0;
    }

    /**
     * Looks a number up, once; {@link #value(int)} then reads it as often as wanted.
     *
     * @param name such as {@code sun.rt.safepoints}
     * @return the handle, which is good for this object only
     * @throws IllegalArgumentException if there is no such counter or it is text
     * @throws IllegalStateException if closed
     */
    public int find(String name) {
        return CounterEntries.number(open(), name);
    }

    /**
     * Reads a number: a few nanoseconds, 0 B allocated.
     *
     * @param handle what {@link #find(String)} of this object returned; another number is either refused or reads garbage
     * @return the counter's value now, in the counter's own unit
     * @throws IllegalStateException if closed
     * @throws IndexOutOfBoundsException if the handle lies outside of the counters
     */
    public long value(int handle) {
        return open().getLong(handle);
    }

    /**
     * Reads a text, such as {@code java.property.java.version} or {@code sun.gc.cause}. Allocates the answer.
     *
     * @param name the counter's name
     * @return its text now, without the closing zero
     * @throws IllegalArgumentException if there is no such counter or it is a number
     * @throws IllegalStateException if closed
     */
    public String text(String name) {
        return CounterEntries.text(open(), name);
    }

    /**
     * The process that is read.
     *
     * @return its number
     */
    public long pid() {
        return pid;
    }

    /** Lets go of the counters; further use throws. May be called twice. */
    @Override
    public void close() {
        buffer = null;
    }

    private ByteBuffer open() {
        ByteBuffer counters = buffer;
        if (counters == null) {
            throw new IllegalStateException("the counters are closed: pid=" + pid);
        }
        return counters;
    }

    private static ByteBuffer map(File path) {
        try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
            return file.getChannel().map(MapMode.READ_ONLY, 0, file.length());
        } catch (IOException e) {
            throw new IllegalStateException("the performance counters cannot be mapped: file=" + path, e);
        }
    }
}
