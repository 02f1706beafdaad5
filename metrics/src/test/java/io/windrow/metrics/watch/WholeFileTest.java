package io.windrow.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void shouldWriteAndReplace() throws IOException {
        Path file = folder.resolve("a");
        WholeFile.write(file, "one");
        WholeFile.write(file, "zwölf");
        assertThat(file).hasContent("zwölf");
        assertThat(names(folder)).containsExactly("a");
    }

    @Test
    void shouldLeaveTheOldFileAsItWasOnAFullDisk() throws IOException, InterruptedException {
        Path small = folder.resolve("small");
        Files.createDirectory(small);
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()), "a small file system can be made");
        try {
            Path file = small.resolve("a");
            WholeFile.write(file, "old");
            assertThatThrownBy(() -> WholeFile.write(file, "x".repeat(200_000))).isInstanceOf(IOException.class)
                .hasMessage("the file cannot be saved: file=" + file + " (IOException: No space left on device)");
            assertThat(file).hasContent("old");
            assertThat(names(small)).containsExactly("a");
        } finally {
            run("umount", small.toString());
        }
    }

    @Test
    void shouldNameAFolderThatIsNotThere() {
        Path file = folder.resolve("none").resolve("a");
        assertThatThrownBy(() -> WholeFile.write(file, "one")).isInstanceOf(IOException.class)
            .hasMessageStartingWith("the file cannot be saved: file=" + file + " (NoSuchFileException: ");
    }

    @Test
    void shouldRefuseToPutADeviceOrAFolderAway() {
        assertThatThrownBy(() -> WholeFile.write(folder, "one")).isInstanceOf(IOException.class)
            .hasMessage("the file cannot be saved: file=" + folder + " (IOException: not a regular file)");
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));
        assertThatThrownBy(() -> WholeFile.write(full, "one")).isInstanceOf(IOException.class)
            .hasMessage("the file cannot be saved: file=/dev/full (IOException: not a regular file)");
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
