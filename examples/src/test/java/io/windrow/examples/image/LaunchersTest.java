package io.windrow.examples.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts, with a java that prints what it is told. */
class LaunchersTest {

    private static final String JAVA = """
        #!/bin/sh
        for word in "$@"; do echo "$word"; done
        echo "env $MALLOC_ARENA_MAX $LC_ALL ${CLASSPATH:-none}"
        """;

    @TempDir
    private Path folder;
    private Path image;

    @BeforeEach
    void write() throws IOException {
        image = folder.resolve("an image");
        Files.createDirectories(image.resolve("bin"));
        Launchers.write(image, 17);
        Path java = Files.writeString(image.resolve("bin/java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void shouldStartTheEngineWithTheFlagsAndTheArgumentsAsTheyAre() throws IOException {
        List<String> words = run(image.resolve("bin/windrow-engine"), Map.of("CLASSPATH", "x"), "my file", "sink-file=a $b");
        assertThat(words).startsWith(SmallProfile.flags(17).toArray(String[]::new)).endsWith("-Xms4m", "-Xmx4m",
            "-XX:SharedArchiveFile=" + image.toRealPath() + "/bin/../lib/windrow.jsa", "-m",
            "io.windrow.engine/io.windrow.examples.run.EngineMain", "my file", "sink-file=a $b", "env 1 C none");
    }

    @Test
    void shouldTakeHeapAndOptionsFromTheEnvironment() throws IOException {
        List<String> words = run(image.resolve("bin/windrow-jvm"), Map.of("WINDROW_HEAP", "9m", "WINDROW_OPTS", "-Xlog:gc -Da=b"), "m/C");
        assertThat(words).contains("-Xms9m", "-Xmx9m").containsSubsequence("-Xlog:gc", "-Da=b", "-m", "m/C").doesNotContain("-Xmx4m");
    }

    @Test
    void shouldFindTheImageThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("engine"), image.resolve("bin/windrow-engine"));
        assertThat(run(link, Map.of())).contains("-XX:SharedArchiveFile=" + image.toRealPath() + "/bin/../lib/windrow.jsa");
    }

    @Test
    void shouldKeepOneMethodFromTheCompilerWhereItIs() {
        assertThat(SmallProfile.flags(17)).noneMatch(flag -> flag.contains("StackMapGenerator"));
        assertThat(SmallProfile.flags(25)).anyMatch(flag -> flag.contains("StackMapGenerator")).containsAll(SmallProfile.flags(17));
    }

    @Test
    void shouldReadBackTheFactsOfAnImage() throws Exception {
        ImageFacts facts = new ImageFacts("25.0.3", "Linux", "riscv64", "abc", 1, 2, 3, 4, 5, 6);
        facts.write(image);
        assertThat(ImageFacts.read(image)).isEqualTo(facts);
        assertThat(facts.feature()).isEqualTo(25);
        assertThatThrownBy(() -> SmallImage.open(image)).isInstanceOf(ImageException.class)
            .hasMessage("the image is for another machine, Linux riscv64: image=" + image);
    }

    @Test
    void shouldRefuseFactsThatAreDamaged() throws IOException {
        Files.writeString(image.resolve(ImageFacts.FILE), "java.version=17\nos=Linux\n");
        assertThatThrownBy(() -> ImageFacts.read(image)).isInstanceOf(ImageException.class)
            .hasMessage("the image is damaged: image=" + image + " (no arch)");
    }

    private static List<String> run(Path script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        // Empty is as good as not set: whoever runs the tests may have set them.
        Map<String, String> all = new HashMap<>(Map.of("WINDROW_HEAP", "", "WINDROW_OPTS", ""));
        all.putAll(environment);
        return Tool.run(command, all).text().lines().toList();
    }
}
