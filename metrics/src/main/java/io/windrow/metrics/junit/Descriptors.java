package io.windrow.metrics.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The open descriptors of this process by what they lead to, as {@code /proc/self/fd} shows it; none where there is no such folder. */
final class Descriptors {

    private static final Path FOLDER = Path.of("/proc/self/fd");
    private static final Set<String> DEVICES = Set.of("/dev/null", "/dev/random", "/dev/urandom");

    private Descriptors() {
    }

    static Map<String, Integer> byTarget() {
        Map<String, Integer> counts = new TreeMap<>();
        if (!Files.isDirectory(FOLDER)) {
            return counts;
        }
        try (DirectoryStream<Path> links = Files.newDirectoryStream(FOLDER)) {
            for (Path link : links) {
                String target = target(link);
                if (!isOfTheJdk(target)) {
                    counts.merge(target, 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + " must be readable", e);
        }
        return counts;
    }

    /** Empty for one that was closed between the listing and the look. */
    private static String target(Path link) throws IOException {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Class loading opens jars and the module image when it will; the listing itself holds its own folder open. */
    private static boolean isOfTheJdk(String target) {
        return target.isEmpty() || target.endsWith(".jar") || target.endsWith("/lib/modules") || DEVICES.contains(target)
            || target.startsWith("/proc/") && target.endsWith("/fd");
    }
}
