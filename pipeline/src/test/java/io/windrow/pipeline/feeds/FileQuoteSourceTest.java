package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.windrow.buffers.Instrument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileQuoteSourceTest extends FileSourceContract {

    @TempDir
    private Path folder;

    @Override
    FeedOptions.Builder options() {
        return Feeds.csv("time,bid,bid_size,ask,ask_size", "s");
    }

    @Override
    String header() {
        return "time,bid,bid_size,ask,ask_size";
    }

    @Override
    String line(int seconds) {
        return seconds + ",1.25,7,1.5,8.5";
    }

    @Override
    String badLine() {
        return "2,1.25,-7,1.5,8.5";
    }

    @Override
    FeedOptions otherOptions() {
        return Feeds.csv("time,price,quantity", "s").build();
    }

    @Override
    String refusal() {
        return "a source of quotes needs a feed of quotes: content=trades";
    }

    @Override
    FileSource open(List<Path> from, FeedOptions options, FeedScan scan) {
        return new FileQuoteSource(from, options, scan.registry());
    }

    @Test
    void shouldFindColumnsInAnyOrder() {
        LineDecoder decoder = Feeds.csv("symbol,ask,-,bid,time,ask_size", "ms").build().newDecoder();
        assertThat(Feeds.decodeRow(decoder, "symbol,ask,x,bid,time,size")).isEqualTo("SKIPPED header");
        assertThat(Feeds.decodeRow(decoder, "EUR,1.3,x,\"1.2\", 1700000000000.5 ,9,more"))
            .isEqualTo("EUR 1700000000000500000 bid=1.2 ask=1.3 ask_size=9");
        assertThat(Feeds.decodeRow(decoder, "EUR,1.3,x,1.2,soon,9")).isEqualTo("BAD time is not a number");
        assertThat(Feeds.decodeRow(decoder, ",1.3,x,1.2,1,9")).isEqualTo("BAD symbol is empty");
        assertThat(Feeds.decodeRow(decoder, "EUR,1.3,x,1.2,1")).isEqualTo("BAD too few columns");
        assertThat(Feeds.decodeRow(decoder, "")).isEqualTo("SKIPPED blank line");
    }

    @Test
    void shouldTakeScalesFromBothSides() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1.5,A,1.75,0.25,3\n2,-2,B,-1.0,1,1\n");
        FeedOptions options = Feeds.csv("time,bid,symbol,ask,ask_size,bid_size", "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 5);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "A", 2, 2));
        assertThat(scan.registry().get(1)).isEqualTo(new Instrument(1, "B", 0, 0));
        assertThat(Feeds.rows(Feeds.open(List.of(file), options, scan)))
            .containsExactly(Feeds.row(0, 1_000_000_000L, 150, 300, 175, 25), Feeds.row(1, 2_000_000_000L, -2, 1, -1, 1));
    }

    @Test
    void shouldDeliverCrossedQuotesAndSayWhetherThereAreSizes() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,12,11\n2,0,11\n");
        FeedOptions options = Feeds.csv("time,bid,ask", "s").build();
        FileSource source = Feeds.open(List.of(file), options, FeedScan.of(List.of(file), options, 1));
        assertThat(Feeds.rows(source)).containsExactly(Feeds.row(0, 1_000_000_000L, 12, 0, 11, 0),
            Feeds.row(0, 2_000_000_000L, 0, 0, 11, 0));
        assertThat(source.has(FeedColumn.ASK)).isTrue();
        assertThat(source.has(FeedColumn.BID_SIZE)).isFalse();
        assertThat(source.has(FeedColumn.SYMBOL)).isFalse();
    }

    @Test
    void shouldNameWhichNumberIsBad() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1.5,1,2,1\n1,,1,2,1\n1,1,1,2x,1\n1,1,-1,2,1\n1,1,1,2,\n1,1,1,99999999999999999999,1\n"
            + "1,1,1,2,0.0000000000000000001\n1,-1,1,2,1\n");
        FeedScan scan = FeedScan.of(List.of(file), options().build(), 1);
        assertThat(scan.report().rows()).isEqualTo(2);
        assertThat(Feeds.map(scan.report().badByReason())).containsOnly(entry("bid is not a number", 1L), entry("ask is not a number", 1L),
            entry("bid_size is negative", 1L), entry("ask_size is not a number", 1L), entry("ask does not fit", 1L),
            entry("ask_size has more decimals than its scale", 1L));
    }

    @Test
    void shouldCountAnEmptyFieldAtTheVeryBeginningAsBad() throws IOException {
        Path file = Feeds.write(folder, "x.csv", ",2,1\n1.5,2,1\n");
        FeedScan scan = FeedScan.of(List.of(file), Feeds.csv("bid,ask,time", "s").build(), 1);
        assertThat(Feeds.map(scan.report().badByReason())).containsOnly(entry("bid is not a number", 1L));
        assertThat(scan.report().rows()).isEqualTo(1);
    }

    @Test
    void shouldTellTradesFromQuotesByTheColumns() {
        assertThat(Feeds.csv("time,price,quantity", "s").build().content()).isEqualTo(FeedContent.TRADES);
        assertThat(Feeds.csv("time,-,bid,ask", "s").build().content()).isEqualTo(FeedContent.QUOTES);
        assertThatThrownBy(() -> Feeds.csv("time,price,quantity,bid,ask", "s").build()).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("columns must be those of trades or of quotes, not mixed: columns=time,price,quantity,bid,ask");
        assertThatThrownBy(() -> Feeds.csv("time,bid,ask,side", "s").build())
            .hasMessage("columns must be those of trades or of quotes, not mixed: columns=time,bid,ask,side");
        assertThatThrownBy(() -> Feeds.csv("time,bid,bid_size", "s").build())
            .hasMessage("column is missing: column=ask, columns=time,bid,bid_size");
        assertThatThrownBy(() -> Feeds.csv("time,symbol", "s").build())
            .hasMessage("column is missing: column=price, columns=time,symbol");
        assertThatThrownBy(() -> Feeds.csv("time,bid,ask,open", "s").build()).hasMessage("unknown column: column=open "
            + "(known: time, price, quantity, side, id, symbol, bid, ask, bid_size, ask_size, -)");
    }
}
