package io.windrow.examples.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.WatchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTextTest {

    @ParameterizedTest
    @CsvSource({
        "residentBytes>60MB for 3, RESIDENT, ABOVE, 60000000, 3",
        "residentBytes > 1GiB, RESIDENT, ABOVE, 1073741824, 3",
        "liveSources<1 for 5, LIVE_SOURCES, BELOW, 1, 5",
        "heartbeatAgeSeconds>300s for 1, HEARTBEAT_AGE, ABOVE, 300000000000, 1",
        "growth of openFiles>10, OPEN_FILES, GROWTH, 10, 3",
        "record of stopLongestSeconds>100ms, STOP_LONGEST, RECORD, 100000000, 1"})
    void shouldReadARule(String text, Figure figure, WatchRule.Kind kind, long threshold, int samples) {
        WatchRule rule = RuleText.parse(text, 7);
        assertThat(rule.figure()).isEqualTo(figure);
        assertThat(rule.kind()).isEqualTo(kind);
        assertThat(rule.threshold()).isEqualTo(threshold);
        assertThat(rule.samples()).isEqualTo(samples);
        assertThat(rule.name()).isEqualTo(text);
        assertThat(rule.coolDownNanos()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "residentBytes=60MB|a rule must be such as \"residentBytes>60MB for 3\" or \"growth of openFiles>10\": when=residentBytes=60MB",
        "memory>60MB|unknown figure (such as residentBytes, openFiles, stopP95Seconds): figure=memory",
        "openFiles>many|must be a whole number: openFiles=many",
        "openFiles>-1|must not be negative: openFiles=-1",
        "residentBytes>60MX|size must be digits and a unit, such as 256MB or 1GiB: size=60MX",
        "growth of openFiles<10|a growth or a record can only be above: when=growth of openFiles<10",
        "openFiles>1 for 0|samples must be at least 1: samples=0"})
    void shouldNameWhatIsWrongWithARule(String text, String message) {
        assertThatThrownBy(() -> RuleText.parse(text, 0)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void shouldWriteFiguresAsPeopleReadThem() {
        assertThat(FigureText.of(Figure.RESIDENT, 52_428_800)).isEqualTo("52.43 MB");
        assertThat(FigureText.of(Figure.RESIDENT, 999)).isEqualTo("999 B");
        assertThat(FigureText.of(Figure.RESIDENT, 123_456_789)).isEqualTo("123.5 MB");
        assertThat(FigureText.of(Figure.STOP_P95, 1_234_567)).isEqualTo("1.23 ms");
        assertThat(FigureText.of(Figure.STOP_P95, 61_000_000_000L)).isEqualTo("61.0 s");
        assertThat(FigureText.of(Figure.OPEN_FILES, 20_000)).isEqualTo("20,000");
        assertThat(FigureText.of(Figure.OPEN_FILES, -1)).isEqualTo("-");
        assertThat(FigureText.change(Figure.Unit.BYTES, -4_740_000)).isEqualTo("-4.74 MB");
        assertThat(FigureText.change(Figure.Unit.COUNT, 2)).isEqualTo("+2");
        assertThat(Spans.text(90 * Spans.SECOND)).isEqualTo("90s");
        assertThat(Spans.text(2 * Spans.HOUR)).isEqualTo("2h");
        assertThat(Spans.text(0)).isEqualTo("0s");
    }
}
