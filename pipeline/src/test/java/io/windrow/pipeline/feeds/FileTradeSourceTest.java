package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.testing.Allocations;
import io.windrow.pipeline.feeds.Feeds.Trade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTradeSourceTest extends FileSourceContract {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    @TempDir
    private Path folder;

    @Override
    FeedOptions.Builder options() {
        return Feeds.csv("time,price,quantity,side", "s");
    }

    @Override
    String header() {
        return "time,price,quantity,side";
    }

    @Override
    String line(int seconds) {
        return seconds + ",1.25,7.5,sell";
    }

    @Override
    String badLine() {
        return "2,1.25,-7.5,sell";
    }

    @Override
    FeedOptions otherOptions() {
        return Feeds.options("binance-klines");
    }

    @Override
    String refusal() {
        return "a source of trades needs a feed of trades: content=candles";
    }

    @Override
    FileSource open(List<Path> from, FeedOptions options, FeedScan scan) {
        return new FileTradeSource(from, options, scan.registry());
    }

    @Test
    void shouldFindTheScalesAndReplayAtThem() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "time,symbol,price,quantity,side\n1,A,10.50,1,buy\n2,B,-3,0.0010,sell\n3,A,7.125,20,\n");
        FeedOptions options = Feeds.csv("time,symbol,price,quantity,side", "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 10);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "A", 3, 0));
        assertThat(scan.registry().get(1)).isEqualTo(new Instrument(1, "B", 0, 3));
        assertThat(scan.symbols()).extracting(SymbolSummary::rows).containsExactly(2L, 1L);
        assertThat(scan.symbols().get(0).lastTimeNanos()).isEqualTo(3_000_000_000L);
        assertThat(scan.firstTimeNanos()).isEqualTo(1_000_000_000L);
        assertThat(scan.lastTimeNanos()).isEqualTo(3_000_000_000L);
        FileTradeSource source = new FileTradeSource(List.of(file), options, scan.registry());
        assertThat(Feeds.replay(source)).containsExactly(new Trade(0, 1_000_000_000L, 10_500, 1, 0, 1),
            new Trade(1, 2_000_000_000L, -3, 1, 0, -1), new Trade(0, 3_000_000_000L, 7_125, 20, 0, 0)).isEqualTo(Feeds.replay(source));
        assertThat(source.report()).hasToString("lines=4, rows=3, skipped=1, bad=0").hasToString(scan.report().toString());
        assertThat(source.progress().bytesRead()).isEqualTo(source.progress().bytesTotal()).isPositive();
    }

    @Test
    void shouldCountAndShowWhatIsBad() throws IOException {
        Path file = Feeds.write(folder, "BTC-2024.csv",
            "1,1.5,2\n1,1.255,2\n1,1.5,2.5\n1,x,2\n1,1.5,\t\u0001\n1,1.5,-1\n1,99999999999999999999,1\nt,1,1\n1,0,0\n");
        InstrumentRegistry registry = new InstrumentRegistry(1);
        registry.register("BTC", 2, 0);
        FileTradeSource source = new FileTradeSource(List.of(file), Feeds.csv("time,price,quantity", "s").build(), registry);
        assertThat(Feeds.replay(source)).hasSize(2);
        assertThat(source.report()).hasToString("lines=9, rows=2, skipped=0, bad=7");
        assertThat(Feeds.map(source.report().badByReason())).containsOnlyKeys("price has more decimals than its scale",
            "quantity has more decimals than its scale", "price is not a number", "quantity is not a number", "quantity is negative",
                "price does not fit",
            "time is not a number");
        assertThat(source.report().firstBadLines().get(3))
            .isEqualTo(new BadLine(file.toString(), 5, -1, "quantity is not a number", "1,1.5,\\x09\\x01"));
    }

    @Test
    void shouldKeepTwentyBadLinesOfEightyCharacters() throws IOException {
        Path file = Feeds.write(folder, "x.csv", ("5 " + "\u00ff".repeat(100) + "\n").repeat(50));
        FeedScan scan = FeedScan.of(List.of(file), Feeds.csv("time,price,quantity", "s").build(), 1);
        assertThat(scan.report().bad()).isEqualTo(50);
        assertThat(scan.report().firstBadLines()).hasSize(20).allMatch(line -> line.excerpt().equals("5 " + "\\xff".repeat(19)));
        assertThat(scan.registry().size()).isZero();
        assertThat(scan.firstTimeNanos()).isZero();
    }

    @Test
    void shouldTakeTheSymbolFromTheNameOrTheOption() throws IOException {
        List<Path> files = List.of(Feeds.write(folder, "BTCUSDT-trades-2024-08.csv", "1,1,1\n"),
            Feeds.write(folder, "spy_2013.csv", "2,1,1\n"));
        FeedOptions.Builder options = Feeds.csv("time,price,quantity", "s");
        assertThat(FeedScan.of(files, options.build(), 5).symbols()).extracting(s -> s.instrument().symbol())
            .containsExactly("BTCUSDT", "spy");
        assertThat(FeedScan.of(files, options.symbol("X").build(), 5).symbols()).extracting(s -> s.instrument().symbol())
            .containsExactly("X");
        assertThat(FeedReader.symbolOf(".hidden")).isEqualTo(".hidden");
        assertThat(FeedReader.symbolOf("plain")).isEqualTo("plain");
    }

    @Test
    void shouldBoundTheInstrumentsAndCallTheNextBad() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1,1,A\n1,1,1,B\n1,1,1,C\n1,1,1,A\n1,1,1,D\n");
        FeedOptions options = Feeds.csv("time,price,quantity,symbol", "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 2);
        assertThat(Feeds.map(scan.report().badByReason())).containsExactly(entry("more than 2 instruments", 2L));
        FileTradeSource source = new FileTradeSource(List.of(file), options, scan.registry());
        assertThat(Feeds.replay(source)).hasSize(3);
        assertThat(Feeds.map(source.report().badByReason())).containsExactly(entry("unknown symbol", 2L));
    }

    @Test
    void shouldNotRaiseAScaleBeyondWhatTheLargestNumberBears() throws IOException {
        // The second price asks for 18 decimals, at which the first no longer fits; the third has 19; both are bad in the replay too.
        Path file = Feeds.write(folder, "x.csv", "1,1000.25,1\n1,0.000000000000000001,1\n"
            + "1,0.0000000000000000001,1\n1,9.1234567,1\n1,9,-1.5\n");
        FeedOptions options = Feeds.csv("time,price,quantity", "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 2);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "x", 7, 0));
        assertThat(Feeds.map(scan.report().badByReason())).containsOnly(entry("price does not fit", 1L),
            entry("price has more decimals than its scale", 1L), entry("quantity is negative", 1L));
        FileTradeSource source = new FileTradeSource(List.of(file), options, scan.registry());
        assertThat(Feeds.replay(source)).extracting(Trade::price).containsExactly(10_002_500_000L, 91_234_567L);
    }

    @Test
    void shouldKeepScalesThatTheOptionsSet() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1.5,1\n1,1.2345,1\n");
        FeedOptions options = Feeds.csv("time,price,quantity", "s").priceDecimals(2).quantityDecimals(4).build();
        FeedScan scan = FeedScan.of(List.of(file), options, 2);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "x", 2, 4));
        assertThat(Feeds.map(scan.report().badByReason())).containsOnly(entry("price has more decimals than its scale", 1L));
    }

    @Test
    void shouldReadIntegerPricesExactly() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1674100,1\n1,1674150,1\n1,0,1\n1,-100,1\n1,12.5,1\n");
        FeedOptions options = Feeds.csv("time,price,quantity", "s").priceScale(10_000).build();
        FeedScan scan = FeedScan.of(List.of(file), options, 2);
        assertThat(scan.registry().get(0).priceDecimals()).isEqualTo(5);
        assertThat(Feeds.replay(new FileTradeSource(List.of(file), options, scan.registry()))).extracting(Trade::price)
            .containsExactly(16_741_000L, 16_741_500L, 0L, -1_000L, 125L);
        InstrumentRegistry coarse = new InstrumentRegistry(1);
        coarse.register("x", 2, 0);
        FileTradeSource source = new FileTradeSource(List.of(file), options, coarse);
        assertThat(Feeds.replay(source)).extracting(Trade::price).containsExactly(16_741L, 0L, -1L);
        assertThat(Feeds.map(source.report().badByReason())).containsExactly(entry("price has more decimals than its scale", 2L));
    }

    @Test
    void shouldCountNoTradeTwiceWhereBothKindsAreRecorded() throws IOException {
        String single = "{\"e\":\"trade\",\"s\":\"%s\",\"t\":1,\"p\":\"1\",\"q\":\"2\",\"T\":1723161255342,\"m\":true}\n";
        String sum = "{\"e\":\"aggTrade\",\"s\":\"%s\",\"a\":9,\"p\":\"1\",\"q\":\"2\",\"T\":1723161255342,\"m\":true}\n";
        Path file = Feeds.write(folder, "x", single.formatted("A") + sum.formatted("A") + sum.formatted("B") + single.formatted("B")
            + single.formatted("A"));
        FeedScan scan = FeedScan.of(List.of(file), Feeds.options("binance-ws"), 5);
        FileTradeSource source = new FileTradeSource(List.of(file), Feeds.options("binance-ws"), scan.registry());
        assertThat(Feeds.replay(source)).extracting(Trade::tradeId).containsExactly(1L, 9L, 1L);
        for (FeedReport report : List.of(scan.report(), source.report())) {
            assertThat(Feeds.map(report.skippedByReason()))
                .containsOnly(entry("other stream: trade", 1L), entry("other stream: aggTrade", 1L));
        }
    }

    @Test
    void shouldGoOnInTimeFromPassToPass() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "100,1,1\n7200,2,1\n");
        FeedOptions options = Feeds.csv("time,price,quantity", "s").passes(3).build();
        FileTradeSource source = new FileTradeSource(List.of(file), options, FeedScan.of(List.of(file), options, 1).registry());
        List<Trade> trades = Feeds.replay(source);
        assertThat(trades).hasSize(6).isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
        assertThat(trades.get(2).timeNanos() - trades.get(0).timeNanos()).isEqualTo(2 * HOUR_NANOS);
        assertThat(trades.get(5).timeNanos() - trades.get(1).timeNanos()).isEqualTo(4 * HOUR_NANOS);
        assertThat(trades).extracting(Trade::price).containsExactly(1L, 2L, 1L, 2L, 1L, 2L);
        assertThat(source.report().lines()).isEqualTo(6);
        assertThat(Feeds.replay(source)).isEqualTo(trades);
    }

    @Test
    void shouldFailBeforeReadingIfAFileIsMissing() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1,1\n");
        FeedOptions options = Feeds.csv("time,price,quantity", "s").build();
        FileTradeSource source = new FileTradeSource(List.of(file, folder.resolve("y.csv")), options,
            FeedScan.of(List.of(file), options, 1).registry());
        assertThatThrownBy(() -> source.replay((id, time, price, quantity, tradeId, side) -> {
            throw new AssertionError("no trade must come");
        })).isInstanceOf(IOException.class).hasMessageEndingWith("y.csv: no such file");
        assertThatThrownBy(() -> FeedScan.of(List.of(), options, 1)).hasMessage("a feed must have a file: files=[]");
    }

    @Test
    void shouldAllocateNothingPerLineOfAWebsocketRecording() throws IOException {
        String line = "{\"e\":\"trade\",\"s\":\"A\",\"t\":1,\"p\":\"1.25\","
            + "\"q\":\"2\",\"T\":1723161255342,\"m\":true}\n{\"e\":\"depthUpdate\"}\n";
        Path few = Feeds.write(folder, "few", line.repeat(1_000));
        Path many = Feeds.write(folder, "many", line.repeat(101_000));
        FeedOptions options = Feeds.options("binance-ws");
        InstrumentRegistry registry = FeedScan.of(List.of(few), options, 1).registry();
        FileTradeSource source = new FileTradeSource(List.of(many), options, registry);
        Feeds.replayQuietly(source);
        Feeds.replayQuietly(source);
        long opening = Allocations.leastBytes(() -> Feeds.replayQuietly(new FileTradeSource(List.of(few), options, registry)));
        long reading = Allocations.leastBytes(() -> Feeds.replayQuietly(new FileTradeSource(List.of(many), options, registry)));
        assertThat(reading - opening).as("bytes for 200,000 lines more").isLessThan(1_000);
    }
}
