package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.metrics.watch.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file for a result, which is checked before the work begins and written whole or not at all. */
final class ResultFile {

    private final Path path;

    private ResultFile(Path path) {
        this.path = path;
    }

    /**
     * Checks that a file can be there.
     *
     * @throws IllegalArgumentException if its folder does not exist or the name is a folder's; the message names the option.
     */
    static ResultFile of(String option, String name) {
        Path path = path(option, name);
        Path folder = path.toAbsolutePath().getParent();
        require(folder != null && Files.isDirectory(folder) && !Files.isDirectory(path), "a file in a folder that exists is needed", option,
            name);
        return new ResultFile(path);
    }

    static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("no name of a file: " + option + "=" + name, e);
        }
    }

    Path path() {
        return path;
    }

    /**
     * Replaces the file.
     *
     * @throws NotSavedException if it cannot be; the file is then as it was.
     */
    void write(String text) {
        try {
            WholeFile.write(path, text);
        } catch (IOException e) {
            throw new NotSavedException(e.getMessage(), e);
        }
    }
}
