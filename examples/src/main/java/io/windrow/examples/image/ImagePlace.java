package io.windrow.examples.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of an image. It is built in a folder beside, which then takes its place, so that there is a whole one or none. Only images
 * and such folders are ever deleted.
 */
final class ImagePlace {

    private static final String PART = ".part-";

    private final Path folder;

    private ImagePlace(Path folder) {
        this.folder = folder;
    }

    /**
     * Checks where an image shall be.
     *
     * @throws IllegalArgumentException if something else is there, or nothing can be written beside it.
     */
    static ImagePlace of(Path out) {
        Path folder = out.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        require(parent != null, "out must be a folder that can be replaced", out);
        require(isFree(folder), "out must be an image, an empty folder or a name that is free", out);
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            throw new IllegalArgumentException("out must be where a folder can be made: out=" + out, e);
        }
        require(Files.isWritable(parent), "out must be in a folder that can be written", out);
        return new ImagePlace(folder);
    }

    private static boolean isFree(Path folder) {
        if (!Files.exists(folder) || ImageFacts.isIn(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void require(boolean holds, String rule, Path out) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": out=" + out);
        }
    }

    Path folder() {
        return folder;
    }

    /** A new folder beside, for the new image and what it is made of. Those of builds that were cut short are deleted. */
    Path begin() throws IOException {
        removeLeft();
        return Files.createDirectory(beside(ProcessHandle.current().pid()));
    }

    private Path beside(long pid) {
        return folder.resolveSibling("." + folder.getFileName() + PART + pid);
    }

    private void removeLeft() throws IOException {
        String prefix = "." + folder.getFileName() + PART;
        try (Stream<Path> files = Files.list(folder.getParent())) {
            for (Path left : files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList()) {
                String pid = left.getFileName().toString().substring(prefix.length());
                if (pid.matches("[0-9]{1,9}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    delete(left);
                }
            }
        }
    }

    /** Puts a finished image in its place; the one before goes into the folder of the parts, and with it. */
    void take(Path image, Path part) throws IOException {
        Path before = part.resolve("before");
        if (Files.exists(folder)) {
            Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(image, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(before) && !Files.exists(folder)) {
                Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    static long bytes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            long sum = 0;
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
