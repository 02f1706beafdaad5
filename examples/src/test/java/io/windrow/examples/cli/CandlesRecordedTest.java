package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code candles} of recorded files against the bars that others made of them, and against sums of {@link BigDecimal}. */
class CandlesRecordedTest {

    private static final String BINANCE = "binance-ws/spot_btcusdt_20240808.gz";
    private static final Pattern TRADE =
        Pattern.compile("\"e\":\"trade\".*\"p\":\"([^\"]*)\",\"q\":\"([^\"]*)\",\"T\":(\\d+),\"m\":(true|false)");

    @TempDir
    private Path folder;

    @Test
    void shouldMakeEveryMinuteBarOfCoinbaseFromItsSecondBars() {
        long midnightMillis = LocalDate.of(2016, 10, 7).toEpochDay() * 86_400_000;
        List<List<BigDecimal>> expected = new ArrayList<>();
        for (String line : SharedData.lines("coinbase-btcusd/minute/20161007_trade.zip")) {
            String[] bar = line.split(",");
            long open = midnightMillis + Long.parseLong(bar[0]);
            expected.add(CandleRows.row(open, bar[1], bar[2], bar[3], bar[4], bar[5], open + 59_999, "", "", "", ""));
        }
        assertThat(CandleRows.of(SharedData.file("coinbase-btcusd/second/20161007_trade.zip"), "--format csv-candles"
            + " --columns time,open,high,low,close,volume --day 2016-10-07 --timeframe 1m")).isEqualTo(expected).hasSizeGreaterThan(1_400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-05-01", "2014-05-02", "2014-05-04", "2014-05-05", "2014-05-06"})
    void shouldMakeEverySecondAndMinuteBarOfTheFxTicks(String day) {
        String name = "/" + day.replace("-", "") + "_quote.zip";
        String options = "--format csv --columns time,bid,ask --zone America/New_York --day " + day;
        Path ticks = SharedData.file("fx-eurusd/tick" + name);
        assertThat(prices(CandleRows.of(ticks, options + " --timeframe 1s"))).isEqualTo(bars("second" + name, day, 1_000, 1));
        assertThat(prices(CandleRows.of(ticks, options + " --timeframe 1m"))).isEqualTo(bars("minute" + name, day, 60_000, 1));
        assertThat(prices(CandleRows.of(ticks, options + " --timeframe 1s --quote-side ask")))
            .isEqualTo(bars("second" + name, day, 1_000, 6));
        assertThat(prices(CandleRows.of(ticks, options + " --timeframe 1m --quote-side ASK")))
            .isEqualTo(bars("minute" + name, day, 60_000, 6));
    }

    /** Times, prices and volume; how many ticks there were, the bars do not say. */
    private static List<List<BigDecimal>> prices(List<List<BigDecimal>> rows) {
        List<List<BigDecimal>> prices = new ArrayList<>();
        for (List<BigDecimal> row : rows) {
            assertThat(row.get(7)).isNull();
            assertThat(row.get(8)).isPositive();
            assertThat(row.subList(9, 11)).containsOnlyNulls();
            prices.add(row.subList(0, 7));
        }
        return prices;
    }

    private static List<List<BigDecimal>> bars(String name, String day, long stepMillis, int column) {
        long midnight = LocalDate.parse(day).atStartOfDay(ZoneId.of("America/New_York")).toInstant().toEpochMilli();
        List<List<BigDecimal>> bars = new ArrayList<>();
        for (String line : SharedData.lines("fx-eurusd/" + name)) {
            String[] bar = line.split(",");
            long open = midnight + Long.parseLong(bar[0]);
            bars.add(CandleRows.row(open, bar[column], bar[column + 1], bar[column + 2], bar[column + 3], 0, open + stepMillis - 1));
        }
        assertThat(bars).isNotEmpty();
        return bars;
    }

    @Test
    void shouldMakeTheMidOfTheFxTicksExactWithOneDecimalMore() {
        List<String> ticks = SharedData.lines("fx-eurusd/tick/20140502_quote.zip");
        List<List<BigDecimal>> rows = CandleRows.of(SharedData.file("fx-eurusd/tick/20140502_quote.zip"),
            "--format csv --columns time,bid,ask --day 2014-05-02 --kind tick --size 1 --quote-side mid");
        assertThat(rows).hasSameSizeAs(ticks);
        for (int i = 0; i < ticks.size(); i++) {
            String[] tick = ticks.get(i).split(",");
            BigDecimal mid = new BigDecimal(tick[1]).add(new BigDecimal(tick[2])).divide(BigDecimal.valueOf(2));
            assertThat(rows.get(i).subList(1, 5)).as("tick %s", i).isEqualTo(CandleRows.row(mid, mid, mid, mid));
        }
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "1m, 60000", "1d, 86400000"})
    void shouldMakeTheCandlesOfBinanceWithQuoteVolumesCountsAndTheTakersShare(String timeframe, long stepMillis) {
        assertThat(CandleRows.of(SharedData.file(BINANCE), "--format binance-ws --timeframe " + timeframe))
            .isEqualTo(List.copyOf(sums(stepMillis).values()));
    }

    private static Map<Long, List<BigDecimal>> sums(long stepMillis) {
        Map<Long, List<BigDecimal>> candles = new TreeMap<>();
        for (String line : SharedData.lines(BINANCE)) {
            Matcher trade = TRADE.matcher(line);
            if (trade.find()) {
                BigDecimal price = new BigDecimal(trade.group(1));
                BigDecimal quantity = new BigDecimal(trade.group(2));
                BigDecimal bought = trade.group(4).equals("false") ? quantity : BigDecimal.ZERO;
                long open = Long.parseLong(trade.group(3)) / stepMillis * stepMillis;
                List<BigDecimal> one = CandleRows.row(open, price, price, price, price, quantity, open + stepMillis - 1,
                    price.multiply(quantity), 1, bought, price.multiply(bought));
                candles.merge(open, one, CandlesRecordedTest::join);
            }
        }
        return candles;
    }

    private static List<BigDecimal> join(List<BigDecimal> a, List<BigDecimal> b) {
        return CandleRows.row(a.get(0), a.get(1), a.get(2).max(b.get(2)), a.get(3).min(b.get(3)), b.get(4), a.get(5).add(b.get(5)),
            a.get(6), a.get(7).add(b.get(7)), a.get(8).add(b.get(8)), a.get(9).add(b.get(9)), a.get(10).add(b.get(10)));
    }

    @ParameterizedTest
    @CsvSource({"1m", "1h", "1w", "1mo"})
    void shouldMakeTheSameOfItsOwnCandlesAsOfTheTrades(String timeframe) throws IOException {
        Path seconds = folder.resolve("BTCUSDT-1s.csv");
        Path trades = SharedData.file(BINANCE);
        CommandLineRun run = CandleRows.run(trades, "--format binance-ws --timeframe 1s --out " + seconds);
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).isEmpty();
        CommandLineRun direct = CandleRows.run(trades, "--format binance-ws --timeframe " + timeframe);
        CommandLineRun fromKlines = CandleRows.run(seconds, "--format binance-klines --timeframe " + timeframe);
        assertThat(fromKlines.out).isEqualTo(direct.out).hasLineCount(CandleRows.read(direct.out).size() + 1);
        CommandLineRun fromCsv = CandleRows.run(seconds, "--format csv-candles --columns time,open,high,low,close,volume,-,quote_volume,"
            + "count,taker_buy_volume,taker_buy_quote_volume --timeframe " + timeframe);
        assertThat(fromCsv.out).isEqualTo(direct.out);
        assertThat(Files.readString(seconds)).isEqualTo(CandleRows.run(trades, "--format binance-ws --timeframe 1s").out);
    }

