package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranges of rows copied out of every kind of window: all of them or none. */
class WindowRangeTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);

    static List<WindowCase<?>> cases() {
        return WindowCase.all();
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F extends WindowField> void shouldCopyAllRowsOfARangeOrNone(WindowCase<F> kind) {
        Window<F> window = kind.open(memory, 4);
        RangeSnapshot<F> range = new RangeSnapshot<>(4, kind.fields());
        long first = window.newestSequence() + 1;
        assertThat(window.readRange(first, 1, range)).isEqualTo(ReadStatus.NOT_YET_WRITTEN);
        assertThat(window.readRange(first - 1, 1, range)).isEqualTo(ReadStatus.EVICTED);
        append(kind, window, first, 6);
        assertThat(window.readRange(first + 2, 4, range)).isEqualTo(ReadStatus.OK);
        for (int row = 0; row < 4; row++) {
            for (F field : kind.fields()) {
                assertThat(range.value(field, row)).isEqualTo(first + 2 + row + field.column());
            }
        }
        assertThat(window.readRange(first + 1, 4, range)).as("the first row is gone").isEqualTo(ReadStatus.EVICTED);
        assertThat(window.readRange(first + 1, 1, range)).isEqualTo(ReadStatus.EVICTED);
        assertThat(window.readRange(first + 3, 4, range)).as("the last row is to come").isEqualTo(ReadStatus.NOT_YET_WRITTEN);
        assertThat(window.readRange(first + 6, 1, range)).isEqualTo(ReadStatus.NOT_YET_WRITTEN);
        assertThat(window.readRange(first + 5, 1, range)).isEqualTo(ReadStatus.OK);
        assertThat(window.readRange(Long.MAX_VALUE, 4, range)).isEqualTo(ReadStatus.NOT_YET_WRITTEN);
        assertThat(window.readRange(Long.MIN_VALUE, 4, range)).isEqualTo(ReadStatus.EVICTED);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F extends WindowField> void shouldTellARangeThatIsBeingRevised(WindowCase<F> kind) {
        Window<F> window = kind.open(memory, 4);
        RangeSnapshot<F> range = new RangeSnapshot<>(4, kind.fields());
        long first = window.newestSequence() + 1;
        append(kind, window, first, 5);
        window.beginRevision();
        assertThat(window.readRange(first + 1, 4, range)).isEqualTo(ReadStatus.REVISED);
        assertThat(window.readRange(first, 4, range)).isEqualTo(ReadStatus.EVICTED);
        window.endRevision();
        assertThat(window.readRange(first + 1, 4, range)).isEqualTo(ReadStatus.OK);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F extends WindowField> void shouldRefuseARangeThatDoesNotFit(WindowCase<F> kind) {
        Window<F> window = kind.open(memory, 4);
        RangeSnapshot<F> small = new RangeSnapshot<>(3, kind.fields());
        RangeSnapshot<F> large = new RangeSnapshot<>(5, kind.fields());
        for (int count : new int[] {0, -1, Integer.MIN_VALUE, 4, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> window.readRange(0, count, small)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count must be 1 to 3: count=" + count);
        }
        assertThatThrownBy(() -> window.readRange(0, 5, large)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("count must be 1 to 4: count=5");
        window.close();
        assertThatThrownBy(() -> window.readRange(0, 5, large)).isInstanceOf(IllegalStateException.class);
    }

    private static <F extends WindowField> void append(WindowCase<F> kind, Window<F> window, long first, int rows) {
        for (long number = first; number < first + rows; number++) {
            long[] row = new long[kind.fields().size()];
            long base = number;
            Arrays.setAll(row, column -> base + column);
            kind.append(window, row);
        }
    }
}
