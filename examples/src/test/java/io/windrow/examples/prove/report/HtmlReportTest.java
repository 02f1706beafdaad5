package io.windrow.examples.prove.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final int LINE_CHARTS = 4;
    private static final int BAR_CHARTS = 4;
    private static final String HOSTILE = "</td><script>alert('x')</script>\" onload=\"y&z\u0000\u001b";

    @Test
    void shouldBeOneWellFormedFileThatFetchesNothing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.html");
        HtmlReport.write(Reports.realistic(), file);
        String page = Files.readString(file);
        parse(page);
        assertThat(page.replaceAll("xmlns=\"http://www.w3.org/[^\"]+\"", "")).doesNotContain("http://", "https://",
            "src=", "url(", "@import", "<script", "<link");
    }

    @Test
    void shouldHaveOnePathForEachEngineInEachLineChart() throws Exception {
        List<Element> charts = elements(parse(HtmlReport.page(Reports.realistic())), "svg");
        assertThat(charts).hasSize(LINE_CHARTS + BAR_CHARTS);
        assertThat(charts.stream().filter(chart -> !elements(chart, "path").isEmpty())).hasSize(LINE_CHARTS).allSatisfy(chart -> {
            assertThat(elements(chart, "path")).extracting(path -> elements(path, "title").get(0).getTextContent())
                .containsExactlyInAnyOrder("windrow", "bigdecimal", "objects", "arrays", "ta4j");
            assertThat(elements(chart, "path"))
                .allSatisfy(path -> assertThat(path.getAttribute("d")).startsWith("M").doesNotContain("NaN"));
        });
    }

    @Test
    void shouldDrawEverythingWithinTheChart() throws Exception {
        for (Element chart : elements(parse(HtmlReport.page(Reports.realistic())), "svg")) {
            double height = Double.parseDouble(chart.getAttribute("viewBox").split(" ")[3]);
            for (Element rect : elements(chart, "rect")) {
                assertThat(number(rect, "width")).isPositive();
                assertThat(number(rect, "x") + number(rect, "width")).isBetween(0.0, Frame.WIDTH);
            }
            for (Element text : elements(chart, "text")) {
                assertThat(number(text, "x")).isBetween(0.0, Frame.WIDTH);
                assertThat(number(text, "y")).isBetween(0.0, height);
            }
            for (Element path : elements(chart, "path")) {
                String[] numbers = path.getAttribute("d").replaceAll("[ML]", " ").trim().split(" ");
                for (int i = 0; i < numbers.length; i++) {
                    assertThat(Double.parseDouble(numbers[i])).isBetween(0.0, i % 2 == 0 ? Frame.WIDTH : height);
                }
            }
        }
    }

    @Test
    void shouldNameEachChartForThoseWhoCannotSeeIt() throws Exception {
        assertThat(elements(parse(HtmlReport.page(Reports.realistic())), "svg")).allSatisfy(chart -> {
            assertThat(chart.getAttribute("role")).isEqualTo("img");
            assertThat(chart.getAttribute("aria-label")).contains("windrow");
            assertThat(elements(chart, "title")).isNotEmpty();
        });
    }

    @Test
    void shouldSayTheResultAndTheLossesFirst() throws Exception {
        String header = elements(parse(HtmlReport.page(Reports.realistic())), "header").get(0).getTextContent();
        assertThat(header).contains("Windrow took 58.0 MiB of resident memory at its peak, was stopped for 500.0 µs in all, allocated"
            + " nothing for each event and handled 12.00 million events a second.", "all engines agree: 48,211 signals",
            "windrow 0.98 x arrays in events per second: 12.00 M/s against 12.30 M/s", "0.18 x", "8.57 x");
    }

    @Test
    void shouldShowEveryFigureTheInputTheConditionsAndTheSettings() throws Exception {
        String text = parse(HtmlReport.page(Reports.realistic())).getDocumentElement().getTextContent();
        for (Figure figure : Figure.values()) {
            assertThat(text).contains(figure.label().strip());
        }
        assertThat(text).contains("57.5 MiB \u2026 58.7 MiB", "skipped: quantity is 0", "1,841 lines", "4211903", "1700000000123,,12,s",
            "Some Processor 9000", "-XX:+UseSerialGC", "time,price,quantity,side", "candles held", "5f0c11aa90b2d7e4");
    }

    @Test
    void shouldTellWhatToTypeToFeedTheSameAgain() {
        assertThat(CommandLineText.of(Reports.realistic())).isEqualTo("./windrow prove --engines windrow,bigdecimal,objects,arrays,ta4j"
            + " --runs 3 --seed 42 --trades 12000000 --format csv --columns time,price,quantity,side --candles 500");
        InputSummary input = new InputSummary("", Map.of("files", "/data/a.gz\n/data/it's b.gz"), 1, 1, 1, Map.of(), Map.of(), List.of());
        assertThat(CommandLineText.of(new ProveReport(input, Map.of(), List.of(), List.of())))
            .isEqualTo("./windrow prove --input /data/a.gz '/data/it'\\''s b.gz'");
    }

    @Test
    void shouldEscapeWhateverComesFromOutside() throws Exception {
        RunBuilder run = new RunBuilder(HOSTILE).typical(50, 1e6, 1, 1e3, 1).note(HOSTILE, HOSTILE);
        InputSummary input = new InputSummary(HOSTILE, Map.of(HOSTILE, HOSTILE), 1, 1, 1, Map.of(HOSTILE, 1L), Map.of(HOSTILE, 2L),
            List.of(new InputSummary.BadLine(HOSTILE, 1, HOSTILE, HOSTILE)));
        String page = HtmlReport.page(new ProveReport(input, Map.of(HOSTILE, HOSTILE), List.of(Reports.engine(run)), List.of(HOSTILE)));
        Document document = parse(page);
        assertThat(elements(document, "script")).isEmpty();
        assertThat(page).doesNotContain("onload=\"").doesNotContain("alert('");
        assertThat(document.getDocumentElement().getTextContent()).contains("</td><script>alert('x')</script>\" onload=\"y&z\uFFFD\uFFFD");
    }

    @Test
    void shouldTellThatFiguresOfEnginesThatDisagreeMustNotBeCompared() throws Exception {
        ProveReport all = Reports.realistic();
        ProveReport report = new ProveReport(all.input(), all.conditions(), all.engines(), List.of("signals of ta4j differ"));
        assertThat(elements(parse(HtmlReport.page(report)), "header").get(0).getTextContent()).contains(
            "engines do not agree: 1 mismatch",
            "must not be compared", "signals of ta4j differ");
    }

    @Test
    void shouldWorkWithOneEngineWithoutWindrowAndWithNone() throws Exception {
        EngineSummary windrow = Reports.engine("windrow", 58, 12e6, 0, 15e3, 1);
        EngineSummary ta4j = Reports.engine("ta4j", 300, 3e6, 171, 37e3, 38);
        assertThat(text(Reports.of(List.of(windrow)))).contains("Windrow took 58.0 MiB")
            .doesNotContain("behind").contains("all runs agree");
        assertThat(text(Reports.of(List.of(ta4j)))).contains("Windrow was not among the engines: ta4j.").doesNotContain("multiple");
        assertThat(text(Reports.of(List.of()))).contains("no engine was run");
    }

    @Test
    void shouldLeaveOutWhatNobodyHas() throws Exception {
        RunBuilder run = new RunBuilder("windrow").with(Figure.PEAK_RSS, Double.NaN).with(Figure.CPU_SECONDS, 2)
            .with("rss", new Series(new double[] {1}, new double[] {Double.NaN})).with("heap", new Series(new double[0], new double[0]));
        Document document = parse(HtmlReport.page(Reports.of(List.of(Reports.engine(run)))));
        assertThat(elements(document, "svg")).isEmpty();
        assertThat(document.getDocumentElement().getTextContent()).doesNotContain("NaN", "peak RSS", "Charts").contains("2.00 s");
    }

    @Test
    void shouldDrawNothingForZeroOnALogScaleAndSayZero() throws Exception {
        Element chart = elements(parse(HtmlReport.page(Reports.realistic())), "svg").stream()
            .filter(svg -> svg.getAttribute("aria-label").startsWith("Allocated")).findFirst().orElseThrow();
        assertThat(chart.getAttribute("aria-label")).contains("Log scale");
        assertThat(elements(chart, "rect")).hasSize(4).noneSatisfy(bar -> assertThat(bar.getAttribute("class")).contains("e0"));
        assertThat(elements(chart, "text")).extracting(Element::getTextContent).contains("0", "0.004 B", "0.01 B", "100 B");
    }

    @Test
    void shouldDrawCurvesOfOnePointAndOfNothingButZeros() throws Exception {
        RunBuilder run = new RunBuilder("windrow").typical(58, 12e6, 0, 15e3, 1)
            .with("rss", new Series(new double[] {0}, new double[] {5e7}))
            .with("stopped", new Series(new double[] {0, 1}, new double[2])).with(Figure.ALLOCATED, 0)
            .with("latency", new Series(new double[] {50, 100}, new double[2]));
        String page = HtmlReport.page(Reports.of(List.of(Reports.engine(run))));
        assertThat(elements(parse(page), "path")).hasSize(LINE_CHARTS);
        assertThat(page).doesNotContain("NaN", "Infinity");
    }

    @Test
    void shouldStaySmallAfterAVeryLongRun() throws Exception {
        List<EngineSummary> engines = new ArrayList<>();
        for (String name : List.of("windrow", "arrays")) {
            engines.add(Reports.engine(new RunBuilder(name).typical(58, 12e6, 0, 15e3, 1)
                .with("rss", Reports.rising(name, 36_000, 400_000, 58 * Reports.MIB))
                .with("heap", Reports.teeth(36_000, 400_000, 3e7, 9_000))));
        }
        String page = HtmlReport.page(Reports.of(engines));
        assertThat(page.length()).isLessThan(120_000);
        assertThat(parse(page).getDocumentElement().getTextContent()).contains("10 h");
    }

    private static String text(ProveReport report) throws Exception {
        return parse(HtmlReport.page(report)).getDocumentElement().getTextContent();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Document parse(String page) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        builder.setEntityResolver((publicId, systemId) -> {
            throw new IOException("nothing may be fetched: " + systemId);
        });
        return builder.parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
