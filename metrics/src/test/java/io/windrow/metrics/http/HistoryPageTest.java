package io.windrow.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.metrics.FakeEngine;
import io.windrow.metrics.Figure;
import io.windrow.metrics.MetricsHistory;
import io.windrow.metrics.http.Wire.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryPageTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String PATH = "/api/system/metrics/history";
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final long DAY_MILLIS = 86_400_000L;

    private final FakeEngine engine = new FakeEngine();
    private final MetricsServer server = MetricsServer.builder(engine.metrics()).port(0).build().start();
    private final long now = System.currentTimeMillis();

    @AfterEach
    void close() {
        server.close();
        engine.close();
    }

    @Test
    void shouldGiveTheLastTenMinutesWhenNothingIsSaid() throws IOException {
        fill(60, 1_000);
        JsonNode history = history("");
        assertThat(history.get("points").asInt()).isEqualTo(history.get("timeMillis").size()).isBetween(60, 62);
        assertThat(history.get("sampled").asBoolean()).isFalse();
        assertThat(history.get("figures")).hasSize(MetricsHistory.figures().length);
        assertThat(history.get("figures").get("residentBytes").get(1).asLong()).isPositive();
        assertThat(history.get("figures").get("swapBytes").get(1).isNull()).as("what is not known").isTrue();
    }

    @Test
    void shouldGiveExactlyTheFiguresAndTimesAskedFor() throws IOException {
        fill(60, 1_000);
        long from = now - 20_000;
        JsonNode history = history("?from=" + from + "&to=" + (now - 10_000) + "&figures=cpuSeconds,residentBytes&points=1000");
        assertThat(history.get("points").asInt()).isEqualTo(11);
        assertThat(history.get("stepSeconds").decimalValue()).isEqualByComparingTo("1");
        assertThat(history.get("from").asText()).isEqualTo(iso(from));
        assertThat(history.get("figures").fieldNames()).toIterable().containsExactly("cpuSeconds", "residentBytes");
        for (int i = 0; i <= 10; i++) {
            long second = 40 + i;
            assertThat(history.get("timeMillis").get(i).asLong()).isEqualTo(now - 60_000 + second * 1_000);
            assertThat(history.get("figures").get("residentBytes").get(i).asLong()).isEqualTo(1_000_000 + second);
            assertThat(history.get("figures").get("cpuSeconds").get(i).decimalValue()).isEqualByComparingTo(BigDecimal.valueOf(second, 9));
        }
    }

    @Test
    void shouldMergePointsAndSayThatItDid() throws IOException {
        fill(60, 1_000);
        JsonNode history = history("?points=10&figures=residentBytes");
        assertThat(history.get("points").asInt()).isLessThanOrEqualTo(10);
        assertThat(history.get("sampled").asBoolean()).isTrue();
        assertThat(history.get("figures").get("residentBytes").get(0).asLong()).as("the peak of a point").isGreaterThan(1_000_001);
    }

    @Test
    void shouldStayWithinSevenDaysAndTenThousandPoints() throws IOException {
        fill(10, 1_000);
        String week = "?from=" + (now - 7 * DAY_MILLIS) + "&to=" + now;
        assertThat(history(week + "&points=10000&figures=residentBytes").get("sampled").asBoolean()).isFalse();
        assertThat(history(week + "&points=10001&figures=residentBytes").get("sampled").asBoolean()).isTrue();
        assertThat(history(week + "&points=9223372036854775807&figures=residentBytes").get("sampled").asBoolean()).isTrue();
        JsonNode longer = history("?from=" + (now - 7 * DAY_MILLIS - 1) + "&to=" + now);
        assertThat(longer.get("sampled").asBoolean()).isTrue();
        assertThat(longer.get("from").asText()).isEqualTo(iso(now - 7 * DAY_MILLIS));
        assertThat(history("?from=0").get("sampled").asBoolean()).isTrue();
    }

    @Test
    void shouldBoundAllCurvesTogether() {
        int figures = MetricsHistory.figures().length;
        assertThat(HistoryQuery.MOST_VALUES / figures).isGreaterThan(2_000);
        assertThat(HistoryQuery.MOST_VALUES / 6).isGreaterThan(MetricsHistory.MOST_POINTS);
        long mostBytes = HistoryQuery.MOST_VALUES * 20L + MetricsHistory.MOST_POINTS * 14L + 10_000;
        assertThat(mostBytes).as("numbers of 19 digits").isLessThan(ServerLimits.ANSWER_BYTES);
    }

    @Test
    void shouldReadTimesInBothForms() throws IOException {
        fill(5, 1_000);
        String from = URLEncoder.encode(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.ofEpochMilli(now - 3_000)
            .atOffset(ZoneOffset.ofHours(2))), StandardCharsets.UTF_8);
        assertThat(history("?from=" + from + "&figures=residentBytes").get("from").asText())
            .isEqualTo(history("?from=" + (now - 3_000) + "&figures=residentBytes").get("from").asText());
        JsonNode nothing = history("?from=0&to=1000");
        assertThat(nothing.get("points").asInt()).isZero();
        assertThat(nothing.has("stepSeconds")).isFalse();
        assertThat(nothing.get("figures").get("residentBytes")).isEmpty();
    }

    @Test
    void shouldRefuseNonsenseWithOneLine() throws IOException {
        assertRefused("?from=yesterday",
            "from must be a time such as 2026-11-21T20:00:00Z or milliseconds since the epoch: from=yesterday");
        assertRefused("?to=99999999999999999999",
            "to must be a time such as 2026-11-21T20:00:00Z or milliseconds since the epoch: to=99999999999999999999");
        assertRefused("?to=253402300800000", "to must be in the years 1970 to 9999: to=253402300800000");
        assertRefused("?from=2000&to=1000", "from must not be after to: from=2000, to=1000");
        assertRefused("?points=0", "points must be a positive number: points=0");
        assertRefused("?points=-5", "points must be a positive number: points=-5");
        assertRefused("?points=many", "points must be a positive number: points=many");
        assertRefused("?figures=residentBytes,residentBytes", "figures must be named once: figures=residentBytes");
        assertRefused("?figures=nothing", "figures must be of " + HistoryPage.keptKeys() + ": figures=nothing");
        assertRefused("?figures=virtualBytes", "figures must be of " + HistoryPage.keptKeys() + ": figures=virtualBytes");
        assertRefused("?figures=residentBytes,", "figures must be of " + HistoryPage.keptKeys() + ": figures=");
        assertRefused("?from=%zz", "from must be escaped as %XX: from=%zz");
        assertThat(server.failureCount()).isZero();
    }

    /** With three digits after the point in every case; those of an instant are gone at a whole second. */
    private static String iso(long epochMillis) {
        return ISO.format(Instant.ofEpochMilli(epochMillis));
    }

    private void assertRefused(String query, String error) throws IOException {
        Reply reply = Wire.get(server, PATH + query);
        assertThat(reply.status()).as(query).isEqualTo(400);
        assertThat(MAPPER.readTree(reply.body()).get("error").asText()).isEqualTo(error);
        assertThat(reply.body()).endsWith("}\n").doesNotContain("\n{");
    }

    private JsonNode history(String query) throws IOException {
        Reply reply = Wire.get(server, PATH + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return MAPPER.readTree(reply.body());
    }

    /** Samples up to now, the resident bytes and the processor time counting them. */
    private void fill(int samples, long stepMillis) {
        for (int i = 0; i <= samples; i++) {
            engine.set(Figure.RESIDENT, 1_000_000 + i).set(Figure.CPU, i);
            engine.sampleAt((now - (samples - i) * stepMillis) * 1_000_000L);
        }
    }
}
