package io.windrow.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java blocks of a document, and the regions of compiled code that they have to be equal to. */
public final class CompiledBlocks {

    private static final Path ROOT = Path.of("").toAbsolutePath().getFileName().toString().equals("examples")
        ? Path.of("..") : Path.of("");
    private static final Path SOURCES = ROOT.resolve("examples/src/main/java/io/windrow/examples");

    private CompiledBlocks() {
    }

    /** A document's text; the path is from the project's root. */
    public static String text(String document) throws IOException {
        return Files.readString(ROOT.resolve(document));
    }

    /** The Java blocks of a document, in their order. */
    public static List<String> ofDocument(String document) throws IOException {
        return between(text(document), "```java\n", "\n```");
    }

    /** The marked regions of all classes of a package, without their common indentation. */
    public static List<String> ofSources(String folder) throws IOException {
        List<String> regions = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> regions.addAll(regions(file)));
        }
        return regions;
    }

    private static List<String> regions(Path file) {
        try {
            return between(Files.readString(file), "// docs:begin\n", "// docs:end").stream()
                .map(region -> region.stripTrailing().stripIndent()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between two marks, each time. */
    public static List<String> between(String text, String begin, String end) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at)) {
            int from = at + begin.length();
            at = text.indexOf(end, from);
            found.add(text.substring(from, at));
        }
        return found;
    }
}
