package io.windrow.examples.ops.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text format, as Prometheus reads it. */
class ScrapeTest {

    private static final String CLEAN = """
        # HELP up Whether it is up
        # TYPE up gauge
        up{job="a\\"b\\\\c",zone=""} 1
        up{job="x"} -Inf 1700000000000

        # HELP events_total Events
        # TYPE events_total counter
        events_total{ source = "s" , } 1.5e3
        # A word in between
        # HELP stop_seconds Stops
        # TYPE stop_seconds histogram
        stop_seconds_bucket{le="0.01"} 3
        stop_seconds_bucket{le="+Inf"} 4
        stop_seconds_sum 0.5
        stop_seconds_count 4
        # HELP wait_seconds Waits
        # TYPE wait_seconds summary
        wait_seconds{quantile="0.5"} NaN
        wait_seconds_sum 0
        wait_seconds_count 0
        """;

    @Test
    void shouldReadAllThatTheFormatAllows() {
        Scrape scrape = Scrape.of(CLEAN);
        assertThat(scrape.violations()).isEmpty();
        assertThat(scrape.families()).containsOnlyKeys("up", "events_total", "stop_seconds", "wait_seconds");
        assertThat(scrape.size()).isEqualTo(10);
        Family up = scrape.families().get("up");
        assertThat(up.type()).isEqualTo("gauge");
        assertThat(up.series().get(0).labels()).containsEntry("job", "a\"b\\c").containsEntry("zone", "");
        assertThat(up.series().get(1).value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(scrape.families().get("events_total").series().get(0).id()).isEqualTo("events_total{source=\"s\"}");
        assertThat(scrape.families().get("events_total").series().get(0).value()).isEqualTo(1500);
        assertThat(scrape.families().get("stop_seconds").series()).hasSize(4);
        assertThat(Scrape.of("").violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "up 2;up 1|a series may come once: line=4, up",
        "up{a=\"1\",b=\"2\"} 2;up{b=\"2\",a=\"1\"} 1|a series may come once: line=4, up{a=\"1\",b=\"2\"}",
        "up 1d|the value must be a number: line=3, up 1d",
        "up 0x10|the value must be a number: line=3, up 0x10",
        "up|the value must be a number: line=3, up",
        "up 1 2 3|a sample is a name, a value and perhaps a time: line=3, up 1 2 3",
        "up 1 soon|a time must be whole milliseconds: line=3, up 1 soon",
        "up{a=\"1\"|the line ends too early: line=3, up{a=\"1\"",
        "up{a=1} 1|the value of a label must be quoted: line=3, up{a=1} 1",
        "up{9a=\"1\"} 1|illegal name of a label: line=3, up{9a=\"1\"} 1",
        "up{a=\"\\t\"} 1|only \\\\, \\\" and \\n may be escaped: line=3, up{a=\"\\t\"} 1",
        "up{a=\"1\",a=\"2\"} 1|a label may come once: line=3, up{a=\"1\",a=\"2\"} 1",
        "up{a=\"1\" b=\"2\"} 1|labels are parted by commas: line=3, up{a=\"1\" b=\"2\"} 1",
        "up-time 1|illegal name of a metric: line=3, up-time 1",
        "up 1;# TYPE up gauge|one TYPE each: line=4, # TYPE up gauge",
        "up 1;# HELP up b|one HELP each: line=4, # HELP up b",
        "other 1|TYPE is missing: line=3, other"})
    void shouldNameEveryLineThatBreaksARule(String lines, String violation) {
        Scrape scrape = Scrape.of("# HELP up a\n# TYPE up gauge\n" + lines.replace(";", "\n") + "\n");
        assertThat(scrape.violations()).contains(violation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a 1;b 1;a{x=\"1\"} 2|the lines of a name must stand together: line=3, a{x=\"1\"}",
        "a 1;# HELP a b|HELP and TYPE must come before the samples: line=2, # HELP a b",
        "a 1;# TYPE a gauge|TYPE must come before the samples: line=2, # TYPE a gauge",
        "# TYPE a meter|unknown type: line=1, # TYPE a meter",
        "# TYPE a gauge;# HELP a b;# TYPE c counter;# HELP c d;c -1|a counter must not be negative: line=5, c",
        "# TYPE a gauge;a 1|HELP is missing: line=2, a"})
    void shouldWatchTheOrderAndTheTypes(String lines, String violation) {
        assertThat(Scrape.of(lines.replace(";", "\n") + "\n").violations()).contains(violation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "h_bucket{le=\"1\"} 3;h_bucket{le=\"+Inf\"} 2;h_sum 1;h_count 2|the counts of buckets must not fall",
        "h_bucket{le=\"1\"} 3;h_sum 1;h_count 3|the bucket le=\"+Inf\" is missing",
        "h_bucket{le=\"+Inf\"} 3;h_count 3|_count and _sum are needed",
        "h_bucket{le=\"+Inf\"} 3;h_sum 1;h_count 4|_count must be the count of the last bucket",
        "h_bucket{le=\"many\"} 3;h_sum 1;h_count 4|a bucket needs the label le, a number",
        "h_bucket 3;h_sum 1;h_count 4|a bucket needs the label le, a number"})
    void shouldWantHistogramsWhole(String lines, String violation) {
        Scrape scrape = Scrape.of("# HELP h a\n# TYPE h histogram\n" + lines.replace(";", "\n") + "\n");
        assertThat(scrape.violations()).anyMatch(found -> found.startsWith(violation + ": line="));
    }

    @Test
    void shouldReadHtmlWithoutFailingAndSayNoMoreThanAHundredThings() {
        assertThat(Scrape.of("<html>\n").violations()).containsExactly("illegal name of a metric: line=1, <html>");
        assertThat(Scrape.of("<html>\n".repeat(1000)).violations()).hasSize(100);
        assertThat(Scrape.of("# TYPE\n# HELP \n").violations()).isEmpty();
        assertThat(Scrape.of("# HELP a b\n# TYPE a gauge\na 1").violations()).containsExactly("the last line must end: line=3");
    }

    @Test
    void shouldFindCountsThatFellAndNothingElse() {
        Scrape later = Scrape.of(CLEAN.replace("1.5e3", "1400")
            .replace("stop_seconds_bucket{le=\"0.01\"} 3", "stop_seconds_bucket{le=\"0.01\"} 2")
            .replace("up{job=\"a", "up{job=\"b").replace("stop_seconds_sum 0.5", "stop_seconds_sum 0.4"));
        assertThat(Scrape.of(CLEAN).fallen(later)).containsExactly("events_total{source=\"s\"} fell from 1500.0 to 1400.0",
            "stop_seconds_bucket{le=\"0.01\"} fell from 3.0 to 2.0");
        assertThat(Scrape.of(CLEAN).fallen(Scrape.of(CLEAN))).isEmpty();
    }
}
