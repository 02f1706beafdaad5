package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {

    @TempDir
    private Path folder;

    @Test
    void shouldSplitAtEitherLineEndAndLeaveOutTheByteOrderMark() throws IOException {
        assertThat(lines("\u00ef\u00bb\u00bfa\r\n\nb\rc\r\n\r\nlast")).containsExactly("a", "", "b\rc", "", "last");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("\n")).containsExactly("");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void shouldAgreeWithASimpleSplitOnRandomTexts() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<String> expected = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                String line = "x\u0080\u008a\u00ff".substring(random.nextInt(4))
                    .repeat(random.nextInt(20) == 0 ? random.nextInt(90_000) : random.nextInt(30));
                expected.add(line);
                text.append(line).append('\n');
            }
            assertThat(lines(text.toString())).as("seed=%s", seed).isEqualTo(expected);
        }
    }

    @Test
    void shouldReadGzipMembersAndZipEntriesInOrderWhateverTheName() throws IOException {
        byte[] members = concat(Feeds.gzip("a\nb".getBytes(ISO_8859_1)), Feeds.gzip("c\nd".getBytes(ISO_8859_1)));
        assertThat(read(Files.write(folder.resolve("x.csv"), members))).containsExactly("a", "bc", "d");
        Path zip = Files.write(folder.resolve("y.csv"), Feeds.zip("1.csv", "a\nb", "empty", "", "dir/", "", "dir/2.csv", "c\r\n"));
        assertThat(read(zip)).containsExactly("a", "b", "c");
        assertThat(read(Files.write(folder.resolve("empty.zip"), Feeds.zip()))).isEmpty();
    }

    @Test
    void shouldNumberLinesPerZipEntryAndNameIt() throws IOException {
        Path zip = Files.write(folder.resolve("z.zip"), Feeds.zip("1.csv", "a\nb", "2.csv", "c"));
        List<String> seen = new ArrayList<>();
        try (LineReader reader = new LineReader()) {
            reader.open(zip);
            while (reader.next()) {
                seen.add(reader.source().substring(folder.toString().length() + 1) + ":" + reader.lineNumber());
            }
        }
        assertThat(seen).containsExactly("z.zip!1.csv:1", "z.zip!1.csv:2", "z.zip!2.csv:1");
    }

    @Test
    void shouldGoOnAfterALineThatIsTooLong() throws IOException {
        int most = LineReader.MAX_LINE_BYTES;
        assertThat(lengths("a\n" + "x".repeat(most) + "\r\nb\n" + "y".repeat(most + 1) + "\nc\n" + "z".repeat(5 * most + 7) + "\r\nd\n"
            + "v".repeat(most + 1)))
            .containsExactly("1", "" + most, "1", LineReader.TOO_LONG, "1", LineReader.TOO_LONG, "1", LineReader.TOO_LONG);
    }

    @Test
    void shouldGiveTheLinesBeforeACutAndThenSayThatTheInputEndsEarly() throws IOException {
        String text = "0123456789abcdef\n".repeat(5_000);
        byte[] whole = Feeds.gzip(noise(text));
        int length = (int) (whole.length * 0.6);
        List<String> lines = lengths(Arrays.copyOf(whole, length));
        assertThat(lines.size()).isBetween(2_000, 4_000);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("input ends early: Unexpected end of ZLIB input stream");
        assertThat(lines.subList(0, lines.size() - 1)).containsOnly("16");
        assertThat(lengths(Arrays.copyOf(whole, 5))).hasSize(1);
        assertThat(lengths(Arrays.copyOf(whole, whole.length - 4)).get(5_000)).startsWith("input ends early: ");
        assertThat(lengths(concat(whole, "no gzip".getBytes(ISO_8859_1))).get(5_000))
            .isEqualTo("input ends early: no gzip member behind the last");
    }

    @Test
    void shouldNoticeZipEntriesThatCannotBeReached() throws IOException {
        byte[] zip = Feeds.zip("1", "a\n", "2", "b\n");
        int second = new String(zip, ISO_8859_1).indexOf("PK\3\4", 4);
        byte[] damaged = zip.clone();
        damaged[second] = 'X';
        assertThat(lengths(damaged)).containsExactly("1", "input ends early: 1 of 2 zip entries could be read");
        assertThat(lengths(Arrays.copyOf(zip, second))).containsExactly("1", "input ends early: no zip directory");
    }

    @Test
    void shouldNameAFileThatCannotBeRead() {
        LineReader reader = new LineReader();
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> reader.open(missing)).isInstanceOf(NoSuchFileException.class).hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> reader.open(folder)).isInstanceOf(IOException.class)
            .hasMessage("a feed is read from files, not from folders: file=" + folder);
    }

    @Test
    void shouldSayHowFarItIs() throws IOException {
        ReadProgress progress = new ReadProgress();
        Path file = Files.write(folder.resolve("p.gz"), Feeds.gzip(noise("0123456789abcdef\n".repeat(50_000))));
        try (LineReader reader = new LineReader(progress)) {
            reader.open(file);
            reader.next();
            assertThat(progress.bytesRead()).isBetween(1L, Files.size(file) - 1);
            while (reader.next()) {
                assertThat(reader.problem()).isNull();
            }
        }
        assertThat(progress.bytesRead()).isEqualTo(Files.size(file));
    }

    @Test
    void shouldAllocateNothingPerLine() throws IOException {
        Path plain = Feeds.write(folder, "plain", "0123456789abcdef\n".repeat(60_000));
        Path gzip = Files.write(folder.resolve("gz"), Feeds.gzip(Files.readAllBytes(plain)));
        for (Path file : List.of(plain, gzip)) {
            try (LineReader reader = new LineReader()) {
                reader.open(file);
                Allocations.assertNone(() -> next(reader));
            }
        }
    }

    private static void next(LineReader reader) {
        try {
            reader.next();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Lines of the same length that do not compress well. */
    private static byte[] noise(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        Random random = new Random(1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\n' ? bytes[i] : (byte) ('A' + random.nextInt(26));
        }
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private List<String> lines(String text) throws IOException {
        return read(Feeds.write(folder, "lines", text));
    }

    private List<String> read(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader()) {
            reader.open(file);
            while (reader.next()) {
                assertThat(reader.problem()).isNull();
                lines.add(new String(reader.text(), reader.from(), reader.to() - reader.from(), ISO_8859_1));
            }
        }
        return lines;
    }

    private List<String> lengths(String text) throws IOException {
        return lengths(text.getBytes(ISO_8859_1));
    }

    /** Of each line its length, or its problem. */
    private List<String> lengths(byte[] content) throws IOException {
        List<String> lengths = new ArrayList<>();
        try (LineReader reader = new LineReader()) {
            reader.open(Files.write(folder.resolve("lengths"), content));
            while (reader.next()) {
                lengths.add(reader.problem() == null ? Integer.toString(reader.to() - reader.from()) : reader.problem());
            }
        }
        return lengths;
    }
}
