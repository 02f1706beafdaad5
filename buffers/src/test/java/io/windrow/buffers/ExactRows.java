package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The rows of a window as a list, and what its scans ought to answer, in numbers without limits. */
final class ExactRows<F extends WindowField> {

    private static final MathContext DIGITS = new MathContext(60);

    private final WindowCase<F> kind;
    private final Random random;
    private final int capacity;
    private final int bits;
    private final List<long[]> rows = new ArrayList<>();
    private long time;

    ExactRows(WindowCase<F> kind, Random random, int capacity) {
        this.kind = kind;
        this.random = random;
        this.capacity = capacity;
        bits = 1 + random.nextInt(Long.SIZE);
        time = random.nextBoolean() ? Long.MIN_VALUE : random.nextInt();
    }

    void appendTo(Window<F> window) {
        long[] row = new long[kind.fields().size()];
        Arrays.setAll(row, column -> kind.kept(kind.fields().get(column), next()));
        time += 1 + random.nextInt(Integer.MAX_VALUE);
        row[0] = time;
        kind.append(window, row);
        rows.add(row);
    }

    private long next() {
        return switch (random.nextInt(20)) {
            case 0 -> bits > 60 ? Long.MIN_VALUE : 0;
            case 1 -> bits > 60 ? Long.MAX_VALUE : -1;
            default -> random.nextLong() >> Long.SIZE - bits;
        };
    }

    void assertSame(Window<F> window) {
        int kept = Math.min(rows.size(), capacity);
        assertThat(window.size()).isEqualTo(kept);
        for (F field : kind.fields()) {
            for (int count : new int[] {1, 1 + random.nextInt(kept), kept}) {
                assertSame(window, field, lastOf(field, count));
            }
        }
        assertRangesAreSame(window, kept);
    }

    private long[] lastOf(F field, int count) {
        return rows.subList(rows.size() - count, rows.size()).stream().mapToLong(row -> row[field.column()]).toArray();
    }

    private void assertSame(Window<F> window, F field, long[] expected) {
        int count = expected.length;
        int decimals = field.unit().decimals(window.instrument());
        assertThat(window.value(field, count - 1)).isEqualTo(expected[0]);
        assertThat(window.valueAsDouble(field, count - 1)).isEqualTo(BigDecimal.valueOf(expected[0], decimals).doubleValue());
        long[] copied = new long[count + 2];
        window.copy(field, count, copied, 1);
        assertThat(Arrays.copyOfRange(copied, 1, count + 1)).isEqualTo(expected);
        double[] doubles = new double[count + 2];
        window.copyAsDouble(field, count, doubles, 1);
        for (int i = 0; i < count; i++) {
            assertThat(doubles[i + 1]).isEqualTo(BigDecimal.valueOf(expected[i], decimals).doubleValue());
        }
        assertThat(copied[0] + copied[count + 1]).as("beside what was asked for").isZero();
        assertThat(doubles[0] + doubles[count + 1]).as("beside what was asked for").isZero();
        assertThat(window.minimum(field, count)).isEqualTo(Arrays.stream(expected).min().orElseThrow());
        assertThat(window.maximum(field, count)).isEqualTo(Arrays.stream(expected).max().orElseThrow());
        assertSameSums(window, field, expected, decimals);
    }

    private static <F extends WindowField> void assertSameSums(Window<F> window, F field, long[] expected, int decimals) {
        int count = expected.length;
        BigInteger sum = Arrays.stream(expected).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.bitLength() < Long.SIZE) {
            assertThat(window.sum(field, count)).isEqualTo(sum.longValueExact());
        } else {
            assertThatThrownBy(() -> window.sum(field, count)).isInstanceOf(ArithmeticException.class);
        }
        double mean = quotient(sum, count, decimals);
        int ulps = sum.bitLength() <= 53 ? 0 : sum.bitLength() < Long.SIZE ? 2 : 4;
        assertThat(window.mean(field, count)).as("mean").isBetween(mean - ulps * Math.ulp(mean), mean + ulps * Math.ulp(mean));
        double deviation = deviation(expected, sum).movePointLeft(decimals).doubleValue();
        assertThat(window.deviation(field, count)).as("deviation").isBetween(deviation * (1 - 1e-12), deviation * (1 + 1e-12));
    }

    static double quotient(BigInteger sum, int count, int decimals) {
        return new BigDecimal(sum, decimals).divide(BigDecimal.valueOf(count), DIGITS).doubleValue();
    }

    private static BigDecimal deviation(long[] values, BigInteger sum) {
        BigDecimal count = BigDecimal.valueOf(values.length);
        BigDecimal mean = new BigDecimal(sum).divide(count, DIGITS);
        BigDecimal squares = BigDecimal.ZERO;
        for (long value : values) {
            squares = squares.add(BigDecimal.valueOf(value).subtract(mean).pow(2));
        }
        return squares.divide(count, DIGITS).sqrt(DIGITS);
    }

    private void assertRangesAreSame(Window<F> window, int kept) {
        List<F> some = new ArrayList<>(kind.fields());
        Collections.shuffle(some, random);
        some.subList(1 + random.nextInt(some.size()), some.size()).clear();
        RangeSnapshot<F> range = new RangeSnapshot<>(capacity, some);
        int count = 1 + random.nextInt(kept);
        int from = random.nextInt(kept - count + 1);
        long first = window.oldestSequence() + from;
        assertThat(window.readRange(first, count, range)).isEqualTo(ReadStatus.OK);
        assertThat(range.sequence()).isEqualTo(first);
        assertThat(range.size()).isEqualTo(count);
        for (int row = 0; row < count; row++) {
            for (F field : some) {
                assertThat(range.value(field, row)).isEqualTo(rows.get(rows.size() - kept + from + row)[field.column()]);
            }
        }
    }
}
