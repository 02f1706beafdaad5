package io.windrow.examples.output;

import static io.windrow.examples.input.Rules.require;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where the lines go: to the standard output, or to a file, which is written beside its place under another name and is there only when
 * it is complete.
 */
public final class Output implements AutoCloseable {

    private static final int BUFFER_CHARS = 1 << 15;

    private final OutputStream bytes;
    /** Null for the standard output. */
    private final Path file;
    private final Path part;
    private final StringBuilder buffer = new StringBuilder(BUFFER_CHARS);

    private Output(OutputStream bytes, Path file, Path part) {
        this.bytes = bytes;
        this.file = file;
        this.part = part;
    }

    /**
     * The standard output, which stays open.
     *
     * @return the output.
     */
    public static Output standard() {
        return new Output(System.out, null, null);
    }

    /**
     * A file.
     *
     * @param file   where it is to stand; one that is there is replaced when this one is complete.
     * @param inputs files that are read meanwhile.
     * @return the output.
     * @throws IllegalArgumentException if it cannot be written there, or is one of those to be read.
     */
    public static Output to(Path file, List<Path> inputs) {
        Path place = file.toAbsolutePath();
        require(!Files.exists(place) || Files.isRegularFile(place), "output must be a file", "out", file);
        try {
            for (Path input : inputs) {
                require(!Files.exists(place) || !Files.isSameFile(place, input), "output must not be an input", "out", file);
            }
            Path part = place.resolveSibling(place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            // Also if the process is ended before its time.
            part.toFile().deleteOnExit();
            return new Output(Files.newOutputStream(part), place, part);
        } catch (IOException e) {
            throw new IllegalArgumentException("output must be a file that can be written: out=" + file, e);
        }
    }

    /**
     * Writes a text.
     *
     * @param line in ASCII, with its end.
     * @throws IOException if it cannot be written.
     */
    public void write(CharSequence line) throws IOException {
        buffer.append(line);
        if (buffer.length() >= BUFFER_CHARS) {
            flush();
        }
    }

    /**
     * Makes all that was written stand where it belongs.
     *
     * @throws IOException if it cannot be written.
     */
    public void complete() throws IOException {
        flush();
        if (file != null) {
            bytes.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Drops a file that was not completed. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            bytes.close();
            Files.deleteIfExists(part);
        }
    }

    private void flush() throws IOException {
        bytes.write(buffer.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.flush();
        buffer.setLength(0);
        // A print stream swallows what goes wrong, such as a reader that has gone.
        if (bytes instanceof PrintStream console && console.checkError()) {
            throw new IOException("standard output cannot be written");
        }
    }
}
