package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of any length, beside what the JDK reads. */
class FileLinesTest {

    private static final String LETTERS = "ab\n é\r€\0";

    @TempDir
    Path folder;

    @Test
    void shouldReadTheLinesThatTheJdkReads() {
        Seeds.forEach(200, random -> {
            String text = text(random);
            // The kernel ends lines with a line feed alone, so a carriage return is a letter here.
            List<String> wanted = new ArrayList<>(List.of(text.split("\n", -1)));
            if (wanted.get(wanted.size() - 1).isEmpty()) {
                wanted.remove(wanted.size() - 1);
            }
            assertThat(read(text)).isEqualTo(wanted);
        });
    }

    @Test
    void shouldReadAFileOfTheKernelThatHasNoLength() throws IOException {
        Path mounts = Path.of("/proc/self/mounts");
        for (int i = 0; i < 100; i++) {
            List<String> before = Files.readAllLines(mounts);
            List<String> read = linesOf(mounts);
            // Something may be mounted meanwhile.
            if (before.equals(Files.readAllLines(mounts))) {
                assertThat(read).isEqualTo(before);
                return;
            }
        }
        throw new AssertionError("the mounts change all the time");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextBoolean() ? random.nextInt(20) : random.nextInt(6_000);
        boolean manyLines = random.nextBoolean();
        for (int i = 0; i < length; i++) {
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            text.append(letter == '\n' && !manyLines && random.nextInt(200) > 0 ? 'x' : letter);
        }
        return text.toString();
    }

    private List<String> read(String text) {
        try {
            return linesOf(Files.writeString(folder.resolve("lines"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> linesOf(Path file) throws IOException {
        List<String> read = new ArrayList<>();
        try (FileLines lines = new FileLines(file.toFile())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                read.add(line);
            }
        }
        return read;
    }
}
