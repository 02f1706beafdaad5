package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The console, the JSON and the page of one report. */
class FootprintReportTest {

    private static final FootprintReport REPORT = FootprintReport.of(Launches.conditions(), List.of(
        Launches.with(Launches.good("default", Launches.JDK_17, 80, 81, 83), Map.of(Measure.LATENCY_P99, Double.NaN)),
        Launches.good("small", Launches.JDK_17, 37, 38, 42)), Map.of("small-25", "there is no JDK 25: set JAVA25_HOME"));

    @Test
    void shouldPrintATableOfProfilesAndTheGoals() throws Exception {
        assertThat(FootprintText.render(REPORT)).isEqualTo(resource("report.txt"));
    }

    @Test
    void shouldWriteEveryLaunchAsJson() throws Exception {
        assertThat(FootprintJson.render(REPORT)).isEqualTo(resource("report.json"));
    }

    @Test
    void shouldBeMetOnlyIfNoGoalIsMissed() {
        assertThat(REPORT.isMet()).isFalse();
        ProfileResult small = Launches.good("small", Launches.JDK_17, 37, 38, 39);
        assertThat(FootprintReport.of(Map.of(), List.of(small), Map.of()).isMet()).isTrue();
    }

    @Test
    void shouldDrawABarOfAllPartsForEachProfile() throws Exception {
        Document page = page(REPORT);
        List<Element> parts = elements(page, "rect");
        assertThat(parts).hasSize(2 * MemoryPart.values().length);
        assertThat(width(parts.get(MemoryPart.HEAP.ordinal())) / width(parts.get(MemoryPart.values().length + MemoryPart.HEAP.ordinal())))
            .isBetween(80.0 / 37 * 0.99, 80.0 / 37 * 1.01);
        assertThat(elements(page, "svg")).hasSize(1);
        assertThat(elements(page, "text")).extracting(Element::getTextContent).contains("0", "20", "100", "MB");
        assertThat(page.getDocumentElement().getTextContent()).contains("default, Java heap, touched: 80.00 MB", "90.00 MB", "47.00 MB",
            "small-25 was not run: there is no JDK 25: set JAVA25_HOME", "worst < 41 MB: missed 42.00 MB", "always [madvise] never",
            "flags of small", "-Xmx6m");
    }

    @Test
    void shouldColourGoalsByWhatBecameOfThem() throws Exception {
        List<Element> goals = elements(page(REPORT), "li");
        assertThat(goals).hasSize(7).extracting(goal -> goal.getAttribute("class"))
            .containsExactly("good", "bad", "good", "good", "good", "good", "good");
    }

    @Test
    void shouldEscapeWhatComesFromOutside() throws Exception {
        FootprintReport report = FootprintReport.of(Map.of("cpu", "<script>&"), List.of(Launches.good("default", Launches.JDK_17, 80)),
            Map.of("small", "a <b> c"));
        assertThat(page(report).getDocumentElement().getTextContent()).contains("<script>&", "a <b> c");
        assertThat(FootprintHtml.render(report)).doesNotContain("<script");
    }

    private static Document page(FootprintReport report) throws Exception {
        String text = FootprintHtml.render(report);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(text.substring(text.indexOf('\n') + 1))));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList all = page.getElementsByTagName(name);
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    private static double width(Element element) {
        return Double.parseDouble(element.getAttribute("width"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = FootprintReportTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
