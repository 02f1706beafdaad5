package io.windrow.examples.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    private Path folder;

    @Test
    void shouldFailWhereTheReaderOfTheStandardOutputIsGone() throws IOException {
        PrintStream console = System.out;
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        System.setOut(new PrintStream(gone, true, StandardCharsets.UTF_8));
        try (Output output = Output.standard()) {
            output.write("line\n");
            assertThatThrownBy(output::complete).isInstanceOf(IOException.class).hasMessage("standard output cannot be written");
        } finally {
            System.setOut(console);
        }
    }

    @Test
    void shouldHaveTheFileInItsPlaceOnlyWhenItIsComplete() throws IOException {
        Path file = folder.resolve("out.csv");
        try (Output output = Output.to(file, List.of())) {
            output.write("x".repeat(100_000));
            assertThat(file).doesNotExist();
            output.complete();
            assertThat(Files.size(file)).isEqualTo(100_000);
        }
        try (Output output = Output.to(file, List.of(Files.writeString(folder.resolve("in.csv"), "")))) {
            output.write("y");
        }
        assertThat(Files.size(file)).isEqualTo(100_000);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("in.csv", "out.csv");
    }
}
