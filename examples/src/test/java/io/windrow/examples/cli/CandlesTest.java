package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code candles} as a user calls it: what it prints where, and what it refuses. */
class CandlesTest {

    private static final String CSV = "--format csv --columns time,price,quantity,side,id ";
    private static final String TRADES = """
        time,price,quantity,side,id
        1000,10.5,2,buy,1
        2500,11,1.25,sell,2
        61000,9.75,4,buy,3
        240999,10,1,sell,4
        """;

    @TempDir
    private Path folder;

    private Path trades;

    @BeforeEach
    void writeTrades() throws IOException {
        trades = write("AB-trades.csv", TRADES);
    }

    @Test
    void shouldPrintTheCandlesAndNothingElse() {
        CommandLineRun run = CandleRows.run(trades, CSV + "--timeframe 1m");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).isEqualTo(CandleRows.HEADER + "\n"
            + "0,10.50,11.00,10.50,11.00,3.25,59999,34.7500,2,2.00,21.0000\n"
            + "60000,9.75,9.75,9.75,9.75,4.00,119999,39.0000,1,4.00,39.0000\n"
            + "240000,10.00,10.00,10.00,10.00,1.00,299999,10.0000,1,0.00,0.0000\n");
        assertThat(run.err.lines()).containsExactly("read 5 lines: 4 trades, 1 skipped (header 1), 0 bad",
            "trades of AB: 4 taken, 0 late and merged, 0 late and dropped, 0 duplicates, 0 with a number too old to tell",
            "candles of 1m: 3 written, opened 1970-01-01T00:00:00Z to 1970-01-01T00:04:00Z; 296 bytes off the heap");
    }

    @Test
    void shouldFillGapsWithFlatCandlesIfAsked() {
        assertThat(CandleRows.run(trades, CSV + "--timeframe 1m --gaps flat").out).contains(
            "\n120000,9.75,9.75,9.75,9.75,0.00,179999,0.0000,0,0.00,0.0000\n180000,9.75,9.75,9.75,9.75,0.00,239999,0.0000,0,0.00,0.0000\n")
            .hasLineCount(6);
    }

    @Test
    void shouldLeaveOutTheCandleThatNoTradeHasClosedIfAsked() {
        CommandLineRun run = CandleRows.run(trades, CSV + "--timeframe 1m --closed-only");
        assertThat(run.out).hasLineCount(3).endsWith(",39.0000\n");
        assertThat(run.err).endsWith("left out: the candle that opened at 1970-01-01T00:04:00Z, as no trade has closed it"
            + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"s,240,299", "ms,240000,299999", "us,240000000,299999999", "ns,240000000000,299999999999"})
    void shouldWriteTimesInTheUnitAskedFor(String unit, String open, String close) {
        assertThat(CandleRows.run(trades, CSV + "--timeframe 1m --out-time-unit " + unit).out)
            .contains("\n" + open + ",10.00,10.00,10.00,10.00,1.00," + close + ",");
    }

    @Test
    void shouldCutOffWhatIsNoWholeUnit() {
        assertThat(CandleRows.run(trades, CSV + "--kind tick --size 2 --out-time-unit s").out)
            .contains("\n1,10.50,11.00,10.50,11.00,3.25,2,", "\n61,9.75,10.00,9.75,10.00,5.00,240,");
    }

    @Test
    void shouldOpenWeeksOnMondaysAndMonthsOnTheirFirst() throws IOException {
        // 2024-02-29, a Thursday; 2024-03-01; 2024-03-05, a Tuesday.
        Path days = write("days.csv", "1709164800,1,2,1,2,5\n1709251200,1,2,1,2,5\n1709596800,1,2,1,2,5\n");
        String options = "--format csv-candles --time-unit s --columns time,open,high,low,close,volume --out-time-unit s --timeframe ";
        assertThat(CandleRows.column(CandleRows.of(days, options + "1w"), 0)).isEqualTo(CandleRows.row(1708905600, 1709510400));
        assertThat(CandleRows.column(CandleRows.of(days, options + "1mo"), 0)).isEqualTo(CandleRows.row(1706745600, 1709251200));
        assertThat(CandleRows.column(CandleRows.of(days, options + "1mo"), 6)).isEqualTo(CandleRows.row(1709251199, 1711929599));
    }

    @Test
    void shouldLeaveFieldsEmptyThatTheInputDoesNotHave() throws IOException {
        assertThat(CandleRows.run(trades, "--format csv --columns time,price,quantity --timeframe 1m").out)
            .contains("\n0,10.50,11.00,10.50,11.00,3.25,59999,34.7500,2,,\n");
        assertThat(CandleRows.run(trades, CSV + "--timeframe 1m --layout ohlcv").out)
            .contains("\n0,10.50,11.00,10.50,11.00,3.25,59999,,,,\n");
        Path bars = write("bars.csv", "0,10,12,9,11,7,3\n60000,11,11,11,11,2,1\n");
        assertThat(CandleRows.run(bars, "--format csv-candles --columns time,open,high,low,close,volume,count --timeframe 1h").out)
            .contains("\n0,10,12,9,11,9,3599999,,4,,\n");
        Path coarse = write("coarse.csv", "0,10.25,10.25,10.25,10.25,7.5,77\n");
        assertThat(CandleRows.run(coarse, "--format csv-candles --columns time,open,high,low,close,volume,quote_volume --timeframe 1h").out)
            .contains("\n0,10.25,10.25,10.25,10.25,7.5,3599999,77,,,\n");
        Path quotes = write("quotes.csv", "0,10.5,10.75\n10,10.25,10.5\n");
        assertThat(CandleRows.run(quotes, "--format csv --columns time,bid,ask --timeframe 1m --quote-side mid").out)
            .contains("\n0,10.625,10.625,10.375,10.375,0,59999,,2,,\n");
    }

    @Test
    void shouldLeaveOutQuotesWithoutAPriceOnTheirSide() throws IOException {
        Path quotes = write("quotes.csv", "0,0,5\n10,4,0\n20,3,6\n");
        String options = "--format csv --columns time,bid,ask --timeframe 1m --quote-side ";
        assertThat(CandleRows.run(quotes, options + "bid").out).contains("\n0,4,4,3,3,0,59999,,2,,\n");
        assertThat(CandleRows.run(quotes, options + "ask").out).contains("\n0,5,6,5,6,0,59999,,2,,\n");
        CommandLineRun mid = CandleRows.run(quotes, options + "mid");
        assertThat(mid.out).contains("\n0,4.5,4.5,4.5,4.5,0,59999,,1,,\n");
        assertThat(mid.err).contains(", 2 without a price on the side mid");
        CommandLineRun none = CandleRows.run(write("bids.csv", "0,5,0\n"), options + "mid");
        assertThat(none.exit).isEqualTo(1);
        assertThat(none.out).isEmpty();
        assertThat(none.err).contains("quotes of bids: 0 taken, ", ", 1 without a price on the side mid", "candles of 1m: 0 written; ");
    }

    @Test
    void shouldAverageHeikinAshiCandlesOneFromTheOther() {
        List<List<BigDecimal>> rows = CandleRows.of(trades, CSV + "--kind heikin-ashi --timeframe 1m");
        assertThat(rows.get(0).subList(1, 6)).isEqualTo(CandleRows.row("10.75", "11", "10.5", "10.75", "3.25"));
        assertThat(rows.get(1).subList(1, 6)).isEqualTo(CandleRows.row("10.75", "10.75", "9.75", "9.75", "4"));
        assertThat(rows.get(2).subList(1, 6)).isEqualTo(CandleRows.row("10.25", "10.25", "10", "10", "1"));
    }

    @Test
    void shouldGoOnPastBadLinesAndSayWhichTheyWere() throws IOException {
        Path file = write("AB.csv", TRADES.replace("2500,11,", "2500,eleven,") + "nonsense\n");
        CommandLineRun run = CandleRows.run(file, CSV + "--timeframe 1m");
        assertThat(run.exit).isZero();
        assertThat(CandleRows.read(run.out)).hasSize(3);
        assertThat(run.err).contains("3 trades, 1 skipped (header 1), 2 bad (price is not a number 1, too few columns 1)",
            "AB.csv:3: price is not a number: 2500,eleven,1.25,sell,2", "AB.csv:6: too few columns: nonsense");
    }

    @Test
    void shouldGoOnPastRowsWhoseNumbersCannotBe() throws IOException {
        Path file = write("bars.csv", "0,1,1,1,1,5,9\n1000,2,2,2,2,5,5\n");
        CommandLineRun run = CandleRows.run(file, "--format csv-candles --columns time,open,high,low,close,volume,taker_buy_volume "
            + "--timeframe 1m");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).contains("\n0,2,2,2,2,5,59999,,,5,\n").hasLineCount(2);
        assertThat(run.err).contains("candles of bars: 1 taken, ", "refused: 1, the first as taker-buy volume must be 0 to the volume: "
            + "takerBuyVolume=9, volume=5");
    }

    @Test
    void shouldFailIfThereIsNothingToMakeCandlesOf() throws IOException {
        CommandLineRun run = CandleRows.run(write("AB.csv", "time,price\n1,x\n"), CSV + "--timeframe 1m");
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err.lines()).containsExactly(
            "windrow: no trades in the input: read 2 lines: 0 trades, 1 skipped (header 1), 1 bad (too few columns 1)");
    }

    @Test
    void shouldWriteTheFileWholeOrNotAtAll() throws IOException {
        Path out = write("out.csv", "before");
        CommandLineRun late = CandleRows.run(write("late.csv", "2000,1,1\n61000,1,1\n3000,1,1\n"),
            "--format csv --columns time,price,quantity --timeframe 1m --late reject --out " + out);
        assertThat(late.exit).isEqualTo(1);
        assertThat(late.err.lines()).hasSize(1).first().asString().startsWith("windrow: trade must not be older than what is closed: "
            + "timeNanos=3000000000, closedUntilNanos=60000000000");
        assertThat(out).hasContent("before");
        assertThat(CandleRows.run(trades, CSV + "--timeframe 1m --out " + out).exit).isZero();
        assertThat(Files.readString(out)).isEqualTo(CandleRows.run(trades, CSV + "--timeframe 1m").out);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("AB-trades.csv", "late.csv", "out.csv");
        }
    }

    @Test
    void shouldStopWhereASumDoesNotFit() throws IOException {
        Path file = write("large.csv", "1,1.00000001,50000000000\n2,1,50000000000\n");
        String options = "--format csv --columns time,price,quantity --timeframe 1m";
        CommandLineRun run = CandleRows.run(file, options);
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.err).startsWith("windrow: sums of a candle must fit a long at their scale, and --layout ohlcv keeps no quote "
            + "volumes: timeNanos=2000000 (");
        CommandLineRun bare = CandleRows.run(file, options + " --layout ohlcv");
        assertThat(bare.exit).as(bare.err).isZero();
        assertThat(bare.out).contains("\n0,1.00000001,1.00000001,1.00000000,1.00000000,100000000000,59999,,,,\n");
    }

    @Test
    void shouldRefuseQuoteVolumesOfMoreDecimalsThanThereAre() throws IOException {
        Path file = write("fine.csv", "1,0.0000000001,0.000000001\n");
        String options = "--format csv --columns time,price,quantity --timeframe 1m";
        assertWrongCall(CandleRows.run(file, options), "quote volumes need the decimals of price and quantity together, at most 18, and "
            + "--layout ohlcv keeps none: decimals=19");
        assertThat(CandleRows.run(file, options + " --layout ohlcv").out)
            .contains("\n0,0.0000000001,0.0000000001,0.0000000001,0.0000000001,0.000000001,59999,,,,\n");
    }

    @Test
    void shouldMakeCandlesOfTheSymbolThatIsChosen() throws IOException {
        Path file = write("two.csv", "1000,5,1,AA\n1000,7,2,BB\n61000,6,1,AA\n");
        String options = "--format csv --columns time,price,quantity,symbol --timeframe 1m";
        assertWrongCall(CandleRows.run(file, options), "only one symbol can be taken, choose one with --symbol: symbols=AA, BB");
        assertWrongCall(CandleRows.run(file, options + " --symbol CC"), "no such symbol in the input, there are AA, BB: symbol=CC");
        CommandLineRun run = CandleRows.run(file, options + " --symbol AA");
        assertThat(CandleRows.column(CandleRows.read(run.out), 5)).isEqualTo(CandleRows.row(1, 1));
        assertThat(run.err).contains("trades of AA: 2 taken,", ", 1 of other symbols");
        CommandLineRun files = CandleRows.call("--input", trades.toString(), file.toString(), "--format", "csv", "--columns",
            "time,price,quantity", "--timeframe", "1m");
        assertWrongCall(files, "only one symbol can be taken, the files' names differ, --symbol says what all are: symbols=AB, two");
    }

    @Test
    void shouldSayWhereCandlesOfTheInputDoNotFitTheFrame() throws IOException {
        Path file = write("bars.csv", "0,1,1,1,1,1\n180000,1,1,1,1,1\n360000,1,1,1,1,1\n");
        String options = "--format csv-candles --columns time,open,high,low,close,volume --timeframe ";
        assertThat(CandleRows.run(file, options + "5m").err).contains(
            "note: candles of the input lie 180 s apart, or multiples of it; if they are that long, some end after the candle "
                + "of 5m in which they opened and count");
        assertThat(CandleRows.run(file, options + "1m").err).contains("note: ");
        for (String whole : new String[] {"3m", "15m", "1w", "1mo"}) {
            assertThat(CandleRows.run(file, options + whole).err).as(whole).doesNotContain("note: ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "none|kind time needs a time frame, such as --timeframe 1m: timeframe=null",
        "--timeframe 7m|step must be whole seconds that divide a day, whole days, or months that divide 12: stepNanos=420000000000, "
            + "timeframe=7m",
        "--timeframe 1m --size 5|kind time has a time frame and no size: size=5",
        "--kind tick|kind tick needs a size, such as --size 100: size=null",
        "--kind tick --size 5 --timeframe 1m|kind tick has no time frame but a --size: timeframe=1m",
        "--kind tick --size 1.5|size must have no more decimals than a number of trades: size=1.5, decimals=0",
        "--kind range --size 0.001|size must have no more decimals than the prices: size=0.001, decimals=2 (--price-decimals raises them)",
        "--kind volume --size 0.001|size must have no more decimals than the quantities: size=0.001, decimals=2 "
            + "(--quantity-decimals raises them)",
        "--kind value --size -1|size must be a positive number: size=-1",
        "--kind bars --size 1|unknown kind of candle: kind=bars (known: time, heikin-ashi, tick, volume, value, range, renko, "
            + "tick-imbalance, volume-imbalance, value-imbalance, tick-runs, volume-runs, value-runs)",
        "--kind tick --size 5 --gaps flat|only candles of time have gaps to fill: kind=TICK, gaps=FLAT",
        "--timeframe 1m --gaps some|Invalid value for option '--gaps': expected one of [OMIT, FLAT] (case-insensitive) but was 'some'",
        "--timeframe 1m --quote-side ask|a quote side is for quotes only: quote-side=ASK",
        "--timeframe 1m --late merge|merge needs a lateness, such as --lateness 2s: lateness=null",
        "--timeframe 1m --lateness 2s|a lateness is for --late merge only: lateness=2s",
        "--timeframe 1m --late merge --lateness 2|lateness must be up to 9 digits and a unit, such as 250ms, 2s or 1m: lateness=2",
        "--timeframe 1s --late merge --lateness 300h|lateness must be at most 1000000 candles: lateness=300h",
        "--timeframe 1m --dedupe -1|dedupe must be 0 to 1073741824: dedupe=-1",
        "--timeframe 1m --out .|output must be a file: out=."})
    void shouldRefuseAWrongCallInOneSentence(String options, String message) {
        assertWrongCall(CandleRows.run(trades, (CSV + (options == null ? "" : options)).trim()), message);
    }

    @Test
    void shouldRefuseWhatDoesNotGoWithTheInput() {
        String bars = "--format binance-klines ";
        assertWrongCall(CandleRows.run(trades, bars + "--kind volume --size 5"), "kind volume needs trades or quotes: content=candles");
        assertWrongCall(CandleRows.run(trades, bars + "--timeframe 1m --late merge --lateness 1s"),
            "late candles cannot be merged: late=merge");
        assertWrongCall(CandleRows.run(trades, bars + "--timeframe 1m --dedupe 64"), "dedupe needs a feed with trade numbers: dedupe=64");
        assertWrongCall(CandleRows.run(trades, "--format csv --columns time,bid,ask --kind volume --size 5"),
            "kind volume needs quantities: content=quotes");
        assertWrongCall(CandleRows.run(trades, CSV + "--timeframe 1m --out " + trades), "output must not be an input: out=" + trades);
        Path nowhere = folder.resolve("no/such/file");
        assertWrongCall(CandleRows.run(trades, CSV + "--timeframe 1m --out " + nowhere), "output must be a file that can be written: out="
            + nowhere);
        assertWrongCall(CandleRows.run(nowhere, CSV + "--timeframe 1m"), "no such file: input=" + nowhere);
        assertWrongCall(CandleRows.call("--timeframe", "1m"), "candles are made of recorded data, give --input: input=[]");
        assertWrongCall(CandleRows.run(trades, "--timeframe 1m"), "recorded data needs a format, give --format: format=null");
    }

    @Test
    void shouldShowExamplesInItsHelp() {
        CommandLineRun run = CandleRows.call("--help");
        assertThat(run.exit).isZero();
        assertThat(run.out).contains("Examples:", "  windrow candles --input trades.gz --format binance-ws --timeframe 1m\n",
            "Exit codes: 0 done, 1 nothing could be read or the run failed, 2 the call was wrong.");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertWrongCall(CommandLineRun run, String message) {
        assertThat(run.exit).as(run.err).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err.lines()).containsExactly("windrow: " + message, "Help: windrow candles --help");
    }
}
