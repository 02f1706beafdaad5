package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCursorTest extends FeedCursorContract {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long HOUR_NANOS = 3_600 * SECOND_NANOS;

    @TempDir
    private Path folder;

    private final InstrumentRegistry registry = new InstrumentRegistry(2);

    FileCursorTest() {
        registry.register("A", 2, 0);
        registry.register("B", 2, 0);
    }

    /** Rows of two symbols in two files, the last line of which is cut, with bad lines among them. */
    @Override
    FeedCursor open(int rows) throws IOException {
        StringBuilder[] text = {new StringBuilder("time,price,quantity,symbol\n"), new StringBuilder()};
        for (int i = 0; i < rows; i++) {
            text[2 * i / rows].append(100 + i / 7).append(",1.25,").append(i).append(i % 3 == 0 ? ",A\n" : ",B\r\n\nx\n1,2,3,C\n");
        }
        List<Path> files = List.of(Feeds.write(folder, rows + "-1.csv", text[0].toString()),
            Feeds.write(folder, rows + "-2.csv", text[1].append("7,1.2").toString()));
        return new FileCursor(files, Feeds.csv("time,price,quantity,symbol", "s").build(), registry);
    }

    @Test
    void shouldPlayAsManyPassesAsItsOptionsSayAgainAndAgain() throws IOException {
        FeedCursor cursor = new FileCursor(List.of(Feeds.write(folder, "A.csv", "1,1,1\n4000,2,1\n")),
            Feeds.csv("time,price,quantity", "s").passes(3).build(), registry);
        List<List<Long>> rows = rest(cursor);
        assertThat(rows).extracting(CallLog::time).containsExactly(SECOND_NANOS, 4_000 * SECOND_NANOS, SECOND_NANOS + 2 * HOUR_NANOS,
            4_000 * SECOND_NANOS + 2 * HOUR_NANOS, SECOND_NANOS + 4 * HOUR_NANOS, 4_000 * SECOND_NANOS + 4 * HOUR_NANOS);
        cursor.rewind(SECOND_NANOS);
        assertThat(rest(cursor)).isEqualTo(CallLog.moved(rows, SECOND_NANOS));
        assertThat(cursor.report()).hasToString("lines=12, rows=12, skipped=0, bad=0");
    }

    @Test
    void shouldHandOverQuotesAndCandlesToo() throws IOException {
        Path quotes = Feeds.write(folder, "A.csv", "1,1.5,2,1.75,3\n");
        assertThat(rest(new FileCursor(List.of(quotes), Feeds.csv("time,bid,bid_size,ask,ask_size", "s").build(), registry)))
            .containsExactly(List.of(CallLog.QUOTE, 0L, SECOND_NANOS, 150L, 2L, 175L, 3L));
        Path candles = Feeds.write(folder, "B.csv", "60,1,4,0.5,2,7,9.5,3,4,5\n");
        FileCursor cursor = new FileCursor(List.of(candles), Feeds.csvCandles(
            "time,open,high,low,close,volume,quote_volume,count,taker_buy_volume,taker_buy_quote_volume", "s").build(), registry);
        assertThat(rest(cursor)).containsExactly(
            List.of(CallLog.CANDLE, 1L, 60 * SECOND_NANOS, 100L, 400L, 50L, 200L, 7L, 950L, 3L, 4L, 500L));
        assertThat(cursor.passUnitNanos()).isEqualTo(24 * HOUR_NANOS);
    }

    @Test
    void shouldKnowTheTextOfTimesAndAmounts() throws IOException {
        Path candles = Feeds.write(folder, "A.csv", "x,1,4,0.5,2,7\n\"60.0\",1,4,0.5,2,7\n061 ,2,4,0.5,2,\n"
            + "2017-01-03,2,4,1,2.00,0\n");
        FileCursor cursor = new FileCursor(List.of(candles), Feeds.csvCandles("time,open,high,low,close,volume", "s").build(), registry);
        StringBuilder text = new StringBuilder();
        while (cursor.next()) {
            assertThat(cursor.appendText(FeedColumn.TIME, text)).isTrue();
            assertThat(cursor.appendText(FeedColumn.COUNT, text)).isFalse();
            cursor.appendText(FeedColumn.CLOSE, text.append('|'));
            text.append('\n');
        }
        assertThat(text).hasToString("60.0|2\n2017-01-03|2.00\n");
        Path trades = Feeds.write(folder, "B.json",
            "{\"e\":\"trade\",\"s\":\"B\",\"t\":1,\"p\":\"1.5\",\"q\":\"2\",\"T\":1723161255342,\"m\":true}\n");
        FileCursor messages = new FileCursor(List.of(trades), Feeds.options("binance-ws"), registry);
        assertThat(messages.next()).isTrue();
        assertThat(messages.appendText(FeedColumn.TIME, text)).isFalse();
    }

    @Test
    void shouldPutARowInOrderByTheTimeAtWhichItIsKnown() throws IOException {
        Path candles = Feeds.write(folder, "A.csv", "60,1,4,0.5,2,7\n");
        FileCursor cursor = new FileCursor(List.of(candles), Feeds.csvCandles("time,open,high,low,close,volume", "s").build(), registry,
            60 * SECOND_NANOS);
        CallLog log = new CallLog();
        assertThat(cursor.next()).isTrue();
        cursor.deliver(log);
        assertThat(cursor.timeNanos()).isEqualTo(120 * SECOND_NANOS);
        assertThat(CallLog.time(log.calls().get(0))).isEqualTo(60 * SECOND_NANOS);
    }

    @Test
    void shouldGiveWhatTheSourceGives() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add(Feeds.write(folder, i + ".csv", (10 * i) + ",1.5,2,A\n" + (10 * i + 1) + ",x,2,A\n" + (10 * i + 2) + ",3,2,B\n"));
        }
        FeedOptions options = Feeds.csv("time,price,quantity,symbol", "s").passes(2).build();
        FileTradeSource source = new FileTradeSource(files, options, registry);
        FileCursor cursor = new FileCursor(files, options, registry);
        CallLog log = new CallLog();
        source.replay(log);
        assertThat(rest(cursor)).isEqualTo(log.calls()).hasSize(12);
        assertThat(cursor.report()).hasToString(source.report().toString()).hasToString("lines=18, rows=12, skipped=0, bad=6");
        assertThat(cursor.progress().bytesRead()).isEqualTo(cursor.progress().bytesTotal()).isEqualTo(source.progress().bytesTotal());
    }

    @Test
    void shouldRefuseNoFilesANegativeLagAndAMissingFile() throws IOException {
        FeedOptions options = Feeds.csv("time,price,quantity", "s").build();
        assertThatThrownBy(() -> new FileCursor(List.of(), options, registry)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a feed must have a file: files=[]");
        List<Path> files = List.of(Feeds.write(folder, "A.csv", "1,1,1\n"), folder.resolve("gone.csv"));
        assertThatThrownBy(() -> new FileCursor(files, options, registry, -1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("lag must not be negative: lagNanos=-1");
        FileCursor cursor = new FileCursor(files, options, registry);
        assertThatThrownBy(cursor::next).isInstanceOf(IOException.class).hasMessageEndingWith("gone.csv: no such file");
    }
}
