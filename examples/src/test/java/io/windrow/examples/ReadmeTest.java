package io.windrow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.quickstart.Quickstart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows code that is compiled and run. */
class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getFileName().toString().equals("examples")
        ? Path.of("..") : Path.of("");

    @Test
    void shouldShowTheQuickstartAsItIsCompiled() throws IOException {
        String source = Files.readString(ROOT.resolve("examples/src/main/java/io/windrow/examples/quickstart/Quickstart.java"));
        String code = source.substring(source.indexOf("readme:begin") + "readme:begin\n".length(), source.indexOf("        // readme:end"));
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("```java\n" + code.stripTrailing().stripIndent() + "\n```");
    }

    @Test
    void shouldStayShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThan(150);
    }

    @Test
    void shouldPrintTheSignalsOfTheQuickstart() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("BUY at 6183813\nBUY at 6183863\n");
    }
}
