package io.windrow.metrics;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The performance counters that a HotSpot JVM keeps about itself, read from the file that it maps; for any thread.
 *
 * <p>The JVM updates them in place: reading one costs about 1 us and allocates nothing, makes no call into the JVM, and does not
 * disturb the process that is read, be it this one or another of the same user. A number is always whole; two numbers read
 * one after the other may belong to different moments. Every read locks this object.
 *
 * <p>The file is read and not mapped: mapping makes a load cost nanoseconds, but the JDK's mapping code brings in classes worth
 * 0.7 MB resident on JDK 17 and 8 MB on JDK 25, far too much for a footprint's own scale.
 *
 * <p>The counters are a HotSpot implementation detail that has been stable since JDK 5, so the magic and the version of the
 * format are checked and every name is looked up before use. They are there unless the JVM was started with
 * {@code -XX:-UsePerfData} or {@code -XX:+PerfDisableSharedMem}.
 */
public final class HotspotCounters implements AutoCloseable {

    private final long pid;
    private final RandomAccessFile file;
    private final ByteBuffer all;
    private final ByteBuffer word = ByteBuffer.allocate(Long.BYTES);
    private ByteBuffer again;
    private boolean closed;

    private HotspotCounters(long pid, RandomAccessFile file) throws IOException {
        this.pid = pid;
        this.file = file;
        all = ByteBuffer.allocate((int) file.length());
        readInto(all);
        word.order(CounterEntries.checked(all, pid).order());
    }

    /**
     * Opens the counters of this JVM.
     *
     * @return the counters; the caller closes them
     * @throws IllegalStateException if this JVM has no counter file, or one of an unknown format
     */
    public static HotspotCounters self() {
        return of(ProcessMemory.selfPid());
    }

    /**
     * Opens the counters of another JVM of this machine.
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
        return open(file, pid);
    }

    /**
     * Whether the JVM has a counter of this name, number or text.
     *
     * @param name such as {@code sun.rt.safepoints}
     * @return true if it is there
     * @throws IllegalStateException if closed
     */
    public synchronized boolean has(String name) {
        return CounterEntries.entry(current(), name) >= 0;
    }

    /**
     * Looks a number up, once; {@link #value(int)} then reads it as often as wanted.
     *
     * @param name such as {@code sun.rt.safepoints}
     * @return the handle, which is good for this object only
     * @throws IllegalArgumentException if there is no such counter or it is text
     * @throws IllegalStateException if closed
     */
    public synchronized int find(String name) {
        return CounterEntries.number(current(), name);
    }

    /**
     * Reads a number: about 1 us, 0 B allocated.
     *
     * @param handle what {@link #find(String)} of this object returned; another number is either refused or reads garbage
     * @return the counter's value now, in the counter's own unit
     * @throws IllegalStateException if closed
     * @throws IndexOutOfBoundsException if the handle lies outside of the counters
     */
    public synchronized long value(int handle) {
        requireOpen();
        Objects.checkFromIndexSize(handle, Long.BYTES, all.capacity());
        long first = readWord(handle);
        long second = readWord(handle);
        // The kernel does not promise to copy a word in one piece while the JVM writes it; two equal copies are whole.
        while (first != second) {
            first = second;
            second = readWord(handle);
        }
        return second;
    }

    /**
     * Reads all numbers at once, for {@link #valueAtRefresh(int)}: about 5 us whatever their number, 0 B allocated after the first call.
     *
     * @throws IllegalStateException if closed
     */
    public synchronized void refresh() {
        current();
        if (again == null) {
            again = ByteBuffer.allocate(all.capacity()).order(all.order());
        }
        readOrThrow(again);
    }

    /**
     * A number as the last {@link #refresh()} found it; one that moved meanwhile is read anew, so that it is whole. Every other
     * method here that takes a name makes such numbers newer.
     *
     * @param handle what {@link #find(String)} of this object returned
     * @return the counter's value, in the counter's own unit
     * @throws IllegalStateException if closed or never refreshed
     * @throws IndexOutOfBoundsException if the handle lies outside of the counters
     */
    public synchronized long valueAtRefresh(int handle) {
        requireOpen();
        if (again == null) {
            throw new IllegalStateException("the counters were never refreshed: pid=" + pid);
        }
        long first = all.getLong(handle);
        return first == again.getLong(handle) ? first : value(handle);
    }

    /**
     * Reads a text, such as {@code java.property.java.version} or {@code sun.gc.cause}. Allocates the answer.
     *
     * @param name the counter's name
     * @return its text now, without the closing zero
     * @throws IllegalArgumentException if there is no such counter or it is a number
     * @throws IllegalStateException if closed
     */
    public synchronized String text(String name) {
        return CounterEntries.text(current(), name);
    }

    /**
     * The process that is read.
     *
     * @return its number
     */
    public long pid() {
        return pid;
    }

    /** Closes the file; further use throws. May be called twice. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the counters cannot be closed: pid=" + pid, e);
        }
    }

    private static HotspotCounters open(File path, long pid) {
        try {
            return new HotspotCounters(pid, new RandomAccessFile(path, "r"));
        } catch (IOException e) {
            throw new IllegalStateException("the performance counters cannot be read: file=" + path, e);
        }
    }

    /** All entries as they are now; the JVM adds some while it starts. */
    private ByteBuffer current() {
        requireOpen();
        readOrThrow(all);
        return all;
    }

    private void readOrThrow(ByteBuffer target) {
        try {
            readInto(target);
        } catch (IOException e) {
            throw new IllegalStateException("the performance counters cannot be read: pid=" + pid, e);
        }
    }

    private void readInto(ByteBuffer target) throws IOException {
        file.seek(0);
        file.readFully(target.array());
    }

    private long readWord(int at) {
        try {
            file.seek(at);
            file.readFully(word.array());
            return word.getLong(0);
        } catch (IOException e) {
            throw new IllegalStateException("the performance counters cannot be read: pid=" + pid, e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the counters are closed: pid=" + pid);
        }
    }
}