    @Test
    void shouldLeaveNothingOutWhateverClosesTheCandles() {
        Path trades = SharedData.file(BINANCE);
        List<BigDecimal> all = CandleRows.of(trades, "--format binance-ws --timeframe 1d").stream().reduce(CandlesRecordedTest::join)
            .orElseThrow();
        for (String kind : new String[] {"tick --size 100", "volume --size 1.5", "value --size 100000.5", "range --size 25",
            "tick-imbalance --size 50", "volume-imbalance --size 50", "value-imbalance --size 50", "tick-runs --size 50",
            "volume-runs --size 50", "value-runs --size 50", "renko --size 25.5", "heikin-ashi --timeframe 1s"}) {
            List<List<BigDecimal>> rows = CandleRows.of(trades, "--format binance-ws --kind " + kind);
            List<BigDecimal> sum = rows.stream().reduce(CandlesRecordedTest::join).orElseThrow();
            assertThat(rows).as(kind).hasSizeGreaterThan(10);
            assertThat(sum.get(5)).as(kind).isEqualTo(all.get(5));
            assertThat(sum.subList(7, 11)).as(kind).isEqualTo(all.subList(7, 11));
        }
    }

    @Test
    void shouldCloseTickAndVolumeCandlesAtTheirSize() {
        Path trades = SharedData.file(BINANCE);
        List<BigDecimal> counts = CandleRows.column(CandleRows.of(trades, "--format binance-ws --kind tick --size 100"), 8);
        assertThat(counts.subList(0, counts.size() - 1)).hasSize(97).containsOnly(CandleRows.row(100).get(0));
        assertThat(counts.get(97)).isEqualTo(new BigDecimal(57));
        List<BigDecimal> volumes = CandleRows.column(CandleRows.of(trades, "--format binance-ws --kind volume --size 1.5"), 5);
        assertThat(volumes.subList(0, volumes.size() - 1)).allMatch(volume -> volume.compareTo(new BigDecimal("1.5")) >= 0);
        List<List<BigDecimal>> closed = CandleRows.of(trades, "--format binance-ws --kind tick --size 100 --closed-only");
        assertThat(CandleRows.column(closed, 8)).isEqualTo(counts.subList(0, 97));
    }

    @Test
    void shouldMakeTheSameWhereNothingIsLateOrADuplicate() {
        String all = CandleRows.run(SharedData.file(BINANCE), "--format binance-ws --timeframe 1s").out;
        CommandLineRun merged = CandleRows.run(SharedData.file(BINANCE),
            "--format binance-ws --timeframe 1s --late merge --lateness 10s --dedupe 1000");
        assertThat(merged.out).isEqualTo(all);
        assertThat(merged.err).contains("trades of BTCUSDT: 9,757 taken, 0 late and merged, 0 late and dropped, 0 duplicates,");
        Path twice = SharedData.file(BINANCE);
        CommandLineRun deduped = CandleRows.call("--input", twice.toString(), twice.toString(), "--format", "binance-ws", "--timeframe",
            "1s", "--late", "drop", "--dedupe", "10000");
        assertThat(deduped.out).isEqualTo(all);
        assertThat(deduped.err).contains("9,757 taken, 0 late and merged, 0 late and dropped, 9,757 duplicates,");
    }
}
