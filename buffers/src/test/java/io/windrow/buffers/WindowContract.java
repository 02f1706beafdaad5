package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.AfterClose;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every window keeps to. A subclass says how its window is opened, filled and read; a row is an array of all its values. */
abstract class WindowContract<W extends Window<F>, F extends WindowField> {

    static final Instrument BTC = new Instrument(3, "BTCUSDT", 2, 5);

    final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);

    abstract W open(OffHeapMemory from, Instrument instrument, int capacity);

    abstract long footprintBytes(int capacity);

    abstract int rowBytes();

    /** Bytes of the header, and of what aligns a window opened alone. */
    abstract int overheadBytes();

    abstract F[] fields();

    abstract String tag();

    /** Appends a row whose values all depend on {@code number}; numbers increase. */
    abstract void append(W window, long number);

    abstract long[] row(long number);

    abstract long[] readByIndex(W window, int ago);

    /** Reads without allocating and answers the sum of what was read. */
    abstract long sum(W window, int ago);

    abstract ReadStatus read(W window, long sequence);

    /** What the last {@link #read} copied. */
    abstract long[] lastRead();

    abstract Map<Class<?>, Object> arguments();

    abstract Set<String> constants();

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void shouldAnswerTheNewestRowAtIndexZero() {
        W window = open(memory, BTC, 3);
        for (long number = 0; number < 5; number++) {
            append(window, number);
        }
        assertThat(readByIndex(window, 0)).isEqualTo(row(4));
        assertThat(readByIndex(window, 2)).isEqualTo(row(2));
        assertThat(window.size()).isEqualTo(3);
        assertThat(window.capacity()).isEqualTo(3);
        assertThat(window.newestSequence()).isEqualTo(4);
        assertThat(window.oldestSequence()).isEqualTo(2);
        assertThat(window.instrument()).isSameAs(BTC);
    }

    @Test
    void shouldHaveNoRowAtFirst() {
        W window = open(memory, BTC, 3);
        assertThat(window.size()).isZero();
        assertThat(window.newestSequence()).isEqualTo(Window.NO_SEQUENCE);
        assertThat(window.oldestSequence()).isZero();
        assertThat(read(window, 0)).isEqualTo(ReadStatus.NOT_YET_WRITTEN);
        assertThatThrownBy(() -> sum(window, 0)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessage("row is evicted or not yet written: ago=0, sequence=-1, oldest kept=0, newest=-1, instrument=BTCUSDT");
    }

    @Test
    void shouldNameTheRowThatIsGoneAndTheOldestKept() {
        W window = open(memory, BTC, 3);
        for (long number = 0; number < 10; number++) {
            append(window, number);
        }
        assertThatThrownBy(() -> sum(window, 3)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessage("row is evicted or not yet written: ago=3, sequence=6, oldest kept=7, newest=9, instrument=BTCUSDT");
        for (int ago : new int[] {-1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> sum(window, ago)).isInstanceOf(IndexOutOfBoundsException.class).hasMessageContaining("ago=" + ago);
        }
        assertThat(read(window, 6)).isEqualTo(ReadStatus.EVICTED);
        assertThat(read(window, 7)).isEqualTo(ReadStatus.OK);
        assertThat(lastRead()).isEqualTo(row(7));
        assertThat(read(window, 10)).isEqualTo(ReadStatus.NOT_YET_WRITTEN);
        assertThat(lastRead()).as("left as it was").isEqualTo(row(7));
        assertThat(read(window, -1)).isEqualTo(ReadStatus.EVICTED);
        assertThat(read(window, Long.MIN_VALUE)).isEqualTo(ReadStatus.EVICTED);
        assertThat(read(window, Long.MAX_VALUE)).isEqualTo(ReadStatus.NOT_YET_WRITTEN);
    }

    @Test
    void shouldThrowFromEveryMethodOnceClosed() throws IllegalAccessException {
        W window = open(memory, BTC, 3);
        append(window, 1);
        window.close();
        window.close();
        Map<Class<?>, Object> arguments = new HashMap<>(arguments());
        arguments.putAll(Map.of(WindowField.class, fields()[0], RangeSnapshot.class, new RangeSnapshot<>(1, List.of(fields())),
            long[].class, new long[1], double[].class, new double[1]));
        AfterClose.assertEveryMethodThrows(window, constants(), arguments);
        assertThatThrownBy(() -> sum(window, 5)).isInstanceOf(IllegalStateException.class);
        assertThat(window.isClosed()).isTrue();
        assertThat(memory.usedBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 200, 1000})
    void shouldTakeExactlyTheBytesOfItsRowsAndAtMost256More(int capacity) {
        W window = open(memory, BTC, capacity);
        assertThat(overheadBytes()).isLessThanOrEqualTo(256);
        assertThat(footprintBytes(capacity)).isEqualTo(capacity * rowBytes() + overheadBytes());
        assertThat(window.memoryBytes()).isEqualTo(footprintBytes(capacity) - OffHeapMemory.ALIGNMENT_BYTES);
        assertThat(memory.usedBytes(tag())).isEqualTo(footprintBytes(capacity)).isEqualTo(memory.usedBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void shouldRefuseACapacityOutOfRange(int capacity) {
        assertThatThrownBy(() -> open(memory, BTC, capacity)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("capacity must be positive and the window at most 1073741824 bytes: capacity=" + capacity);
    }

    @Test
    void shouldTakeNothingWhenItCannotBeOpened() {
        assertThatThrownBy(() -> open(memory, null, 3)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> open(memory, BTC, 1 << 20)).isInstanceOf(MemoryBudgetExceededException.class);
        assertThat(memory.usedBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void shouldAllocateNothingToAppendAndToRead(int capacity) {
        W window = open(memory, BTC, capacity);
        AtomicLong number = new AtomicLong();
        Allocations.assertNone(() -> {
            append(window, number.getAndIncrement());
            sum(window, Math.min(5, window.size() - 1));
            read(window, window.newestSequence());
            read(window, window.oldestSequence() - 1);
        });
    }

    @Test
    void shouldAnswerAsADequeOfRowsDoes() {
        Seeds.forEach(50, random -> {
            int capacity = 1 + random.nextInt(20);
            ArrayDeque<long[]> expected = new ArrayDeque<>();
            try (W window = open(memory, BTC, capacity)) {
                long number = 0;
                for (int step = 0; step < 100; step++) {
                    number += 1 + random.nextInt(1000);
                    append(window, number);
                    expected.addFirst(row(number));
                    if (expected.size() > capacity) {
                        expected.removeLast();
                    }
                    assertSameRows(window, expected);
                    assertThat(window.newestSequence()).isEqualTo(step);
                }
            }
        });
    }

    private void assertSameRows(W window, ArrayDeque<long[]> expected) {
        assertThat(window.size()).isEqualTo(expected.size());
        int ago = 0;
        for (Iterator<long[]> rows = expected.iterator(); rows.hasNext(); ago++) {
            long[] row = rows.next();
            assertThat(readByIndex(window, ago)).isEqualTo(row);
            assertThat(read(window, window.newestSequence() - ago)).isEqualTo(ReadStatus.OK);
            assertThat(lastRead()).isEqualTo(row);
        }
        assertThat(window.oldestSequence()).isEqualTo(window.newestSequence() - ago + 1);
    }
}
