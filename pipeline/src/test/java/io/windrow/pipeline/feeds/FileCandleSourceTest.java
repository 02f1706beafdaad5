package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCandleSourceTest extends FileSourceContract {

    private static final String ALL = "time,open,high,low,close,volume,quote_volume,count,taker_buy_volume,taker_buy_quote_volume";

    @TempDir
    private Path folder;

    @Override
    FeedOptions.Builder options() {
        return Feeds.csvCandles(ALL, "s");
    }

    @Override
    String header() {
        return ALL;
    }

    @Override
    String line(int seconds) {
        return seconds + ",1.5,2,1.25,1.75,10.5,20.125,3,4,5.5";
    }

    @Override
    String badLine() {
        return "2,1.5,1.25,2,1.75,10.5,20.125,3,4,5.5";
    }

    @Override
    FeedOptions otherOptions() {
        return Feeds.options("binance-trades");
    }

    @Override
    String refusal() {
        return "a source of candles needs a feed of candles: content=trades";
    }

    @Override
    FileSource open(List<Path> from, FeedOptions options, FeedScan scan) {
        return new FileCandleSource(from, options, scan.registry());
    }

    @Test
    void shouldFindTheScalesOfPricesVolumesAndQuoteVolumes() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1.5,2,1.25,1.75,10.500,20.1250,3,4,5.5\n2,1,1,1,1,0,0,0,0,0\n");
        FeedScan scan = FeedScan.of(List.of(file), options().build(), 5);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "x", 2, 1, 3, 1, 1));
        assertThat(scan.quoteDecimals(0)).isEqualTo(3).isEqualTo(scan.symbols().get(0).instrument().quoteDecimals());
        assertThat(Feeds.rows(open(List.of(file), options().build(), scan))).containsExactly(
            Feeds.row(0, 1_000_000_000L, 150, 200, 125, 175, 105, 20_125, 3, 40, 5_500),
            Feeds.row(0, 2_000_000_000L, 100, 100, 100, 100, 0, 0, 0, 0, 0));
        assertThatThrownBy(() -> scan.quoteDecimals(1)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessage("no such instrument: id=1, size=1");
    }

    @Test
    void shouldKeepScalesThatTheOptionsSet() throws IOException {
        Path file = Feeds.write(folder, "x.csv", line(1) + "\n2,1,1,1,1,1,0.12345,0,0,0\n3,1,1,1,1,1,0,0,0,0.12345\n");
        FeedOptions options = options().priceDecimals(4).quantityDecimals(5).quoteDecimals(4).build();
        FeedScan scan = FeedScan.of(List.of(file), options, 5);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "x", 4, 5, 4, 1, 1));
        assertThat(scan.quoteDecimals(0)).isEqualTo(4).isEqualTo(options.quoteDecimals());
        FileSource source = open(List.of(file), options, scan);
        assertThat(Feeds.rows(source)).containsExactly(
            Feeds.row(0, 1_000_000_000L, 15_000, 20_000, 12_500, 17_500, 1_050_000, 201_250, 3, 400_000, 55_000));
        for (FeedReport report : List.of(scan.report(), source.report())) {
            assertThat(Feeds.map(report.badByReason())).containsOnly(entry("quote_volume has more decimals than its scale", 1L),
                entry("taker_buy_quote_volume has more decimals than its scale", 1L));
        }
    }

    @Test
    void shouldSayWhichColumnsThereAre() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1,1,1,1,1.5,7,A\n");
        FeedOptions options = Feeds.csvCandles("time,open,high,low,close,volume,count,symbol", "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 1);
        FileSource source = open(List.of(file), options, scan);
        assertThat(Feeds.rows(source)).containsExactly(Feeds.row(0, 1_000_000_000L, 1, 1, 1, 1, 15, 0, 7, 0, 0));
        assertThat(source.has(FeedColumn.COUNT)).isTrue();
        assertThat(source.has(FeedColumn.SYMBOL)).isTrue();
        assertThat(source.has(FeedColumn.QUOTE_VOLUME)).isFalse();
        assertThat(source.has(FeedColumn.TAKER_BUY_VOLUME)).isFalse();
        assertThat(source.has(FeedColumn.TAKER_BUY_QUOTE_VOLUME)).isFalse();
        assertThat(scan.quoteDecimals(0)).as("exact for price times quantity").isEqualTo(1);
    }

    @Test
    void shouldTakeTheQuoteScaleFromTheTakersShareAlone() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1,1,1,1,1,0.125\n");
        FeedOptions options = Feeds.csvCandles("time,open,high,low,close,volume,taker_buy_quote_volume", "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 1);
        assertThat(scan.quoteDecimals(0)).isEqualTo(3);
        assertThat(Feeds.rows(open(List.of(file), options, scan)))
            .containsExactly(Feeds.row(0, 1_000_000_000L, 1, 1, 1, 1, 1, 0, 0, 0, 125));
    }

    @Test
    void shouldTurnDownCandlesThatCannotBe() throws IOException {
        String[] lines = {
            "1,5,6,4,5,1", "2,5,4,6,5,1", "3,7,6,4,5,1", "4,3,6,4,5,1", "5,5,6,4,6.5,1", "6,5,6,4,3.99,1", "7,5,6,4,5,-1", "8,4,6,4,6,0",
            "9,-5,-4,-6,-5,1", "10,5,6,4,x,1", "11,5,6,4,5,", "12,5,6,4.001,4,1",
        };
        Path file = Feeds.write(folder, "x.csv", String.join("\n", lines));
        FeedOptions options = Feeds.csvCandles("time,open,high,low,close,volume", "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 1);
        FileSource source = open(List.of(file), options, scan);
        assertThat(Feeds.rows(source)).extracting(row -> row.get(1) / 1_000_000_000L).containsExactly(1L, 8L, 9L);
        assertThat(scan.registry().get(0).priceDecimals()).as("bad candles ask for no scale").isZero();
        assertThat(Feeds.map(scan.report().badByReason())).containsOnly(entry("low is above high", 1L),
            entry("open is not between low and high", 2L), entry("close is not between low and high", 3L), entry("volume is negative", 1L),
            entry("close is not a number", 1L), entry("volume is not a number", 1L));
        Map<String, Long> replayed = Feeds.map(source.report().badByReason());
        assertThat(replayed.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(9);
        assertThat(replayed).containsEntry("low is above high", 1L).containsEntry("volume is negative", 1L);
    }

    @Test
    void shouldCompareTheFourPricesAtOneScale() throws IOException {
        // The close asks for a finer scale than the three prices read before it.
        Path file = Feeds.write(folder, "x.csv", "1,5,6,4,5.9999,1\n2,9000000000000000000,9000000000000000000,1,1.5,1\n");
        FeedOptions options = Feeds.csvCandles("time,open,high,low,close,volume", "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 1);
        assertThat(Feeds.rows(open(List.of(file), options, scan)))
            .containsExactly(Feeds.row(0, 1_000_000_000L, 50_000, 60_000, 40_000, 59_999, 1, 0, 0, 0, 0));
        assertThat(Feeds.map(scan.report().badByReason())).containsOnly(entry("open does not fit", 1L));
    }

    @Test
    void shouldNotRaiseTheScaleOfQuoteVolumesBeyondWhatTheLargestBears() throws IOException {
        Path file = Feeds.write(folder, "x.csv", "1,1,1,1,1,1,9000000000000000,1,1,1\n2,1,1,1,1,1,0.0001,1,1,1\n"
            + "3,1,1,1,1,1,0.001,1,1,1\n4,1,1,1,1,1,0.0001,1,1,1\n");
        FeedScan scan = FeedScan.of(List.of(file), options().build(), 1);
        assertThat(scan.quoteDecimals(0)).isEqualTo(3);
        assertThat(Feeds.map(scan.report().badByReason())).containsOnly(entry("quote_volume does not fit", 2L));
        assertThat(Feeds.rows(open(List.of(file), options().build(), scan))).hasSize(2);
    }

    @Test
    void shouldReadAtTheScalesOfAnyRegistry() throws IOException {
        Path file = Feeds.write(folder, "BTC.csv", line(1) + "\n" + line(2).replace("20.125", "20.12") + "\n");
        InstrumentRegistry registry = new InstrumentRegistry(2);
        registry.register("ETH", 2, 2, 1, 1, 1);
        registry.register("BTC", 3, 2, 2, 1, 1);
        FileCandleSource source = new FileCandleSource(List.of(file), options().build(), registry);
        assertThat(Feeds.rows(source))
            .containsExactly(Feeds.row(1, 2_000_000_000L, 1_500, 2_000, 1_250, 1_750, 1_050, 2_012, 3, 400, 550));
        assertThat(Feeds.map(source.report().badByReason())).containsOnly(entry("quote_volume has more decimals than its scale", 1L));
    }

    @Test
    void shouldRefuseOptionsThatMakeNoSense() {
        assertThatThrownBy(() -> Feeds.csvCandles("time,open,high,low,close", "s").build()).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("column is missing: column=volume, columns=time,open,high,low,close");
        assertThatThrownBy(() -> Feeds.csvCandles("time,open,high,low,price,volume", "s").build()).hasMessage("unknown column: column=price"
            + " (known: time, open, high, low, close, volume, quote_volume, count, taker_buy_volume, taker_buy_quote_volume, symbol, -)");
        assertThatThrownBy(() -> FeedOptions.builder(FeedFormat.CSV_CANDLES).columns(ALL).build())
            .hasMessage("format csv-candles needs timeUnit: format=csv-candles, timeUnit=null");
        assertThatThrownBy(() -> FeedOptions.builder(FeedFormat.BINANCE_KLINES).columns(ALL).build())
            .hasMessage("columns is for formats csv and csv-candles only: format=binance-klines, columns=" + ALL);
        assertThatThrownBy(() -> options().quoteDecimals(19)).hasMessage("decimals must be 0 to 18: decimals=19");
    }
}
