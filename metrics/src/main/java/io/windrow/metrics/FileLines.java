package io.windrow.metrics;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a small file of text, one after the other. Java's readers of text would be a dozen more classes in the process that is
 * measured; what reads its other files is here already.
 */
final class FileLines implements AutoCloseable {

    private static final int START_BYTES = 1024;

    private final RandomAccessFile file;
    private byte[] bytes = new byte[START_BYTES];
    private int from;
    private int to;

    FileLines(File path) throws IOException {
        file = new RandomAccessFile(path, "r");
    }

    /** The next line, UTF-8, without its end; null after the last. */
    String next() throws IOException {
        int length = 0;
        do {
            for (; from + length < to; length++) {
                if (bytes[from + length] == '\n') {
                    return take(length, 1);
                }
            }
        } while (fill());
        return length == 0 ? null : take(length, 0);
    }

    private String take(int length, int end) {
        String line = new String(bytes, from, length, StandardCharsets.UTF_8);
        from += length + end;
        return line;
    }

    /** Reads on behind what is not taken yet. */
    private boolean fill() throws IOException {
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
        if (to == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int count = file.read(bytes, to, bytes.length - to);
        to += Math.max(0, count);
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
