package io.windrow.pipeline.feeds;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Reads files as lines into one array that is used again: plain text, gzip (of several members too) and zip (all entries, in order), told
 * by the first bytes and not by the name. Lines end with LF or CRLF; the last needs no end; a byte order mark is left out.
 *
 * <p>Damaged input is no exception but a line with a {@link #problem()}: a line that is too long, after which reading goes on, and the
 * end of compressed data that break off. One thread; a reader can be opened again for the next file.
 */
public final class LineReader implements Closeable {

    /** Longest line, in bytes without its end. */
    public static final int MAX_LINE_BYTES = 1 << 20;

    /** Problem of a line that is longer. */
    public static final String TOO_LONG = "line longer than " + MAX_LINE_BYTES + " bytes";

    /** How the problem of input that breaks off begins. */
    public static final String ENDS_EARLY = "input ends early: ";

    private static final int FIRST_BUFFER_BYTES = 64 * 1024;
    private static final int MAX_BUFFER_BYTES = MAX_LINE_BYTES + "\r\n".length();
    private static final int KEPT_OF_LONG_LINE_BYTES = 256;

    private final RawInput raw;
    private byte[] text = new byte[FIRST_BUFFER_BYTES];
    private TextInput input;
    private int position;
    private int scanned;
    private int limit;
    private int from;
    private int to;
    private boolean inPart;
    private boolean tooLong;
    private long lineNumber;
    private String problem;
    private String source = "";

    /** Creates a reader, to be opened. */
    public LineReader() {
        this(new ReadProgress());
    }

    /**
     * Creates a reader, to be opened.
     *
     * @param progress is told the bytes that are taken from the disk.
     */
    public LineReader(ReadProgress progress) {
        raw = new RawInput(progress);
    }

    /**
     * Opens a file, after closing the one before.
     *
     * @param file to be read.
     * @throws IOException if there is no such file, or it is a folder or cannot be read.
     */
    public void open(Path file) throws IOException {
        close();
        input = TextInput.open(file, raw);
        source = file.toString();
        inPart = false;
    }

    /**
     * Moves to the next line.
     *
     * @return false if there is none.
     * @throws IOException if the disk fails; damaged content is a {@link #problem()} instead.
     */
    public boolean next() throws IOException {
        problem = null;
        try {
            while (input != null) {
                if (!inPart && !startPart()) {
                    break;
                }
                if (findLine()) {
                    return true;
                }
                inPart = false;
            }
        } catch (ZipException | EOFException e) {
            return endEarly(e);
        }
        close();
        return false;
    }

    /**
     * The array that holds the line, until the next call.
     *
     * @return the array.
     */
    public byte[] text() {
        return text;
    }

    /**
     * Start of the line.
     *
     * @return index of its first byte.
     */
    public int from() {
        return from;
    }

    /**
     * End of the line.
     *
     * @return index behind its last byte.
     */
    public int to() {
        return to;
    }

    /**
     * Number of the line.
     *
     * @return 1 for the first of a file or zip entry.
     */
    public long lineNumber() {
        return lineNumber;
    }

    /**
     * What is wrong with the line.
     *
     * @return null for a proper line.
     */
    public String problem() {
        return problem;
    }

    /**
     * Where the line is from.
     *
     * @return the file, and behind a {@code !} the entry if it is a zip archive.
     */
    public String source() {
        return source;
    }

    /** Closes the file. The reader can be opened again. */
    @Override
    public void close() throws IOException {
        TextInput open = input;
        input = null;
        if (open != null) {
            open.close();
        }
    }

    private boolean startPart() throws IOException {
        position = 0;
        scanned = 0;
        limit = 0;
        lineNumber = 0;
        tooLong = false;
        inPart = input.nextPart();
        source = input.partName();
        return inPart;
    }

    private boolean findLine() throws IOException {
        while (true) {
            int newline = Newlines.indexOf(text, scanned, limit);
            if (newline >= 0) {
                line(newline);
                position = newline + 1;
                scanned = position;
                return true;
            }
            scanned = limit;
            if (!fill()) {
                return lastLine();
            }
        }
    }

    /** What is left at the end of a part is a line too, though nothing ends it. */
    private boolean lastLine() {
        if (position == limit) {
            return false;
        }
        line(limit);
        position = limit;
        return true;
    }

    private void line(int end) {
        lineNumber++;
        from = position;
        to = end;
        if (to > from && text[to - 1] == '\r') {
            to--;
        }
        boolean mark = lineNumber == 1 && to - from >= 3
            && text[from] == (byte) 0xEF && text[from + 1] == (byte) 0xBB && text[from + 2] == (byte) 0xBF;
        from += mark ? 3 : 0;
        if (tooLong || to - from > MAX_LINE_BYTES) {
            problem = TOO_LONG;
            tooLong = false;
        }
    }

    /** Reads more behind what there is, making room first; false at the end of the part. */
    private boolean fill() throws IOException {
        if (limit == text.length) {
            makeRoom();
        }
        int count = input.read(text, limit, text.length - limit);
        limit += Math.max(count, 0);
        return count >= 0;
    }

    private void makeRoom() {
        if (position > 0) {
            System.arraycopy(text, position, text, 0, limit - position);
            limit -= position;
            position = 0;
        } else if (text.length < MAX_BUFFER_BYTES) {
            text = Arrays.copyOf(text, Math.min(text.length * 2, MAX_BUFFER_BYTES));
        } else {
            // The middle of a line that is too long is of no use: its beginning is kept, to be shown.
            tooLong = true;
            limit = KEPT_OF_LONG_LINE_BYTES;
        }
        scanned = limit;
    }

    /** What was left of the line at which the input broke off is that line; there is no other after it. */
    private boolean endEarly(IOException cause) throws IOException {
        line(limit);
        problem = ENDS_EARLY + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        close();
        return true;
    }
}
