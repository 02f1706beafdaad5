package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinanceKlinesTest {

    private static final String HEADER = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
        + "taker_buy_quote_volume,ignore";
    private static final String SPOT = "1735689600000000,93576.00,93610.93,93537.50,93610.93,8.21827,1735689659999999,768978.0018464,2631,"
        + "3.95157,369757.3249732,0";
    private static final String FUTURES = "1723161240000,61837.5,61840,61830,61831.2,12.5,1723161299999,772900.25,311,6.25,386450,0";

    @TempDir
    private Path folder;

    private final LineDecoder decoder = Feeds.options("binance-klines").newDecoder();

    @Test
    void shouldReadSpotAndFutures() {
        assertThat(Feeds.decodeRow(decoder, HEADER)).isEqualTo("SKIPPED header");
        assertThat(Feeds.decodeRow(decoder, SPOT)).isEqualTo(" 1735689600000000000 open=93576.00 high=93610.93 low=93537.50 "
            + "close=93610.93 volume=8.21827 quote_volume=768978.0018464 count=2631 taker_buy_volume=3.95157 "
            + "taker_buy_quote_volume=369757.3249732");
        String futures = " 1723161240000000000 open=61837.5 high=61840 low=61830 close=61831.2 volume=12.5 quote_volume=772900.25 "
            + "count=311 taker_buy_volume=6.25 taker_buy_quote_volume=386450";
        assertThat(Feeds.decodeRow(decoder, FUTURES)).isEqualTo(futures);
        assertThat(Feeds.decodeRow(decoder, FUTURES.substring(0, FUTURES.length() - 2))).as("11 columns").isEqualTo(futures);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThat(Feeds.decodeRow(decoder, "")).isEqualTo("SKIPPED blank line");
        assertThat(Feeds.decodeRow(decoder, "1,2,3")).isEqualTo("BAD wrong number of columns");
        assertThat(Feeds.decodeRow(decoder, HEADER)).as("not the first line").isEqualTo("BAD time is not a number");
        assertThat(Feeds.decodeRow(decoder, FUTURES + ",1")).isEqualTo("BAD wrong number of columns");
        assertThat(Feeds.decodeRow(decoder, FUTURES.substring(1))).isEqualTo("BAD time has neither 13, 16 nor 19 digits");
        assertThat(Feeds.decodeRow(decoder, "\"" + FUTURES)).isEqualTo("BAD quotes do not match");
        decoder.restart();
        assertThat(Feeds.decodeRow(decoder, HEADER.substring(0, HEADER.lastIndexOf(',')))).isEqualTo("SKIPPED header");
    }

    @Test
    void shouldReplayAZipOfTwoMonthsWithAHeaderEach() throws IOException {
        String second = FUTURES.replace("1723161240000,", "1723161300000,").replace(",311,", ",3.5,");
        Path file = Files.write(folder.resolve("BTCUSDT-1m-2024-08.zip"),
            Feeds.zip("a.csv", HEADER + "\n" + FUTURES + "\n", "b.csv", HEADER + "\n" + second + "\n" + FUTURES + "\n"));
        FeedOptions options = Feeds.options("binance-klines");
        FeedScan scan = FeedScan.of(List.of(file), options, 1);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "BTCUSDT", 1, 2, 2, 1, 1));
        assertThat(scan.quoteDecimals(0)).isEqualTo(2);
        FileSource source = Feeds.open(List.of(file), options, scan);
        List<Long> row = Feeds.row(0, 1_723_161_240_000_000_000L, 618_375, 618_400, 618_300, 618_312, 1_250, 77_290_025, 311, 625,
            38_645_000);
        assertThat(Feeds.rows(source)).containsExactly(row, row);
        assertThat(source.report()).hasToString("lines=5, rows=2, skipped=2, bad=1");
        assertThat(source.report().firstBadLines().get(0).reason()).isEqualTo("count has more decimals than its scale");
        assertThat(options.content()).isEqualTo(FeedContent.CANDLES);
        assertThat(source.has(FeedColumn.TAKER_BUY_QUOTE_VOLUME)).isTrue();
        assertThat(source.has(FeedColumn.SYMBOL)).isFalse();
        assertThat(source.has(FeedColumn.PRICE)).isFalse();
    }
}
