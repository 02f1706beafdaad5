package io.windrow.pipeline.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text in a file, which may be compressed: one part, or in a zip archive one part per entry. Told by the first bytes. */
final class TextInput implements Closeable {

    /** Damaged compressed data are noticed per read, and what that read had unpacked is lost: so not too much at once. */
    private static final int MAX_READ_BYTES = 8 * 1024;

    private static final int MAGIC_BYTES = 4;

    private final String name;
    private final RawInput raw;
    private final boolean gzip;
    private final boolean zip;
    private InputStream text;
    private String partName;

    private TextInput(Path file, RawInput raw, byte[] magic, int length) {
        name = file.toString();
        this.raw = raw;
        gzip = length >= 2 && magic[0] == 0x1f && (magic[1] & 0xFF) == 0x8b;
        boolean zipEntryOrEnd = length == MAGIC_BYTES && (magic[2] == 3 && magic[3] == 4 || magic[2] == 5 && magic[3] == 6);
        zip = zipEntryOrEnd && magic[0] == 'P' && magic[1] == 'K';
        if (zip) {
            text = new ZipEntries(file, raw);
        }
    }

    static TextInput open(Path file, RawInput raw) throws IOException {
        check(file);
        raw.open(file);
        try {
            byte[] magic = new byte[MAGIC_BYTES];
            return new TextInput(file, raw, magic, raw.peek(magic));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Fails with one line that names the file, unless it is one that can be read. */
    static void check(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("a feed is read from files, not from folders: file=" + file);
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (!Files.isReadable(file)) {
            throw new IOException("file must be readable: file=" + file);
        }
    }

    /** Moves to the next part; false behind the last. Only then is a gzip file's header read, which may be damaged too. */
    boolean nextPart() throws IOException {
        if (zip) {
            String entry = ((ZipEntries) text).nextName();
            partName = entry == null ? name : name + "!" + entry;
            return entry != null;
        }
        if (text != null) {
            return false;
        }
        text = gzip ? new GzipMembers(raw) : raw;
        return true;
    }

    /** Name of the file, with that of the zip entry if there is one. */
    String partName() {
        return partName == null ? name : partName;
    }

    int read(byte[] into, int at, int room) throws IOException {
        return text.read(into, at, gzip || zip ? Math.min(room, MAX_READ_BYTES) : room);
    }

    @Override
    public void close() throws IOException {
        if (text != null) {
            // Gives the inflater's own memory back, which the heap does not see.
            text.close();
        }
        raw.close();
    }
}
