package io.windrow.buffers.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Recorded market data that lies beside the repository, in {@code ../shared/data} of its root, or where the system property
 * {@code windrow.data} says. A test that asks for a file is skipped, and says so, where the folder is absent.
 */
public final class SharedData {

    private static final String PROPERTY = "windrow.data";

    private SharedData() {
    }

    /** A file of the folder, such as {@code indicators/default.csv}; fails if the folder is there and the file is not. */
    public static Path file(String name) {
        Path folder = folder();
        Assumptions.assumeTrue(folder != null, "skipped: no recorded data in ../shared/data, -D" + PROPERTY + " names another folder");
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("recorded data must hold the file: file=" + file);
        }
        return file;
    }

    /** The lines of a text file, read through {@code .gz} and through the only entry of a {@code .zip}. */
    public static List<String> lines(String name) {
        Path file = file(name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) {
            return new GZIPInputStream(bytes);
        }
        if (!file.toString().endsWith(".zip")) {
            return bytes;
        }
        ZipInputStream zip = new ZipInputStream(bytes);
        zip.getNextEntry();
        return zip;
    }

    private static Path folder() {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return Path.of(given);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return null;
    }
}
