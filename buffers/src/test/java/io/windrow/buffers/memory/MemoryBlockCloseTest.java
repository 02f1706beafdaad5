package io.windrow.buffers.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.AfterClose;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryBlockCloseTest {

    private static final Set<String> CONSTANT = Set.of("tag", "bytes", "footprintBytes", "isClosed", "close", "toString");

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1024);
    private final MemoryBlock block = memory.allocate("test", 64);
    private final MemoryBlock other = memory.allocate("other", 64);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void shouldThrowFromEveryMethodOfAClosedBlock() throws IllegalAccessException {
        block.close();
        AfterClose.assertEveryMethodThrows(block, CONSTANT, Map.of(MemoryBlock.class, other, long[].class, new long[8]));
    }

    @Test
    void shouldNameTheOwnerAndTheSizeOfTheClosedBlock() {
        block.close();
        assertThatThrownBy(() -> block.getLong(0))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("block is closed: tag=test, bytes=64");
        assertThatThrownBy(() -> block.getLong(1000)).hasMessage("block is closed: tag=test, bytes=64");
    }

    @Test
    void shouldRefuseACopyFromAClosedBlockEvenOfNothing() {
        block.close();
        for (int length : new int[] {0, 8}) {
            assertThatThrownBy(() -> other.copyFrom(0, block, 0, length)).hasMessage("block is closed: tag=test, bytes=64");
        }
    }

    @Test
    void shouldRefuseACopyOfANegativeLength() {
        assertThatThrownBy(() -> block.copyFrom(0, other, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessage("access must stay inside the block: offset=0, length=-1, bytes=64, tag=other");
    }

    @Test
    void shouldGiveItsBytesBackOnce() {
        block.close();
        block.close();
        assertThat(block.isClosed()).isTrue();
        assertThat(block).hasToString("MemoryBlock{tag=test, bytes=64, closed}");
        assertThat(block.footprintBytes()).isEqualTo(128);
        assertThat(memory.usedBytes("test")).isZero();
        assertThat(memory.usedBytes()).isEqualTo(128);
    }

    @Test
    void shouldLeaveOtherBlocksOpen() {
        block.close();
        other.putLong(0, 5);
        assertThat(other.getLong(0)).isEqualTo(5);
        assertThat(other).hasToString("MemoryBlock{tag=other, bytes=64}");
    }
}
