package io.windrow.examples.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.run.EngineMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineClassesTest {

    @TempDir
    private Path folder;

    @Test
    void shouldFindEveryNameInAClassFile() throws IOException {
        List<String> words = new ArrayList<>();
        ClassNames.each(file(Named.class), words::add);
        assertThat(words).contains("java/util/Map", "java/nio/file/Path", "java/lang/Integer", "some/name/InAText", "java/io/IOException");
    }

    @Test
    void shouldHaveTheEngineAndNotTheCommandLine() throws IOException {
        EngineClasses classes = own();
        assertThat(classes.names()).contains("io/windrow/examples/run/EngineMain.class", "io/windrow/examples/soak/child/SoakProcess.class",
            "io/windrow/metrics/http/page/index.html", "com/lmax/disruptor/RingBuffer.class",
            "io/micrometer/prometheusmetrics/PrometheusMeterRegistry.class");
        assertThat(classes.names()).noneMatch(name -> name.startsWith("picocli/") || name.startsWith("com/fasterxml/")
            || name.startsWith("org/ta4j/") || name.startsWith("com/tictactec/") || name.startsWith("io/windrow/buffers/ta")
            || name.startsWith("org/openjdk/") || name.startsWith("org/junit/")
            || name.startsWith("io/prometheus/metrics/shaded/") || name.endsWith("Command.class"));
    }

    @Test
    void shouldHaveAnotherFingerprintWithEveryOtherByteNameOrRecipe() throws IOException {
        String own = fingerprint("some text", "recipe");
        assertThat(fingerprint("some text", "recipe")).isEqualTo(own).hasSize(64);
        assertThat(fingerprint("some texT", "recipe")).isNotEqualTo(own);
        assertThat(fingerprint("some text", "recipes")).isNotEqualTo(own);
        Files.move(folder.resolve("io/windrow/examples/run/a.txt"), folder.resolve("io/windrow/examples/run/b.txt"));
        assertThat(read().fingerprint("recipe")).isNotEqualTo(own);
    }

    @Test
    void shouldTakeTheFirstOfTwoFilesOfOneName() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.writeString(first.resolve("a"), "first");
        Files.writeString(second.resolve("a"), "second");
        try (ClassPath path = new ClassPath(first + ":" + second + ":" + folder.resolve("none.jar"))) {
            assertThat(path.names()).containsExactly("a");
            assertThat(path.read("a")).asString().isEqualTo("first");
        }
    }

    private String fingerprint(String text, String recipe) throws IOException {
        Path target = Files.createDirectories(folder.resolve("io/windrow/examples/run"));
        Files.write(target.resolve("EngineMain.class"), file(EngineMain.class));
        Files.writeString(target.resolve("a.txt"), text);
        return read().fingerprint(recipe);
    }

    private EngineClasses read() throws IOException {
        try (ClassPath path = new ClassPath(folder.toString())) {
            return EngineClasses.of(path);
        }
    }

    private static EngineClasses own() throws IOException {
        try (ClassPath path = new ClassPath(System.getProperty("java.class.path"))) {
            return EngineClasses.of(path);
        }
    }

    private static byte[] file(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    /** Names in a generic type, a descriptor, a call, a text and a clause. */
    private abstract static class Named {
        private Map<String, Path[]> map;

        abstract long[] read(int count, Integer number) throws IOException;

        String text() {
            return map == null ? "some.name.InAText" : "";
        }
    }
}
