package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every source that reads files must do, whatever its rows are. */
abstract class FileSourceContract {

    @TempDir
    private Path files;

    /** Options whose times are seconds, of lines that name no symbol. */
    abstract FeedOptions.Builder options();

    /** The header of a file. */
    abstract String header();

    /** A good line at so many seconds. */
    abstract String line(int seconds);

    /** A line that is bad, for a reason that is found only when its numbers are read. */
    abstract String badLine();

    /** Options of rows that the source does not give, and what it says to them. */
    abstract FeedOptions otherOptions();

    abstract String refusal();

    /** Opens a source of the kind under test, whatever the options. */
    abstract FileSource open(List<Path> from, FeedOptions options, FeedScan scan);

    @Test
    void shouldReadPlainGzipAndZipAlikeAndAgreeWithTheScan() throws IOException {
        String text = header() + "\n" + line(1) + "\n" + badLine() + "\r\n\n" + line(5) + "\nx\n" + line(3);
        List<List<Long>> plain = assertReads(text.getBytes(StandardCharsets.ISO_8859_1), "lines=7, rows=3, skipped=2, bad=2");
        assertThat(plain).extracting(row -> row.get(1)).containsExactly(1_000_000_000L, 5_000_000_000L, 3_000_000_000L);
        assertThat(assertReads(Feeds.gzip(text.getBytes(StandardCharsets.ISO_8859_1)), "lines=7, rows=3, skipped=2, bad=2"))
            .isEqualTo(plain);
        List<List<Long>> twice = new ArrayList<>(plain);
        twice.addAll(plain);
        assertThat(assertReads(Feeds.zip("a.csv", text, "b.csv", text), "lines=14, rows=6, skipped=4, bad=4")).isEqualTo(twice);
    }

    private List<List<Long>> assertReads(byte[] content, String report) throws IOException {
        Path file = Files.write(files.resolve("X-1"), content);
        FeedOptions options = options().build();
        FeedScan scan = FeedScan.of(List.of(file), options, 3);
        FileSource source = open(List.of(file), options, scan);
        List<List<Long>> rows = Feeds.rows(source);
        assertThat(Feeds.rows(source)).as("a second replay").isEqualTo(rows).hasSize((int) scan.report().rows());
        assertThat(source.report()).hasToString(report).hasToString(scan.report().toString());
        assertThat(source.report().badByReason()).isEqualTo(scan.report().badByReason());
        assertThat(source.report().firstBadLines()).isEqualTo(scan.report().firstBadLines());
        assertThat(source.progress().bytesRead()).isEqualTo(source.progress().bytesTotal()).isEqualTo(content.length);
        assertThat(scan.symbols()).extracting(SymbolSummary::rows).containsExactly(scan.report().rows());
        assertThat(scan.registry().get(0).symbol()).isEqualTo("X");
        assertThat(scan.firstTimeNanos()).isEqualTo(1_000_000_000L);
        assertThat(scan.lastTimeNanos()).isEqualTo(5_000_000_000L);
        return rows;
    }

    @Test
    void shouldMoveOnlyTheTimeFromPassToPass() throws IOException {
        Path file = Feeds.write(files, "x.csv", line(100) + "\n" + line(90_000));
        FeedOptions options = options().passes(2).build();
        FileSource source = open(List.of(file), options, FeedScan.of(List.of(file), options, 1));
        List<List<Long>> rows = Feeds.rows(source);
        assertThat(rows).hasSize(4);
        long shift = rows.get(2).get(1) - rows.get(0).get(1);
        assertThat(shift).isEqualTo(options.content() == FeedContent.CANDLES ? 172_800_000_000_000L : 90_000_000_000_000L);
        for (int i = 0; i < 2; i++) {
            List<Long> moved = new ArrayList<>(rows.get(i));
            moved.set(1, moved.get(1) + shift);
            assertThat(rows.get(i + 2)).isEqualTo(moved);
        }
        assertThat(source.report().rows()).isEqualTo(4);
    }

    @Test
    void shouldRefuseAFeedOfOtherRows() throws IOException {
        List<Path> file = List.of(Feeds.write(files, "x.csv", line(1)));
        FeedScan scan = FeedScan.of(file, options().build(), 1);
        assertThatThrownBy(() -> open(file, otherOptions(), scan)).isInstanceOf(IllegalArgumentException.class).hasMessage(refusal());
    }

    @Test
    void shouldAllocateNothingPerRow() throws IOException {
        String lines = line(1) + "\n" + badLine() + "\n";
        List<Path> few = List.of(Feeds.write(files, "few", lines.repeat(1_000)));
        List<Path> many = List.of(Feeds.write(files, "many", lines.repeat(101_000)));
        FeedOptions options = options().symbol("X").build();
        FeedScan scan = FeedScan.of(few, options, 1);
        assertThat(scan.report().rows()).isEqualTo(1_000);
        Feeds.replayQuietly(open(many, options, scan));
        Feeds.replayQuietly(open(many, options, scan));
        long opening = Allocations.leastBytes(() -> Feeds.replayQuietly(open(few, options, scan)));
        long reading = Allocations.leastBytes(() -> Feeds.replayQuietly(open(many, options, scan)));
        assertThat(reading - opening).as("bytes for 200,000 lines more").isLessThan(1_000);
    }
}
