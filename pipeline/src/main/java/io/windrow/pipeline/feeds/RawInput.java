package io.windrow.pipeline.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one file after the other, as they are on the disk, through one buffer that is kept from file to file. */
final class RawInput extends InputStream {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final ReadProgress progress;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private InputStream file;
    private int position;
    private int limit;

    RawInput(ReadProgress progress) {
        this.progress = progress;
    }

    void open(Path path) throws IOException {
        position = 0;
        limit = 0;
        file = Files.newInputStream(path);
    }

    /** Shows the first bytes of the file without taking them; gives how many there are. */
    int peek(byte[] into) throws IOException {
        while (limit < into.length && fill()) {
            continue;
        }
        int length = Math.min(into.length, limit);
        System.arraycopy(buffer, 0, into, 0, length);
        return length;
    }

    @Override
    public int read() throws IOException {
        return position < limit || refill() ? buffer[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit && !refill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, into, at, count);
        position += count;
        return count;
    }

    @Override
    public int available() throws IOException {
        return limit - position + file.available();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private boolean refill() throws IOException {
        position = 0;
        limit = 0;
        return fill();
    }

    private boolean fill() throws IOException {
        int count = file.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        progress.add(Math.max(count, 0));
        return count > 0;
    }
}
