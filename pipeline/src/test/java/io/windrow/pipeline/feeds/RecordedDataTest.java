package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.testing.SharedData;
import io.windrow.pipeline.feeds.Feeds.Trade;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Recorded data, read once by the feed and once in the plainest way there is: regular expressions and {@link BigDecimal}. */
class RecordedDataTest {

    private static final Pattern EVENT = Pattern.compile("\"e\":\"(\\w+)\"");
    private static final Pattern STREAM = Pattern.compile("\"stream\":\"\\w+@(\\w+)");
    private static final FeedOptions WS = Feeds.options("binance-ws");

    @Test
    void shouldReadTheSpotRecording() throws IOException {
        List<Trade> trades = assertReads(SharedData.file("binance-ws/spot_btcusdt_20240808.gz"), "BTCUSDT", 9757);
        for (int i = 1; i < trades.size(); i++) {
            assertThat(trades.get(i).tradeId()).isEqualTo(trades.get(i - 1).tradeId() + 1);
        }
    }

    @Test
    void shouldReadTheFuturesRecording() throws IOException {
        List<Trade> trades = assertReads(SharedData.file("binance-ws/cm_btcusd_perp_20240808.gz"), "BTCUSD_PERP", 2286);
        for (int i = 1; i < trades.size(); i++) {
            assertThat(trades.get(i).tradeId()).isEqualTo(trades.get(i - 1).tradeId() + 1);
        }
    }

    @Test
    void shouldReadAggregatesOfFourSymbolsAndControlLines() throws IOException {
        Path file = SharedData.file("exchange-ws/BINANCE_FUTURES.ws.1.0.gz");
        FeedScan scan = FeedScan.of(List.of(file), WS, 10);
        assertThat(scan.report()).hasToString("lines=1536, rows=91, skipped=1444, bad=1");
        assertThat(scan.symbols()).extracting(s -> s.instrument().symbol() + s.rows())
            .containsExactlyInAnyOrder("CTKUSDT38", "SUSHIUSDT40", "AKROUSDT8", "KEEPUSDT5");
        assertThat(scan.report().firstBadLines().get(0).line()).isEqualTo(1);
        assertThat(scan.report().firstBadLines().get(0).excerpt()).startsWith("wss://fstream.binance.com/stream?streams=").hasSize(80);
    }

    @Test
    void shouldTakeRecordingsOfOtherExchangesForWhatTheyAre() throws IOException {
        for (String name : new String[] {"COINBASE.ws.28.0.gz", "KRAKEN.ws.48.0.gz"}) {
            FeedReport report = FeedScan.of(List.of(SharedData.file("exchange-ws/" + name)), WS, 10).report();
            assertThat(report.rows()).isZero();
            assertThat(report.skipped() + report.bad()).isEqualTo(report.lines()).isPositive();
        }
    }

    @Test
    void shouldReadADayOfShareTrades() throws IOException {
        Path file = SharedData.file("us-equity-ticks/spy_20131007_trade.zip");
        LocalDate day = LocalDate.of(2013, 10, 7);
        ZoneId zone = ZoneId.of("America/New_York");
        FeedOptions options = Feeds.csv("time,price,quantity", "ms").day(day).zone(zone).priceScale(10_000).build();
        FeedScan scan = FeedScan.of(List.of(file), options, 10);
        assertThat(scan.report()).hasToString("lines=250601, rows=250601, skipped=0, bad=0");
        assertThat(scan.registry().get(0).symbol()).isEqualTo("spy");
        FileTradeSource source = new FileTradeSource(List.of(file), options, scan.registry());
        List<Trade> trades = Feeds.replay(source);
        int priceDecimals = scan.registry().get(0).priceDecimals();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            zip.getNextEntry();
            BufferedReader reader = new BufferedReader(new InputStreamReader(zip, StandardCharsets.ISO_8859_1));
            for (Trade trade : trades) {
                String[] parts = reader.readLine().split(",");
                long nanos = day.atTime(LocalTime.ofNanoOfDay(Long.parseLong(parts[0]) * 1_000_000)).atZone(zone).toInstant()
                    .toEpochMilli() * 1_000_000;
                assertThat(trade.timeNanos()).isEqualTo(nanos);
                assertThat(BigDecimal.valueOf(trade.price(), priceDecimals))
                    .isEqualByComparingTo(new BigDecimal(parts[1]).movePointLeft(4));
                assertThat(trade.quantity()).isEqualTo(Long.parseLong(parts[2]));
            }
            assertThat(reader.readLine()).isNull();
        }
    }

    private static List<Trade> assertReads(Path file, String symbol, int count) throws IOException {
        FeedScan scan = FeedScan.of(List.of(file), WS, 10);
        FileTradeSource source = new FileTradeSource(List.of(file), WS, scan.registry());
        List<Trade> trades = Feeds.replay(source);
        assertThat(trades).hasSize(count);
        assertThat(scan.symbols()).hasSize(1);
        Instrument instrument = scan.registry().get(0);
        assertThat(instrument.symbol()).isEqualTo(symbol);
        Map<String, Long> skipped = new HashMap<>();
        assertThat(trades).isEqualTo(readPlainly(file, instrument, skipped));
        for (FeedReport report : List.of(scan.report(), source.report())) {
            assertThat(report.bad()).isZero();
            assertThat(report.rows()).isEqualTo(count);
            assertThat(Feeds.map(report.skippedByReason())).isEqualTo(skipped);
        }
        return trades;
    }

    private static List<Trade> readPlainly(Path file, Instrument instrument, Map<String, Long> skipped) throws IOException {
        List<Trade> trades = new ArrayList<>();
        int priceDecimals = 0;
        int quantityDecimals = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)),
            StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher event = EVENT.matcher(line);
                if (!event.find()) {
                    event = STREAM.matcher(line);
                    if (!event.find()) {
                        // One snapshot of the book at the beginning, which came over another way.
                        assertThat(line).contains(" {\"lastUpdateId\":");
                        skipped.merge("no event type", 1L, Long::sum);
                        continue;
                    }
                }
                if (!event.group(1).equals("trade")) {
                    skipped.merge("other stream: " + event.group(1), 1L, Long::sum);
                    continue;
                }
                BigDecimal price = new BigDecimal(find(line, "\"p\":\"([^\"]+)\""));
                BigDecimal quantity = new BigDecimal(find(line, "\"q\":\"([^\"]+)\""));
                priceDecimals = Math.max(priceDecimals, price.stripTrailingZeros().scale());
                quantityDecimals = Math.max(quantityDecimals, quantity.stripTrailingZeros().scale());
                trades.add(new Trade(0, Long.parseLong(find(line, "\"T\":(\\d+)")) * 1_000_000,
                    price.movePointRight(instrument.priceDecimals()).longValueExact(),
                    quantity.movePointRight(instrument.quantityDecimals()).longValueExact(),
                    Long.parseLong(find(line, "\"t\":(\\d+)")), line.contains("\"m\":true") ? -1 : 1));
            }
        }
        assertThat(instrument.priceDecimals()).isEqualTo(priceDecimals);
        assertThat(instrument.quantityDecimals()).isEqualTo(quantityDecimals);
        return trades;
    }

    private static String find(String line, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
