package io.windrow.buffers.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.WindowGroup;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemorySlabTest {

    private static final long GIBIBYTE = 1L << 30;

    @ParameterizedTest
    @CsvSource({"1, 1, 64, 64", "64, 10, 640, 64", "65, 10, 1280, 64", "1073741824, 3, 3221225472, 192", "1073741761, 3, 3221225472, 192",
        "536870912, 4, 2147483648, 128", "536870913, 4, 2147483904, 256", "100000000, 25, 2500000000, 192", "1000, 0, 0, 0",
        "64, 16777216, 1073741824, 64", "64, 16777217, 1073741888, 128", "1024, 2147483647, 2199023254528, 131072"})
    void shouldSplitWhatIsMoreThanAGibibyte(long windowBytes, int windows, long padded, long alignment) {
        assertThat(MemorySlab.alignmentBytes(windowBytes, windows)).isEqualTo(alignment);
        assertThat(MemorySlab.footprintBytes(windowBytes, windows)).isEqualTo(padded + alignment);
        assertThat(WindowGroup.footprintBytes(windowBytes, windows)).isEqualTo(padded + alignment);
    }

    @Test
    void shouldTakeNothingWhereNotAllBlocksFit() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(2 * GIBIBYTE)) {
            assertThatThrownBy(() -> MemorySlab.open(memory, "slab", GIBIBYTE, 2)).isInstanceOf(MemoryBudgetExceededException.class);
            assertThat(memory.usedBytes()).isZero();
        }
        try (OffHeapMemory memory = OffHeapMemory.withBudget(2 * (256 + 64) - 1)) {
            assertThatThrownBy(() -> MemorySlab.open(memory, "slab", 100, 4, 256)).isInstanceOf(MemoryBudgetExceededException.class);
            assertThat(memory.usedBytes()).as("the first block is given back").isZero();
        }
    }

    /** Blocks of three windows instead of those of a gibibyte. */
    @Test
    void shouldGiveEveryWindowBytesOfItsOwn() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16)) {
            MemorySlab slab = MemorySlab.open(memory, "slab", 100, 8, 3 * 128 + 127);
            assertThat(memory.usedBytes()).isEqualTo(8 * 128 + 3 * 64);
            Set<Object> blocks = new HashSet<>();
            for (int window = 0; window < 8; window++) {
                blocks.add(slab.block(window));
                assertThat(slab.base(window)).isEqualTo(window % 3 * 16);
                for (int i = 0; i < 16; i++) {
                    assertThat(slab.block(window).getLongAt(slab.base(window) + i)).as("untouched").isZero();
                    slab.block(window).putLongAt(slab.base(window) + i, window + 1);
                }
            }
            assertThat(blocks).hasSize(3);
            assertThat(slab.block(7).bytes()).as("the last block holds what is left").isEqualTo(2 * 128);
            slab.close();
            assertThat(memory.usedBytes()).isZero();
        }
    }
}
