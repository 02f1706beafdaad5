package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns of every kind of window against the same numbers without limits. */
class WindowScanTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);

    static List<WindowCase<?>> cases() {
        return WindowCase.all();
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F extends WindowField> void shouldAnswerAsNumbersWithoutLimitsDo(WindowCase<F> kind) {
        Seeds.forEach(20, random -> {
            try (OffHeapMemory own = OffHeapMemory.withBudget(1 << 20)) {
                int capacity = 1 + random.nextInt(30);
                Window<F> window = kind.open(own, capacity);
                ExactRows<F> expected = new ExactRows<>(kind, random, capacity);
                int rows = 1 + random.nextInt(3 * capacity);
                for (int row = 0; row < rows; row++) {
                    expected.appendTo(window);
                    if (row > rows - 4) {
                        expected.assertSame(window);
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F extends WindowField> void shouldRefuseASumBeyondALongAndStillFindTheExtremesAndTheMean(WindowCase<F> kind) {
        Window<F> window = kind.open(memory, 4);
        F field = kind.fields().get(2);
        long[] extremes = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE};
        for (int i = 0; i < extremes.length; i++) {
            long[] row = new long[kind.fields().size()];
            row[0] = i;
            row[2] = extremes[i];
            kind.append(window, row);
        }
        assertThatThrownBy(() -> window.sum(field, 2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> window.sum(field, 3)).isInstanceOf(ArithmeticException.class);
        assertThat(window.sum(field, 1)).isEqualTo(Long.MIN_VALUE);
        assertThat(window.sum(field, 4)).isEqualTo(-2);
        assertThat(window.minimum(field, 4)).isEqualTo(Long.MIN_VALUE);
        assertThat(window.maximum(field, 4)).isEqualTo(Long.MAX_VALUE);
        double unit = Math.pow(10, field.unit().decimals(window.instrument()));
        assertThat(window.mean(field, 2)).isEqualTo(-0x1p63 / unit);
        assertThat(window.mean(field, 4)).isEqualTo(-0.5 / unit);
        assertThat(window.deviation(field, 4)).isEqualTo(0x1p63 / unit);
        assertThat(window.deviation(field, 2)).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F extends WindowField> void shouldRefuseACountOrAnArrayOutOfRange(WindowCase<F> kind) {
        Window<F> window = kind.open(memory, 3);
        F field = kind.fields().get(1);
        assertThatThrownBy(() -> window.sum(field, 1)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessageStartingWith("row is evicted or not yet written: ago=0, ").hasMessageEndingWith(", instrument=BTCUSDT");
        for (int row = 0; row < 5; row++) {
            kind.append(window, rowOf(kind, row));
        }
        for (int count : new int[] {0, -1, Integer.MIN_VALUE}) {
            String message = "count must be positive: count=" + count;
            assertThatThrownBy(() -> window.sum(field, count)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
            assertThatThrownBy(() -> window.minimum(field, count)).hasMessage(message);
            assertThatThrownBy(() -> window.maximum(field, count)).hasMessage(message);
            assertThatThrownBy(() -> window.mean(field, count)).hasMessage(message);
            assertThatThrownBy(() -> window.deviation(field, count)).hasMessage(message);
            assertThatThrownBy(() -> window.copy(field, count, new long[3], 0)).hasMessage(message);
            assertThatThrownBy(() -> window.copyAsDouble(field, count, new double[3], 0)).hasMessage(message);
        }
        for (int count : new int[] {4, Integer.MAX_VALUE}) {
            String message = "row is evicted or not yet written: ago=" + (count - 1) + ", ";
            assertThatThrownBy(() -> window.sum(field, count)).isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageStartingWith(message);
            assertThatThrownBy(() -> window.mean(field, count)).hasMessageStartingWith(message);
            assertThatThrownBy(() -> window.deviation(field, count)).hasMessageStartingWith(message);
            assertThatThrownBy(() -> window.copy(field, count, new long[3], 0)).hasMessageStartingWith(message);
        }
        long[] tooShort = {-7, -7, -7};
        for (int offset : new int[] {-1, 1, 3, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> window.copy(field, 3, tooShort, offset)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> window.copyAsDouble(field, 3, new double[3], offset)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(tooShort).as("left as it was").containsOnly(-7);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F extends WindowField> void shouldAllocateNothingToScan(WindowCase<F> kind) {
        Window<F> window = kind.open(memory, 7);
        for (int row = 0; row < 10; row++) {
            kind.append(window, rowOf(kind, row));
        }
        F field = kind.fields().get(1);
        long[] longs = new long[7];
        double[] doubles = new double[7];
        RangeSnapshot<F> range = new RangeSnapshot<>(7, kind.fields());
        Allocations.assertNone(() -> {
            window.value(field, 3);
            window.valueAsDouble(field, 3);
            window.copy(field, 7, longs, 0);
            window.copyAsDouble(field, 7, doubles, 0);
            window.sum(field, 7);
            window.minimum(field, 7);
            window.maximum(field, 7);
            window.mean(field, 7);
            window.deviation(field, 7);
            window.readRange(window.oldestSequence(), 7, range);
            range.value(field, 0);
        });
        assertThat(longs[6]).isEqualTo(window.value(field, 0));
    }

    private static long[] rowOf(WindowCase<?> kind, long number) {
        long[] row = new long[kind.fields().size()];
        Arrays.setAll(row, column -> number * (column + 1));
        return row;
    }

    /** The mean at the ends of the range, where the sum of doubles on the way would lose its digits. */
    @ParameterizedTest
    @MethodSource("cases")
    <F extends WindowField> void shouldAverageALargeSumThatCancelsToItsLastDigits(WindowCase<F> kind) {
        int half = 100;
        Window<F> window = kind.open(memory, 2 * half);
        F field = kind.fields().get(1);
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < 2 * half; i++) {
            long[] row = new long[kind.fields().size()];
            row[0] = i;
            row[1] = i < half + 2 ? Long.MAX_VALUE - i : Long.MIN_VALUE + 31L * i;
            sum = sum.add(BigInteger.valueOf(row[1]));
            kind.append(window, row);
        }
        double expected = ExactRows.quotient(sum, 2 * half, field.unit().decimals(window.instrument()));
        assertThat(window.mean(field, 2 * half)).isBetween(expected - 4 * Math.ulp(expected), expected + 4 * Math.ulp(expected));
    }
}
