package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFileTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadSecondsWithAFraction() throws IOException {
        assertThat(seconds("1005.25 4000.00\n")).isEqualTo(1_005_250_000_000L);
        assertThat(seconds("0.07 1.00\n")).isEqualTo(70_000_000L);
        assertThat(seconds("12 3.5\n")).isEqualTo(12_000_000_000L);
        assertThat(seconds("1.0000000019 1\n")).as("finer than a nanosecond").isEqualTo(1_000_000_001L);
        assertThat(seconds("x.5\n")).isEqualTo(-1);
        assertThat(seconds("")).isEqualTo(-1);
    }

    @Test
    void shouldReadTheFirstByteOfAWord() throws IOException {
        try (ProcFile file = open("7 (a b) S 1\n")) {
            assertThat(file.letter(0, file.afterLast(')'))).isEqualTo((byte) 'S');
            assertThat(file.letter(1, file.afterLast(')'))).isEqualTo((byte) '1');
            assertThat(file.letter(9, 0)).isZero();
        }
    }

    @Test
    void shouldNameTheFileThatIsNotThere() {
        File missing = folder.resolve("none").toFile();
        assertThatThrownBy(() -> new ProcFile(missing, 10)).isInstanceOf(UncheckedIOException.class)
            .hasMessage(missing + " is not readable");
        assertThatThrownBy(() -> new ProcFile(new File("/proc/4194305"), "stat", 10)).isInstanceOf(UncheckedIOException.class)
            .hasMessage("/proc/4194305/stat is not readable: pid=4194305");
    }

    private long seconds(String content) throws IOException {
        try (ProcFile file = open(content)) {
            return file.secondsAsNanos();
        }
    }

    private ProcFile open(String content) throws IOException {
        Path path = Files.writeString(folder.resolve("file"), content);
        ProcFile file = new ProcFile(path.toFile(), 100);
        file.read();
        return file;
    }
}
