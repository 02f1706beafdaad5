package io.windrow.pipeline.feeds;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files in a zip archive, in order, read from its beginning, so that what lies before a damage can still be read. The stream takes
 * anything that is no entry for the end of them; so at the end their number is held against the archive's directory.
 */
final class ZipEntries extends ZipInputStream {

    private static final int END_RECORD_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int COUNT_OFFSET = 10;
    private static final int MANY = 0xFFFF;

    private final Path file;
    private int entries;

    ZipEntries(Path file, InputStream in) {
        // Any bytes are a name in Latin-1, so that a damaged name is no exception.
        super(in, StandardCharsets.ISO_8859_1);
        this.file = file;
    }

    /** Moves to the next file, leaving out folders; null behind the last. */
    String nextName() throws IOException {
        ZipEntry entry = next();
        while (entry != null && entry.isDirectory()) {
            entry = next();
        }
        if (entry != null) {
            return entry.getName();
        }
        checkCount();
        return null;
    }

    private ZipEntry next() throws IOException {
        ZipEntry entry;
        try {
            entry = getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException("entry cannot be read");
        }
        entries += entry == null ? 0 : 1;
        return entry;
    }

    private void checkCount() throws IOException {
        int expected = entriesInDirectory();
        if (expected != MANY && expected != entries) {
            throw new EOFException(entries + " of " + expected + " zip entries could be read");
        }
    }

    private int entriesInDirectory() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int count = entriesInTail(bytes, END_RECORD_BYTES);
            if (count < 0) {
                // Only an archive with a comment has its end record further up.
                count = entriesInTail(bytes, END_RECORD_BYTES + MAX_COMMENT_BYTES);
            }
            if (count < 0) {
                throw new EOFException("no zip directory");
            }
            return count;
        }
    }

    /** The count in the last end record within so many bytes, or -1. */
    private static int entriesInTail(RandomAccessFile bytes, int atMost) throws IOException {
        int length = (int) Math.min(bytes.length(), atMost);
        byte[] tail = new byte[length];
        bytes.seek(bytes.length() - length);
        bytes.readFully(tail);
        for (int i = length - END_RECORD_BYTES; i >= 0; i--) {
            if (number(tail, i) == (END_SIGNATURE & 0xFFFF) && number(tail, i + 2) == END_SIGNATURE >>> 16) {
                return number(tail, i + COUNT_OFFSET);
            }
        }
        return -1;
    }

    private static int number(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }
}
