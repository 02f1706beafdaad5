package io.windrow.examples.prove.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

    private static final String NAN_FREE = "[^a-zA-Z]NaN|Infinity|[0-9]E[0-9]";

    @Test
    void shouldWriteTheMedianOfEachFigureUnderItsName() throws IOException {
        ProveReport report = Reports.realistic();
        Map<String, Object> tree = Json.read(json(report));
        for (EngineSummary engine : report.engines()) {
            for (Figure figure : Figure.values()) {
                Object written = Json.at(tree, path("engines." + engine.engine() + "." + figure.jsonName()));
                assertThat(Double.parseDouble((String) written)).as(engine.engine() + " " + figure).isEqualTo(engine.median(figure));
            }
        }
    }

    @Test
    void shouldWriteTheRangeAndEachRunInTheSameNesting() throws IOException {
        ProveReport report = Reports.realistic();
        Map<String, Object> tree = Json.read(json(report));
        EngineSummary windrow = report.engines().get(0);
        Object range = Json.at(tree, "engines", "windrow", "range", "latencyNanos", "p99");
        assertThat(range).isEqualTo(List.of("59460", "60720"));
        assertThat((List<?>) Json.at(tree, "engines", "windrow", "runs")).hasSameSizeAs(windrow.runs());
        assertThat(Json.at(tree, "engines", "windrow", "runs", "2", "latencyNanos", "p99")).isEqualTo("59460");
        assertThat(Json.at(tree, "engines", "windrow", "runs", "2", "signalsHash")).isEqualTo("5f0c11aa90b2d7e4");
    }

    @Test
    void shouldWriteTheInputWithItsSettingsBesideTheCounts() throws IOException {
        Map<String, Object> tree = Json.read(json(Reports.realistic()));
        assertThat(Json.at(tree, "input", "description")).isEqualTo("2 files of csv, trades of one day");
        assertThat(Json.at(tree, "input", "seed")).isEqualTo("42");
        assertThat(Json.at(tree, "input", "trades")).isEqualTo("12000000");
        assertThat(Json.at(tree, "input", "lines")).isEqualTo("12001846");
        assertThat(Json.at(tree, "input", "skipped", "quantity is 0")).isEqualTo("1841");
        assertThat(Json.at(tree, "input", "bad", "price is no number")).isEqualTo("3");
        assertThat(Json.at(tree, "input", "badLines", "1")).isEqualTo(Map.of("file", "ETHUSDT-trades.csv.gz", "line", "4211903",
            "reason", "price is no number", "excerpt", "1700000000123,,12,s"));
    }

    @Test
    void shouldWriteConditionsNotesCurvesAndTheVerdict() throws IOException {
        ProveReport report = Reports.realistic();
        Map<String, Object> tree = Json.read(json(report));
        assertThat(Json.at(tree, "conditions")).isEqualTo(report.conditions());
        assertThat(Json.at(tree, "agreed")).isEqualTo(true);
        assertThat((List<?>) Json.at(tree, "mismatches")).isEmpty();
        assertThat(Json.at(tree, "engines", "ta4j", "notes", "candles held")).isEqualTo("10000");
        Series rss = report.engines().get(4).typical().series().get("rss");
        assertThat((List<?>) Json.at(tree, "engines", "ta4j", "series", "rss", "x")).hasSize(rss.x().length);
        assertThat(Double.parseDouble((String) Json.at(tree, "engines", "ta4j", "series", "rss", "y", "7"))).isEqualTo(rss.y()[7]);
    }

    @Test
    void shouldWriteMismatches() throws IOException {
        ProveReport all = Reports.realistic();
        ProveReport report = new ProveReport(all.input(), all.conditions(), all.engines(), List.of("signals of ta4j differ"));
        Map<String, Object> tree = Json.read(json(report));
        assertThat(Json.at(tree, "agreed")).isEqualTo(false);
        assertThat(Json.at(tree, "mismatches", "0")).isEqualTo("signals of ta4j differ");
    }

    @Test
    void shouldWriteWholeNumbersWithoutAPointAndSmallOnesWithoutAnExponent() throws IOException {
        RunBuilder run = new RunBuilder("windrow").with(Figure.PEAK_RSS, 1.0e10).with(Figure.ALLOCATED, 0.00002)
            .with(Figure.CPU_SECONDS, 7.25);
        String json = json(Reports.of(List.of(Reports.engine(run))));
        assertThat(json).contains("\"peakRssBytes\" : 10000000000,").contains("\"allocatedBytesPerEvent\" : 0.000020,")
            .contains("\"cpuSeconds\" : 7.25,").doesNotContainPattern(NAN_FREE);
    }

    @Test
    void shouldLeaveOutWhatIsNoNumber() throws IOException {
        RunBuilder run = new RunBuilder("windrow").with(Figure.PEAK_RSS, Double.NaN).with(Figure.STW_TOTAL, 5)
            .with(Figure.EVENTS_PER_SECOND, Double.POSITIVE_INFINITY)
            .with("rss", new Series(new double[] {0, 1, 2}, new double[] {4, Double.NaN, 6}));
        String json = json(Reports.of(List.of(Reports.engine(run))));
        Object engine = Json.at(Json.read(json), "engines", "windrow");
        assertThat(json).doesNotContainPattern(NAN_FREE).doesNotContain("peakRssBytes").doesNotContain("eventsPerSecond");
        assertThat(Json.at(engine, "stwTotalNanos")).isEqualTo("5");
        assertThat(Json.at(engine, "series", "rss")).isEqualTo(Map.of("x", List.of("0", "2"), "y", List.of("4", "6")));
    }

    @Test
    void shouldLeaveOutAFigureThatOneRunDidNotGive() throws IOException {
        EngineSummary engine = Reports.engine(new RunBuilder("windrow").with(Figure.PEAK_RSS, 7), new RunBuilder("windrow"));
        Object tree = Json.at(Json.read(json(Reports.of(List.of(engine)))), "engines", "windrow");
        assertThat(Json.at(tree, "peakRssBytes")).isNull();
        assertThat(Json.at(tree, "range", "peakRssBytes")).isNull();
        assertThat(Json.at(tree, "runs", "0", "peakRssBytes")).isEqualTo("7");
    }

    @Test
    void shouldWriteTheFileItIsToldToEvenWithHalfACharacterInIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.json");
        RunBuilder run = new RunBuilder("windrow").note("cut", "half \uD83D");
        JsonReport.write(Reports.of(List.of(Reports.engine(run))), file);
        assertThat(Json.read(Files.readString(file))).containsKeys("input", "conditions", "agreed", "mismatches", "engines");
    }

    private static String json(ProveReport report) throws IOException {
        StringWriter out = new StringWriter();
        JsonReport.write(report, out);
        return out.toString();
    }

    private static String[] path(String names) {
        return names.split("\\.");
    }
}
