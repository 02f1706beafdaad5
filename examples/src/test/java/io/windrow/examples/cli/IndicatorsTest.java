package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.indicators.IndicatorSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code indicators} as a user calls it: what it prints where, and what it refuses. */
class IndicatorsTest {

    private static final String CSV = IndicatorRows.CSV;
    private static final String CANDLES = """
        time,open,high,low,close,volume
        2024-01-01,1,2,0.5,1.25,10
        2024-01-02,1,3,1,2.25,20
        2024-01-03,2,4,2,4.75,30
        2024-01-04,4,9,4,8.5,40
        """.replace("2,4,2,4.75", "2,5,2,4.75");

    @TempDir
    private Path folder;

    private Path candles;

    @BeforeEach
    void writeCandles() throws IOException {
        candles = write("AB-daily.csv", CANDLES);
    }

    @Test
    void shouldPrintARowForEachCandleAndNothingElse() {
        CommandLineRun run = IndicatorRows.run(candles, CSV + " --indicator sma:2,sma:1(sma:3) --indicator sma:2@volume,sma:9");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).isEqualTo("""
            time,sma_2,sma_1(sma_3),sma_2@volume,sma_9
            2024-01-01,,,,
            2024-01-02,1.75,,15.0,
            2024-01-03,3.5,2.75,25.0,
            2024-01-04,6.625,5.166666666666667,35.0,
            """);
        assertThat(run.err.lines()).hasSize(4).startsWith("read 5 lines: 4 candles, 1 skipped (header 1), 0 bad",
            "candles of AB: 4 taken, opened 2024-01-01T00:00:00Z to 2024-01-04T00:00:00Z")
            .endsWith("note: sma:9 needs 9 candles").element(2).asString().matches("indicators: 4; [0-9,]+ bytes off the heap");
    }

    @Test
    void shouldHaveTheColumnsInTheOrderInWhichTheyWereAskedFor() {
        String header = IndicatorRows.run(candles, CSV + " --indicator rsi,ema:2:first --indicator atr:3,ema:2").out.lines().findFirst()
            .orElseThrow();
        assertThat(header).isEqualTo("time,rsi_14,ema_2_first,atr_3,ema_2");
        header = IndicatorRows.run(candles, CSV + " --indicator cross(ema:2,ema:3),sma:2,macd:2:3:2").out.lines().findFirst().orElseThrow();
        assertThat(header)
            .isEqualTo("time,\"cross(ema_2,ema_3)\",sma_2,macd_2_3_2.macd,macd_2_3_2.signal,macd_2_3_2.histogram");
    }

    @ParameterizedTest
    @CsvSource({"s, 60.50, 120, 1.7e2", "ms, 060000, 120000.000001, 180000", "ns, +5, 6, 7"})
    void shouldWriteTimesAsTheyStandInTheInput(String unit, String first, String second, String third) throws IOException {
        Path file = write("AB.csv", "\"" + first + "\",1,1,1,1,1\n " + second + " ,1,1,1,1,1\n" + third + ",1,1,1,1,1\n");
        CommandLineRun run = IndicatorRows.run(file, CSV + " --time-unit " + unit + " --indicator sma:1");
        assertThat(IndicatorRows.column(run, "time")).startsWith(first, second).hasSize(unit.equals("s") ? 2 : 3);
    }

    @Test
    void shouldGiveTheSameForBothFormatsPackedOrNot() throws IOException {
        String rest = ",1704240000000,0,1,0,0,0\n";
        Path klines = write("AB-1d.csv", "1704067200000,1,2,0.5,1.25,10" + rest + "1704153600000000,1,3,1,2.25,20" + rest
            + "1704240000000,2,5,2,4.75,30" + rest + "1704326400000,4,9,4,8.5,40" + rest);
        Path packed = folder.resolve("AB.csv.gz");
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(packed))) {
            bytes.write(CANDLES.getBytes(StandardCharsets.US_ASCII));
        }
        String indicators = " --indicator ema:2,rsi:2,atr:2";
        CommandLineRun ofKlines = IndicatorRows.run(klines, "--format binance-klines" + indicators);
        CommandLineRun ofCsv = IndicatorRows.run(candles, CSV + indicators);
        assertThat(IndicatorRows.run(packed, CSV + indicators).out).isEqualTo(ofCsv.out).hasLineCount(5);
        assertThat(IndicatorRows.column(ofKlines, "time"))
            .containsExactly("1704067200000", "1704153600000000", "1704240000000", "1704326400000");
        assertThat(IndicatorRows.column(ofCsv, "atr_2")).containsExactly("", "", "2.5", "3.75");
        for (String name : new String[] {"ema_2", "rsi_2", "atr_2"}) {
            assertThat(IndicatorRows.column(ofKlines, name)).isEqualTo(IndicatorRows.column(ofCsv, name)).endsWith(last(ofCsv, name))
                .doesNotContain("NaN");
        }
    }

    @Test
    void shouldGoOnPastBadLinesAndSayWhichTheyWere() throws IOException {
        String bad = CANDLES.replace("2024-01-03", "2024-01-02T12,1,1,1,1,1\n2024-02-30,1,1,1,1,1\n2024-01-03,1,0,2,1,1\n2024-01-03");
        CommandLineRun run = IndicatorRows.run(write("AB.csv", bad), CSV + " --indicator sma:2,rsi:2");
        assertThat(run.out).isEqualTo(IndicatorRows.run(candles, CSV + " --indicator sma:2,rsi:2").out).hasLineCount(5);
        assertThat(run.err).contains("read 8 lines: 4 candles, 1 skipped (header 1), 3 bad (",
            "AB.csv:4: time is not a number: 2024-01-02T12,1,1,1,1,1", "AB.csv:5: time is no date of the calendar: 2024-02-30,1,1,1,1,1",
            "AB.csv:6: low is above high: 2024-01-03,1,0,2,1,1");
    }

    @Test
    void shouldLeaveOutAndCountCandlesThatAreNotLaterThanTheOneBefore() throws IOException {
        String more = CANDLES.replace("2024-01-04", "2024-01-02,7,7,7,7,7\n2024-01-03,8,8,8,8,8\n2024-01-04");
        CommandLineRun run = IndicatorRows.run(write("AB.csv", more), CSV + " --indicator sma:2");
        assertThat(run.out).isEqualTo(IndicatorRows.run(candles, CSV + " --indicator sma:2").out);
        assertThat(run.err).contains("candles of AB: 4 taken, opened 2024-01-01T00:00:00Z to 2024-01-04T00:00:00Z, 2 not later than the "
            + "one before and left out" + System.lineSeparator());
    }

    @Test
    void shouldTakeTheSymbolThatIsChosen() throws IOException {
        Path file = write("two.csv", "1,1,1,1,1,1,AA\n1,5,5,5,5,1,BB\n2,3,3,3,3,1,AA\n");
        String options = "--format csv-candles --columns time,open,high,low,close,volume,symbol --indicator sma:1";
        assertWrongCall(IndicatorRows.run(file, options), "only one symbol can be taken, choose one with --symbol: symbols=AA, BB");
        CommandLineRun run = IndicatorRows.run(file, options + " --symbol AA");
        assertThat(IndicatorRows.column(run, "sma_1")).containsExactly("1.0", "3.0");
        assertThat(run.err).contains("candles of AA: 2 taken,", ", 1 of other symbols");
    }

    @Test
    void shouldFailIfThereIsNoCandle() throws IOException {
        CommandLineRun run = IndicatorRows.run(write("AB.csv", "time,open\n2024-01-01,x\n"), CSV + " --indicator sma:2");
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err.lines()).containsExactly(
            "windrow: no candles in the input: read 2 lines: 0 candles, 1 skipped (header 1), 1 bad (too few columns 1)");
    }

    @Test
    void shouldWriteTheFileWholeOrNotAtAll() throws IOException {
        Path out = write("out.csv", "before");
        CommandLineRun large = IndicatorRows.run(candles, CSV + " --indicator sma:200000000 --out " + out);
        assertThat(large.exit).isEqualTo(2);
        assertThat(large.err).startsWith("windrow: a set must take at most 1073741824 bytes: bytes=32000001");
        assertThat(out).hasContent("before");
        CommandLineRun run = IndicatorRows.run(candles, CSV + " --indicator sma:2 --out " + out);
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).isEmpty();
        assertThat(Files.readString(out)).isEqualTo(IndicatorRows.run(candles, CSV + " --indicator sma:2").out);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrder("AB-daily.csv", "out.csv");
        }
    }

    @Test
    void shouldListEveryIndicatorWithItsDefaults() {
        CommandLineRun run = IndicatorRows.call("--list");
        assertThat(run.exit).isZero();
        assertThat(run.err).isEmpty();
        assertThat(run.out.lines().takeWhile(line -> !line.isEmpty()).skip(1).map(line -> line.split(" ")[0]))
            .containsExactlyElementsOf(IndicatorSpec.names());
        assertThat(run.out).contains("\nema            ema:20                         20\n",
            "\nmacd           macd:12:26:9                   34  macd, signal, histogram\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--indicator sma:0|period must be at least 1: indicator=sma, period=0",
        "--indicator sma:-5|period must be at least 1: indicator=sma, period=-5",
        "--indicator sma:x|parameter must be a whole number: parameter=x, indicator=sma:x",
        "--indicator sma|indicator needs 1 parameters: indicator=sma",
        "--indicator rsi:14:9|indicator takes at most 1 parameters: indicator=rsi:14:9"})
    void shouldRefuseWrongIndicators(String options, String message) {
        assertWrongCall(IndicatorRows.run(candles, CSV + " " + options), message);
    }

    @Test
    void shouldRefuseWrongCalls() {
        String sma = " --indicator sma:2";
        CommandLineRun unknown = IndicatorRows.run(candles, CSV + " --indicator foo:3");
        assertThat(unknown.exit).isEqualTo(2);
        assertThat(unknown.err).startsWith("windrow: indicator must be one of ").contains(": indicator=foo:3" + System.lineSeparator());
        assertWrongCall(IndicatorRows.run(candles, CSV), "an indicator is needed, such as --indicator ema:20 (--list names all): "
            + "indicator=[]");
        assertWrongCall(IndicatorRows.call("--indicator", "sma:2"), "indicators are of recorded candles, give --input: input=[]");
        assertWrongCall(IndicatorRows.run(candles, sma.strip()), "recorded data needs a format, give --format: format=null");
        assertWrongCall(IndicatorRows.run(candles, "--format csv --columns time,price,quantity" + sma),
            "indicators are of candles, format binance-klines or csv-candles, which windrow candles makes: content=trades");
        Path nowhere = folder.resolve("no/such/file");
        assertWrongCall(IndicatorRows.run(nowhere, CSV + sma), "no such file: input=" + nowhere);
        assertWrongCall(IndicatorRows.run(candles, CSV + sma + " --out " + candles), "output must not be an input: out=" + candles);
    }

    @Test
    void shouldShowHowAnIndicatorIsWrittenInItsHelp() {
        CommandLineRun run = IndicatorRows.call("--help");
        assertThat(run.exit).isZero();
        assertThat(run.out).contains("NAME[:PARAMETER...][:first][@FIELD | (INDICATOR[.OUTPUT])]", "  windrow indicators --list\n",
            "Exit codes: 0 done, 1 nothing could be read or the run failed, 2 the call was wrong.");
    }

    private static String last(CommandLineRun run, String name) {
        return IndicatorRows.column(run, name).get(3);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertWrongCall(CommandLineRun run, String message) {
        assertThat(run.exit).as(run.err).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err.lines()).containsExactly("windrow: " + message, "Help: windrow indicators --help");
    }
}
