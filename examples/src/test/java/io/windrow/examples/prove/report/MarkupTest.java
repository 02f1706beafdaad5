package io.windrow.examples.prove.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @Test
    void shouldEscapeTextsAndValues() {
        String text = "<a href='x'>\"&amp;</a>";
        assertThat(new Markup().leaf("b", text, "title", text)).hasToString(
            "<b title=\"&lt;a href=&#39;x&#39;&gt;&quot;&amp;amp;&lt;/a&gt;\">&lt;a href=&#39;x&#39;&gt;&quot;&amp;amp;&lt;/a&gt;</b>");
    }

    @Test
    void shouldReplaceWhatXmlDoesNotKnow() {
        assertThat(new Markup().text("a\u0000b\u001bc\uD83Dd\uFFFEe\u0085f")).hasToString("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(new Markup().text("\uD83D\uDE80 µ\t\n")).hasToString("\uD83D\uDE80 µ\t\n");
    }

    @Test
    void shouldRefuseToEndWithAnOpenElement() {
        assertThatThrownBy(() -> new Markup().open("p").toString()).isInstanceOf(IllegalStateException.class)
            .hasMessage("every element must be closed: open=[p]");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12, 12", "12.34, 12.3", "12.96, 13", "-0.04, 0", "100.25, 100.3"})
    void shouldWriteCoordinatesToATenth(double value, String text) {
        assertThat(Markup.number(value)).isEqualTo(text);
    }
}
