package io.windrow.examples.prove.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {

    private static final char ESCAPE = '\u001b';

    @Test
    void shouldHaveAColumnForEachEngineAndARowForEachFigure() {
        String table = ConsoleTable.render(Reports.realistic(), false);
        assertThat(table).containsPattern("windrow +bigdecimal +objects +arrays +ta4j\n");
        for (Figure figure : Figure.values()) {
            assertThat(table).containsPattern("(?m)^" + figure.label() + " +[0-9]");
        }
        assertThat(row(table, "peak RSS")).containsSubsequence("58.0 MiB", "330.0 MiB", "210.0 MiB", "58.4 MiB", "300.0 MiB");
        assertThat(row(table, "allocated per event")).containsSubsequence(" 0 ", "214.3 B", "63.7 B", "0.004 B", "171.2 B");
    }

    @Test
    void shouldFitATerminalOf140Columns() {
        assertThat(ConsoleTable.render(Reports.realistic(), false).lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(141));
    }

    @Test
    void shouldSayHowFarTheFurthestRunIsFromTheMedian() {
        assertThat(row(ConsoleTable.render(Reports.realistic(), false), "peak RSS")).contains("58.0 MiB ±1.2%");
        EngineSummary fromZero = Reports.engine(new RunBuilder("windrow").with(Figure.STW_TOTAL, 0),
            new RunBuilder("windrow").with(Figure.STW_TOTAL, 0), new RunBuilder("windrow").with(Figure.STW_TOTAL, 2e6));
        assertThat(row(ConsoleTable.render(Reports.of(List.of(fromZero)), false), "stopped, total")).endsWith("0 \u20262.00 ms");
        EngineSummary far = Reports.engine(new RunBuilder("windrow").with(Figure.STW_TOTAL, 5e9), new RunBuilder("windrow")
            .with(Figure.STW_TOTAL, 1e3));
        assertThat(row(ConsoleTable.render(Reports.of(List.of(far)), false), "stopped, total")).endsWith("1.0 µs \u20265.00 s");
    }

    @Test
    void shouldTellLittleFromNothing() {
        EngineSummary little = Reports.engine(new RunBuilder("windrow").with(Figure.ALLOCATED, 0.0002));
        EngineSummary nothing = Reports.engine(new RunBuilder("arrays").with(Figure.ALLOCATED, 0));
        assertThat(row(ConsoleTable.render(Reports.of(List.of(little, nothing)), false), "allocated")).containsPattern("<0.001 B +0$");
    }

    @Test
    void shouldCompareWindrowWithEachRivalUnderItsColumn() {
        String table = ConsoleTable.render(Reports.realistic(), false);
        String ratios = table.substring(table.indexOf("windrow as a multiple of each"));
        assertThat(row(ratios, "  peak RSS")).containsSubsequence("0.18 x", "0.28 x", "0.99 x", "0.19 x");
        assertThat(row(ratios, "  time stopped")).containsSubsequence("0.011 x", "0.045 x", "0.83 x", "0.013 x");
        assertThat(row(ratios, "  events per second")).containsSubsequence("8.57 x", "1.50 x", "0.98 x", "4.00 x");
        assertThat(row(ratios, "  candle bytes")).containsSubsequence("0.055 x", "0.087 x", "0.99 x", "0.061 x");
        assertThat(row(ratios, "  peak RSS").length()).isLessThanOrEqualTo(row(table, "peak RSS").length());
    }

    @Test
    void shouldNameEveryLossInASentence() {
        ProveReport report = Reports.of(List.of(Reports.engine("windrow", 60, 9.7e6, 0, 15e3, 2), Reports.engine("arrays", 50, 10e6, 0,
            14e3, 1)));
        assertThat(ConsoleTable.render(report, false)).contains("where windrow is behind:\n  windrow 1.20 x arrays in peak RSS\n"
            + "  windrow 2.00 x arrays in time stopped\n  windrow 0.97 x arrays in events per second\n");
    }

    @Test
    void shouldSaySoWhereNothingIsLost() {
        ProveReport report = Reports.of(List.of(Reports.engine("windrow", 50, 11e6, 0, 15e3, 1), Reports.engine("ta4j", 60, 10e6, 0,
            14e3, 2)));
        assertThat(ConsoleTable.render(report, false)).contains("windrow is behind in none of these\n");
    }

    @Test
    void shouldWorkWithoutWindrowAndWithOneEngine() {
        ProveReport without = Reports.of(List.of(Reports.engine("arrays", 50, 10e6, 0, 14e3, 1), Reports.engine("ta4j", 60, 1e6, 9, 1e4,
            2)));
        assertThat(ConsoleTable.render(without, false)).doesNotContain("windrow").contains("all engines agree: 48,211 signals");
        ProveReport alone = Reports.of(List.of(Reports.engine("windrow", 50, 10e6, 0, 14e3, 1)));
        assertThat(ConsoleTable.render(alone, false)).doesNotContain("multiple").doesNotContain("behind").contains("all runs agree: ");
        assertThat(ConsoleTable.render(Reports.of(List.of()), false)).contains("no engine was run");
    }

    @Test
    void shouldLeaveOutTheRowsOfFiguresThatNobodyHas() {
        RunBuilder windrow = new RunBuilder("windrow").with(Figure.PEAK_RSS, Double.NaN).with(Figure.CPU_SECONDS, 2);
        ProveReport report = Reports.of(List.of(Reports.engine(windrow), Reports.engine(new RunBuilder("arrays"))));
        String table = ConsoleTable.render(report, false);
        assertThat(table).doesNotContain("peak RSS").doesNotContain("NaN");
        assertThat(row(table, "CPU")).containsSubsequence("2.00 s", "n/a");
    }

    @Test
    void shouldShowWhatWasFedAndWhatWasLeftOut() {
        assertThat(ConsoleTable.render(Reports.realistic(), false)).contains("2 files of csv, trades of one day",
            "12,000,000 of 20 instruments",
            "OpenJDK 64-Bit Server VM 17.0.12+7", "-XX:+UseSerialGC", "3 runs of each engine", "12,001,846 lines read",
            "1,841 lines skipped: quantity is 0", "3 lines could not be read: price is no number",
            "BTCUSDT-trades.csv.gz:17: price is no number: 1700000000000,abc,0.1,b");
    }

    @Test
    void shouldListMismatchesInsteadOfAgreement() {
        ProveReport all = Reports.realistic();
        ProveReport report = new ProveReport(all.input(), all.conditions(), all.engines(), List.of("signals of ta4j differ",
            "so do windows"));
        assertThat(ConsoleTable.render(report, false)).doesNotContain("all engines agree").contains("engines do not agree: 2 mismatches\n",
            "  signals of ta4j differ\n  so do windows\n");
    }

    @Test
    void shouldOnlyUseEscapeSequencesIfAsked() {
        assertThat(ConsoleTable.render(Reports.realistic(), false)).doesNotContain(String.valueOf(ESCAPE));
        String coloured = ConsoleTable.render(Reports.realistic(), true);
        assertThat(coloured.replaceAll(ESCAPE + "\\[\\d+m", "")).isEqualTo(ConsoleTable.render(Reports.realistic(), false));
        assertThat(coloured).contains(ESCAPE + "[1m");
    }

    @Test
    void shouldNotLetAFileSpeakToTheTerminal() {
        InputSummary input = new InputSummary("bell \u0007", Map.of(), 1, 1, 1, Map.of("a\u001b[31m", 1L), Map.of(),
            List.of(new InputSummary.BadLine("x\ny", 1, "r\u202e", "\u001b]0;title\u0007")));
        String table = ConsoleTable.render(new ProveReport(input, Map.of("jdk", "1\r2"), List.of(), List.of("m\u009b2J")), false);
        assertThat(table.replace("\n", "").chars()).noneMatch(Character::isISOControl).doesNotContain(0x202e);
        assertThat(table).contains("x?y:1: r?: ?]0;title?\n");
    }

    private static String row(String table, String label) {
        return table.lines().filter(line -> line.startsWith(label)).findFirst().orElseThrow();
    }
}
