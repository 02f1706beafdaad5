package io.windrow.metrics;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A small file of the kernel's process file system, kept open and read again into the same bytes. One thread at a time.
 *
 * <p>A {@link RandomAccessFile} and not a {@code FileChannel}: a channel is closed for good when the reading thread carries an
 * interrupt, and an instrument must not die of that. An open file stays with its process: when the process is gone a read
 * fails, and never shows a later process that was given the same number.
 */
final class ProcFile implements AutoCloseable {

    static final long ABSENT = -1;
    static final String SELF = "self";
    static final File FOLDER = new File("/proc");

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final String path;
    private final RandomAccessFile file;
    private final byte[] bytes;
    private int length;
    private int cursor;

    /** A file in the folder of a process, which bears the process's number or {@link #SELF}. */
    ProcFile(File folder, String name, int capacityBytes) {
        this(new File(folder, name), capacityBytes, " is not readable: pid=".concat(folder.getName()));
    }

    /** A file of the kernel that belongs to no process, or to a group of them. */
    ProcFile(File file, int capacityBytes) {
        this(file, capacityBytes, " is not readable");
    }

    private ProcFile(File path, int capacityBytes, String complaint) {
        this.path = path.getPath();
        bytes = new byte[capacityBytes];
        try {
            file = new RandomAccessFile(path, "r");
        } catch (IOException e) {
            throw new UncheckedIOException(this.path.concat(complaint), e);
        }
    }

    /** The bytes that go before the number in a line such as {@code VmHWM:   2180 kB}. */
    static byte[] label(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static File ownFolder() {
        return new File(FOLDER, SELF);
    }

    static File folder(long pid) {
        return new File(FOLDER, owner(pid));
    }

    static String owner(long pid) {
        if (pid <= 0) {
            throw new IllegalArgumentException("a process number is positive: pid=" + pid);
        }
        return Long.toString(pid);
    }

    /** The kernel makes these files whole at each read from position 0, so that one read is one consistent view. */
    void read() {
        try {
            file.seek(0);
            length = Math.max(0, file.read(bytes, 0, bytes.length));
            cursor = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read any more, closed or its process is gone", e);
        }
    }

    /** The number behind the label that starts a line, or {@link #ABSENT}. Cheapest when asked in the file's order. */
    long field(byte[] label) {
        int line = lineStartingWith(label, cursor);
        if (line < 0) {
            line = lineStartingWith(label, 0);
        }
        if (line < 0) {
            return ABSENT;
        }
        cursor = line;
        return numberAt(line + label.length);
    }

    /** The number that stands {@code index} words after position {@code from}, or {@link #ABSENT}. */
    long word(int index, int from) {
        return numberAt(wordAt(index, from));
    }

    /** The seconds with a fraction that the file starts with, in nanoseconds, or {@link #ABSENT}. */
    long secondsAsNanos() {
        long seconds = word(0, 0);
        int at = skipDigits(skipBlanks(0));
        if (seconds < 0 || bytes[at] != '.') {
            return seconds < 0 ? ABSENT : seconds * NANOS_PER_SECOND;
        }
        int end = skipDigits(at + 1);
        long nanos = seconds * NANOS_PER_SECOND;
        long unit = NANOS_PER_SECOND / 10;
        for (at++; at < end; at++) {
            nanos += (bytes[at] - '0') * unit;
            unit /= 10;
        }
        return nanos;
    }

    /** The byte that a word starts with, as {@link #word} counts them, or 0. */
    byte letter(int index, int from) {
        int at = wordAt(index, from);
        return at < length ? bytes[at] : 0;
    }

    /** The position after the last such byte, or 0. */
    int afterLast(char wanted) {
        int at = length;
        while (at > 0 && bytes[at - 1] != wanted) {
            at--;
        }
        return at;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be closed", e);
        }
    }

    private int lineStartingWith(byte[] label, int from) {
        int line = from;
        while (line < length) {
            if (startsWith(label, line)) {
                return line;
            }
            line = afterLine(line);
        }
        return -1;
    }

    private boolean startsWith(byte[] label, int from) {
        if (from + label.length > length) {
            return false;
        }
        for (int i = 0; i < label.length; i++) {
            if (bytes[from + i] != label[i]) {
                return false;
            }
        }
        return true;
    }

    private int afterLine(int from) {
        int at = from;
        while (at < length && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** Digits that run into the end of the buffer may be cut off, and half a number is none. */
    private long numberAt(int from) {
        int first = skipBlanks(from);
        int end = skipDigits(first);
        long value = 0;
        for (int at = first; at < end; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return end == first || end == length ? ABSENT : value;
    }

    private int skipDigits(int from) {
        int at = from;
        while (at < length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private int wordAt(int index, int from) {
        int at = skipBlanks(from);
        for (int i = 0; i < index; i++) {
            at = skipBlanks(skipWord(at));
        }
        return at;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < length && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private int skipWord(int from) {
        int at = from;
        while (at < length && bytes[at] != ' ') {
            at++;
        }
        return at;
    }
}
