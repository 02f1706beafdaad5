package io.windrow.pipeline.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.pipeline.sinks.FileSink.IfThere;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest extends SignalSinkContract<FileSink> {

    private static final String HEADER = "event,time_nanos,symbol,side,price,frame,strategy\n";
    private static final Pattern LINE = Pattern.compile(
        "(-?\\d+),(-?\\d+),(\"(?:[^\"]|\"\")*\"|[^,\"]*),(BUY|SELL),([^,]+),([^,]*),(\\d+)");

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("signals.csv");
    }

    private FileSinkBuilder builder() {
        return FileSink.builder(path(), registry);
    }

    @Override
    FileSink open() throws IOException {
        return builder().ifThere(IfThere.APPEND).open();
    }

    @Override
    List<Row> out() throws IOException {
        List<Row> rows = new ArrayList<>();
        String text = Files.exists(path()) ? Files.readString(path()) : HEADER;
        assertThat(text).startsWith(HEADER).endsWith("\n");
        for (String line : text.substring(HEADER.length()).lines().toList()) {
            rows.add(parse(line));
        }
        return rows;
    }

    private static Row parse(String line) {
        Matcher fields = LINE.matcher(line);
        assertThat(fields.matches()).as("a whole line: %s", line).isTrue();
        String symbol = fields.group(3);
        symbol = symbol.startsWith("\"") ? symbol.substring(1, symbol.length() - 1).replace("\"\"", "\"") : symbol;
        long step = fields.group(6).isEmpty() ? 0 : Timeframe.parse(fields.group(6)).stepNanos();
        return new Row(Long.parseLong(fields.group(1)), Long.parseLong(fields.group(2)), symbol, Side.valueOf(fields.group(4)),
            new BigDecimal(fields.group(5)), step, Integer.parseInt(fields.group(7)));
    }

    @Override
    long lost(FileSink sink) {
        return sink.lostCount();
    }

    @Override
    String closedMessage() {
        return "file sink is closed: file=" + path();
    }

    @Test
    void shouldWriteTheFormatItDocuments() throws IOException {
        try (FileSink sink = builder().open()) {
            send(sink, 6);
        }
        assertThat(path()).content().isEqualTo(HEADER
            + "0,-5,BTCUSDT,BUY,92233720368547758.07,,0\n"
            + "2,999999995,\"odd, \"\"symbol\"\"\",SELL,-9223372036854775807,1s,1\n"
            + "4,1999999995,TÜRKIYE,BUY,-0.00000002,5m,2\n"
            + "6,2999999995,BTCUSDT,SELL,0.03,1mo,3\n"
            + "8,3999999995,\"odd, \"\"symbol\"\"\",BUY,4,,4\n"
            + "10,4999999995,TÜRKIYE,SELL,92233720368.54775802,1s,5\n");
    }

    @Test
    void shouldWriteWhenThereIsNothingElseToDoAndNotBefore() throws IOException {
        try (FileSink sink = builder().writeEvery(Duration.ofHours(1)).open()) {
            send(sink, 3);
            assertThat(out()).isEmpty();
            assertThat(sink.waitingCount()).isEqualTo(3);

            sink.onIdle();
            assertThat(out()).isEqualTo(expected());
            assertThat(sink.waitingCount()).isZero();
            assertThat(sink.signalCount()).isEqualTo(3);
        }
    }

    @Test
    void shouldWriteAfterItsTimeThoughSignalsComeWithoutAPause() throws IOException {
        try (FileSink sink = builder().writeEvery(Duration.ZERO).open()) {
            send(sink, 3);

            assertThat(out()).isEqualTo(expected());
        }
    }

    @Test
    void shouldWriteLinesLargerThanItsBuffer() throws IOException {
        try (FileSink sink = builder().bufferBytes(1).writeEvery(Duration.ofHours(1)).forced().open()) {
            send(sink, 100);
            sink.onStop();

            assertThat(out()).isEqualTo(expected());
        }
    }

    @Test
    void shouldRefuseReplaceOrAppendToAFileThatIsThere() throws IOException {
        Files.writeString(path(), HEADER + "0,1,BTCUSDT,BUY,1.00,,0\n8,2,BT");

        assertThatThrownBy(() -> builder().open()).isInstanceOf(FileAlreadyExistsException.class);
        try (FileSink sink = builder().ifThere(IfThere.APPEND).open()) {
            send(sink, 1);
        }
        assertThat(path()).content().isEqualTo(HEADER + "0,1,BTCUSDT,BUY,1.00,,0\n8,2,BT\n0,-5,BTCUSDT,BUY,92233720368547758.07,,0\n");

        try (FileSink sink = builder().ifThere(IfThere.REPLACE).open()) {
            sink.onIdle();
        }
        assertThat(path()).content().isEqualTo(HEADER);
    }

    @Test
    void shouldNotTouchAFileOfSomethingElse() throws IOException {
        for (String other : new String[] {"x", "time,price\n1,2\n", HEADER.substring(0, HEADER.length() - 1)}) {
            Files.writeString(path(), other);

            assertThatThrownBy(() -> builder().ifThere(IfThere.APPEND).open()).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "a file to append to must begin with event,time_nanos,symbol,side,price,frame,strategy: file=" + path());
            assertThat(path()).content().isEqualTo(other);
        }
    }

    @Test
    void shouldRefuseSettingsOutOfRange() {
        assertThatThrownBy(() -> builder().bufferBytes(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("bufferBytes must be positive: bufferBytes=0");
        assertThatThrownBy(() -> builder().writeEvery(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("writeEvery must not be negative: writeEvery=PT-0.000000001S");
        assertThatThrownBy(() -> FileSink.builder(folder.resolve("no/such.csv"), registry).open()).isInstanceOf(IOException.class);
    }

    @Test
    void shouldLoseNothingWhenItsThreadIsInterrupted() throws IOException {
        try (FileSink sink = builder().writeEvery(Duration.ZERO).forced().open()) {
            for (int i = 0; i < 50; i++) {
                Thread.currentThread().interrupt();
                send(sink, 1);
                assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
            }
            assertThat(out()).isEqualTo(expected());
            assertThat(sink.errorCount()).isZero();
        }
    }

    /** A disk that is full, or that takes a few bytes at a time and closes the channel as an interrupt does. */
    private static final class BadDisk extends SignalFile {
        /** The first byte it has no room for. */
        long end = Long.MAX_VALUE;
        boolean closing;
        private final FileChannel channel;

        BadDisk(Path path, FileChannel channel) {
            super(path, channel, 0);
            this.channel = channel;
        }

        @Override
        int writeAt(ByteBuffer bytes, long at) throws IOException {
            if (at >= end) {
                throw new IOException("No space left on device");
            }
            ByteBuffer part = bytes.slice().limit(Math.min(7, bytes.remaining()));
            int written = channel.write(part, at);
            bytes.position(bytes.position() + written);
            if (closing && at % 3 == 0) {
                closing = false;
                throw new ClosedByInterruptException();
            }
            return written;
        }
    }

    private BadDisk badDisk() throws IOException {
        return new BadDisk(path(), FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    private List<Row> rowsOf(String text) {
        return text.lines().map(FileSinkTest::parse).toList();
    }

    @Test
    void shouldWriteInPartsAndTwiceToTheSamePlaceWithoutGapOrRepetition() throws IOException {
        BadDisk disk = badDisk();
        try (FileSink sink = new FileSink(disk, builder().writeEvery(Duration.ZERO))) {
            for (int i = 0; i < 40; i++) {
                disk.closing = true;
                send(sink, 1);
            }
        }
        assertThat(rowsOf(Files.readString(path()))).isEqualTo(expected());
    }

    @Test
    void shouldCountAndThrowErrorsAndWriteWhatWaitedWhenTheDiskHasRoomAgain() throws IOException {
        BadDisk disk = badDisk();
        try (FileSink sink = new FileSink(disk, builder().bufferBytes(1_000).writeEvery(Duration.ofHours(1)))) {
            send(sink, 5);
            disk.end = 50;
            assertThatThrownBy(sink::onIdle).isInstanceOf(UncheckedIOException.class)
                .hasMessage("signals must be written: file=" + path() + ", waitingBytes=166")
                .hasRootCauseMessage("No space left on device");
            assertThat(sink.errorCount()).isEqualTo(1);
            assertThat(sink.lastError()).hasMessage("No space left on device");
            assertThat(sink.lostCount()).as("what waits is not lost").isZero();
            assertThat(sink.waitingCount()).as("what is not written to its end").isEqualTo(4);

            disk.end = Long.MAX_VALUE;
            sink.onIdle();
            assertThat(rowsOf(Files.readString(path()))).isEqualTo(expected());
        }
    }

    @Test
    void shouldCountSignalsThatFindNoRoomWhileTheDiskIsFullAndKeepWholeLines() throws IOException {
        BadDisk disk = badDisk();
        FileSink sink = new FileSink(disk, builder().bufferBytes(400).writeEvery(Duration.ofHours(1)));
        disk.end = 0;
        int thrown = 0;
        for (int i = 0; i < 20; i++) {
            try {
                sink.onSignal(next());
            } catch (UncheckedIOException e) {
                thrown++;
            }
        }
        assertThat(sink.lostCount()).isEqualTo(thrown).isPositive();
        assertThat(sink.errorCount()).isEqualTo(thrown);
        assertThat(pool.inUse()).as("signals not closed").isZero();
        assertThatThrownBy(sink::onStop).isInstanceOf(UncheckedIOException.class);

        disk.end = Long.MAX_VALUE;
        sink.close();
        assertThat(rowsOf(Files.readString(path()))).hasSize(20 - thrown);
    }
}
