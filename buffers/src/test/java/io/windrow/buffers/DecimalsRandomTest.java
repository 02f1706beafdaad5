package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsRandomTest {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Decimals.OVERFLOW + 1);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final String GARBAGE = "0123456789999000.+-eE x";

    @Test
    void shouldParseAsBigDecimalDoes() {
        Seeds.forEach(200, random -> {
            for (int i = 0; i < 200; i++) {
                String text = random.nextBoolean() ? randomNumber(random) : randomGarbage(random);
                int scale = random.nextInt(Decimals.MAX_SCALE + 1);
                byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                assertThat(Decimals.parse(bytes, 0, bytes.length, scale)).as("'%s' at scale %s", text, scale)
                    .isEqualTo(parseNaively(text, scale));
            }
        });
    }

    @Test
    void shouldGiveTheDoubleThatParsingTheTextGives() {
        Seeds.forEach(200, random -> {
            for (int scale = 0; scale <= Decimals.MAX_SCALE; scale++) {
                for (long mantissa : new long[] {random.nextLong(), random.nextLong() >> random.nextInt(64), Long.MIN_VALUE, Long.MAX_VALUE,
                    (1L << 53) + random.nextInt(5) - 2, -(1L << 53) + random.nextInt(5) - 2, nearATie(random, scale)}) {
                    double expected = Double.parseDouble(BigDecimal.valueOf(mantissa, scale).toString());
                    assertThat(Decimals.toDouble(mantissa, scale)).as("%s at scale %s", mantissa, scale).isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void shouldWriteThePlainTextThatBigDecimalWritesAndReadItBack() {
        Seeds.forEach(100, random -> {
            for (int scale = 0; scale <= Decimals.MAX_SCALE; scale++) {
                for (long mantissa : new long[] {random.nextLong() >> random.nextInt(64), random.nextInt(200) - 100, Long.MIN_VALUE,
                    Long.MAX_VALUE}) {
                    String text = Decimals.append(new StringBuilder("p="), mantissa, scale).substring(2);
                    assertThat(text).isEqualTo(BigDecimal.valueOf(mantissa, scale).toPlainString());
                    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                    if (!Decimals.isError(mantissa)) {
                        assertThat(Decimals.parse(bytes, 0, bytes.length, scale)).isEqualTo(mantissa);
                    }
                    int decimals = Math.max(0, new BigDecimal(text).stripTrailingZeros().scale());
                    assertThat(Decimals.significantDecimals(bytes, 0, bytes.length)).as(text).isEqualTo(decimals);
                }
            }
        });
    }

    /** A mantissa whose value lies as close as a decimal can to the middle between two doubles. */
    private static long nearATie(Random random, int scale) {
        double value = Math.abs(random.nextLong() >> 1) / Math.pow(10, scale);
        BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.nextUp(value))).divide(BigDecimal.valueOf(2));
        return middle.movePointRight(scale).longValue() + random.nextInt(3) - 1;
    }

    private static String randomNumber(Random random) {
        BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(21));
        return number.toPlainString() + (number.scale() > 0 ? "0".repeat(random.nextInt(3)) : "");
    }

    private static String randomGarbage(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(24); length > 0; length--) {
            text.append(GARBAGE.charAt(random.nextInt(GARBAGE.length())));
        }
        return text.toString();
    }

    private static long parseNaively(String text, int scale) {
        if (!text.matches("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)")) {
            return Decimals.MALFORMED;
        }
        BigDecimal mantissa = new BigDecimal(text).movePointRight(scale);
        BigDecimal whole = new BigDecimal(mantissa.toBigInteger());
        if (whole.compareTo(LEAST) < 0 || whole.compareTo(MOST) > 0) {
            return Decimals.OVERFLOW;
        }
        return whole.compareTo(mantissa) == 0 ? whole.longValueExact() : Decimals.TOO_PRECISE;
    }
}
