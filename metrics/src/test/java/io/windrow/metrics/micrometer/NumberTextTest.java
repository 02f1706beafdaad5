package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTextTest {

    private static final int ROUNDS = 4;
    private static final int NUMBERS = 250_000;

    private final NumberText text = new NumberText();

    @Test
    void shouldWriteAnyDoubleAsTheJdkDoes() {
        Seeds.forEach(ROUNDS, random -> {
            for (int i = 0; i < NUMBERS; i++) {
                check(Double.longBitsToDouble(random.nextLong()));
            }
        });
    }

    @Test
    void shouldWriteWholeNumbersAsTheJdkDoes() {
        Seeds.forEach(ROUNDS, random -> {
            for (int i = 0; i < NUMBERS; i++) {
                long value = random.nextLong() >> random.nextInt(64);
                check(value);
                check((double) (value / power(random, 18) * power(random, 5)));
                assertThat(whole(value)).isEqualTo(Long.toString(value));
            }
        });
    }

    @Test
    void shouldWriteShortFractionsAsTheJdkDoes() {
        Seeds.forEach(ROUNDS, random -> {
            for (int i = 0; i < NUMBERS; i++) {
                double value = (random.nextLong() >> random.nextInt(64)) / (double) power(random, 18);
                check(value);
                check(Math.nextUp(value));
                check(Math.nextDown(value));
                check((random.nextInt() >> random.nextInt(32)) / 1e9);
                check(random.nextDouble());
                check(random.nextGaussian() * power(random, 12));
            }
        });
    }

    @Test
    void shouldWriteTheBordersAsTheJdkDoes() {
        double[] borders = {0, 1e-3, 1e-2, 1e-4, 1e-5, 1e-9, 1e-10, 9.99e-4, 0.01, 0.1, 0.5, 1, 9, 10, 11, 100, 123, 9_999_999, 1e7,
            10_000_001, 12_345_678, 9_999_999.5, 1e7 + 0.5, 1e14, 1e15, 1e15 + 1, 1e15 - 1, 1e15 + 0.5, 1L << 52, 1L << 53, (1L << 53) + 2,
            (1L << 53) - 1, 1e16, 1e17, 1e18, 1e19, 1e22, 1e23, 2e23, Long.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL,
            Double.MAX_VALUE, 4.35, 0.3, 0.1 + 0.2, 2e-3, 999_999.999_999_9, 0.000_999_999_9, 1.1, 1.000_000_001, 1_000_000.000_000_1,
            5e-324, 1e-300};
        for (double border : borders) {
            check(border);
            check(Math.nextUp(border));
            check(Math.nextDown(border));
        }
        assertThat(number(Double.NaN)).isEqualTo("NaN");
        assertThat(number(Double.POSITIVE_INFINITY)).isEqualTo("+Inf");
        assertThat(number(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf");
        assertThat(number(-0.0)).isEqualTo("-0.0");
        for (long value : new long[] {0, 1, -1, 9, 10, -10, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(whole(value)).isEqualTo(Long.toString(value));
        }
    }

    @Test
    void shouldAllocateNothingForNumbersOfFewDigits() {
        double[] values = {0, 1, 42, 1e7, 1.23456789e9, 1e15, 1L << 52, 0.5, 0.001, 0.000_001_5, 12.75, 123_456.789, 3.000_000_001,
            Double.NaN};
        int[] at = new int[1];
        Allocations.assertNone(() -> {
            text.number(values[at[0]++ % values.length]);
            text.whole(at[0] * 1_000_003L);
        });
    }

    private static long power(Random random, int below) {
        long power = 1;
        for (int i = random.nextInt(below); i > 0; i--) {
            power *= 10;
        }
        return power;
    }

    private void check(double value) {
        if (Double.isInfinite(value)) {
            return;
        }
        same(value);
        same(-value);
    }

    private void same(double value) {
        String text = number(value);
        if (!text.equals(Double.toString(value))) {
            assertThat(text).isEqualTo(Double.toString(value));
        }
    }

    private String number(double value) {
        return new String(text.bytes(), 0, text.number(value), StandardCharsets.US_ASCII);
    }

    private String whole(long value) {
        return new String(text.bytes(), 0, text.whole(value), StandardCharsets.US_ASCII);
    }
}
