package io.windrow.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers, times and texts against the JDK's and Jackson's. */
class ByteTextTest {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final long YEAR_9999_SECONDS = 253_402_300_799L;

    private final ByteText text = new ByteText(256, 1 << 20);

    @Test
    void shouldWriteEveryLongAsItIs() {
        for (long value : new long[] {0, 1, -1, 9, 10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(number(value)).isEqualTo(Long.toString(value));
        }
        Seeds.forEach(2_000, random -> {
            long value = random.nextLong() >> random.nextInt(64);
            assertThat(number(value)).isEqualTo(Long.toString(value));
        });
    }

    @Test
    void shouldWriteNanosecondsAsSecondsToTheLastDigit() {
        assertThat(seconds(1_500_000_000L)).isEqualTo("1.5");
        assertThat(seconds(1)).isEqualTo("0.000000001");
        assertThat(seconds(-1)).isEqualTo("-0.000000001");
        assertThat(seconds(0)).isEqualTo("0");
        assertThat(seconds(3_000_000_000L)).isEqualTo("3");
        Seeds.forEach(2_000, random -> {
            long nanos = random.nextLong() >> random.nextInt(64);
            BigDecimal exact = BigDecimal.valueOf(nanos, 9);
            assertThat(new BigDecimal(seconds(nanos))).isEqualByComparingTo(exact);
            assertThat(seconds(nanos)).isEqualTo(exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString());
        });
    }

    @Test
    void shouldRoundNumbersWithAPointToTheSixthPlace() {
        assertThat(decimal(0.1)).isEqualTo("0.1");
        assertThat(decimal(-0.0000001)).isEqualTo("0");
        assertThat(decimal(0.9999999)).isEqualTo("1");
        assertThat(decimal(-2.5)).isEqualTo("-2.5");
        assertThat(decimal(1e17)).isEqualTo("100000000000000000");
        Seeds.forEach(2_000, random -> {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(15));
            BigDecimal exact = new BigDecimal(value).setScale(6, RoundingMode.HALF_UP);
            assertThat(new BigDecimal(decimal(value)).subtract(exact).abs()).as("%s", value)
                .isLessThanOrEqualTo(new BigDecimal("0.000001"));
        });
    }

    @Test
    void shouldWriteTimesAsTheJdkDoes() {
        Seeds.forEach(2_000, random -> {
            long seconds = (long) (random.nextDouble() * Math.min(YEAR_9999_SECONDS, Long.MAX_VALUE / 1_000_000_000L));
            Instant time = Instant.ofEpochSecond(seconds, random.nextInt(1_000) * 1_000_000L);
            text.clear();
            UtcTime.write(text, time.getEpochSecond() * 1_000_000_000L + time.getNano());
            assertThat(text()).isEqualTo(ISO.format(time));
        });
    }

    @Test
    void shouldQuoteAnyText() {
        ObjectMapper mapper = new ObjectMapper();
        Seeds.forEach(2_000, random -> {
            String value = anyText(random);
            text.clear();
            new JsonText(text).begin().string("text", value).end();
            // Jackson refuses half a surrogate pair; the JDK's encoder writes a question mark for it, and so do we.
            String whole = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            try {
                assertThat(mapper.readTree(text()).get("text").asText()).isEqualTo(whole);
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        });
    }

    @Test
    void shouldRefuseToGrowAboveItsLimitAndShrinkAgain() {
        ByteText small = new ByteText(4, 10);
        small.ascii("0123456789");
        assertThatExceptionOfType(ByteText.TooLargeException.class).isThrownBy(() -> small.write('x'))
            .withMessage("an answer must fit: bytes>10");
        assertThat(small.bytes()).hasSize(10);
        small.clear();
        assertThat(small.bytes()).hasSize(4);
    }

    @Test
    void shouldWriteWithoutAllocating() {
        JsonText json = new JsonText(text);
        Allocations.assertNone(() -> {
            text.clear();
            json.begin().number("a", 123).seconds("b", 1_234_567_891L).knownDecimal("c", 0.25).string("d", "\u20ac \"x\"")
                .time("e", 1_795_291_200_000_000_000L).list("f").number(1).unknown().end().end();
        });
        assertThat(text()).isEqualTo("{\"a\":123,\"b\":1.234567891,\"c\":0.25,\"d\":\"\u20ac \\\"x\\\"\","
            + "\"e\":\"2026-11-21T20:00:00.000Z\","
            + "\"f\":[1,null]}");
    }

    private static String anyText(Random random) {
        StringBuilder value = new StringBuilder();
        int kind = random.nextInt(4);
        for (int i = random.nextInt(20); i > 0; i--) {
            int bound = kind == 0 ? 0x80 : kind == 1 ? 0x800 : kind == 2 ? 0x10000 : 0x110000;
            value.appendCodePoint(random.nextInt(bound));
        }
        return value.toString();
    }

    private String number(long value) {
        text.clear();
        text.number(value);
        return text();
    }

    private String seconds(long nanos) {
        text.clear();
        text.seconds(nanos);
        return text();
    }

    private String decimal(double value) {
        text.clear();
        text.decimal(value);
        return text();
    }

    private String text() {
        return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
    }
}
