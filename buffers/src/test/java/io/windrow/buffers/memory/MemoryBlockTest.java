package io.windrow.buffers.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.ObjIntConsumer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryBlockTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);

    @AfterEach
    void close() {
        memory.close();
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void shouldReachTheFirstAndTheLastBytesAndNoneBeyond(Access access) {
        for (int bytes : new int[] {8, 64, 72, 128}) {
            MemoryBlock block = memory.allocate("edge", bytes);
            access.on(block, 0);
            access.on(block, bytes - access.length);
            for (int outside : new int[] {-1, -access.length, bytes - access.length + 1, bytes, bytes + 8, Integer.MAX_VALUE,
                Integer.MIN_VALUE}) {
                assertThatThrownBy(() -> access.on(block, outside)).as("bytes=%s", bytes)
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("access must stay inside the block: offset=" + outside + ", length=" + access.length
                        + ", bytes=" + bytes + ", tag=edge");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void shouldReachNothingOfABlockSmallerThanTheAccess(Access access) {
        MemoryBlock block = memory.allocate("small", access.length - 1);
        assertThatThrownBy(() -> access.on(block, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void shouldLeaveTheBlockAsItWasWhenRefused(Access access) {
        MemoryBlock block = memory.allocate("edge", 16);
        block.putLong(0, 1);
        block.putLong(8, -1);
        assertThatThrownBy(() -> access.on(block, 16)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(block.getLong(0)).isEqualTo(1);
        assertThat(block.getLong(8)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 1000})
    void shouldStartOnACacheLineAndHoldZeros(int bytes) {
        for (int i = 0; i < 20; i++) {
            MemoryBlock block = memory.allocate("aligned", bytes);
            assertThat(block.startsOnALine()).isTrue();
            assertThat(block.bytes()).isEqualTo(bytes);
            assertThat((long) block.footprintBytes()).isEqualTo(OffHeapMemory.footprintBytes(bytes));
            MemoryBlock copy = memory.allocate("zeros", bytes + 8);
            copy.copyFrom(0, block, 0, bytes);
            for (int offset = 0; offset <= bytes; offset += 8) {
                assertThat(copy.getLong(offset)).isZero();
            }
        }
    }

    @Test
    void shouldRefuseOrderedAccessOffAnEightByteBoundary() {
        MemoryBlock block = memory.allocate("odd", 64);
        assertThatThrownBy(() -> block.getLongAcquire(4)).isInstanceOf(IllegalStateException.class).hasMessageContaining("4");
        assertThatThrownBy(() -> block.putLongRelease(4, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> block.compareAndSetLong(4, 0, 1)).isInstanceOf(IllegalStateException.class);
        assertThat(block.getLong(0)).isZero();
    }

    @Test
    void shouldRefuseALongOffAnEightByteBoundary() {
        MemoryBlock block = memory.allocate("odd", 64);
        for (int offset = 0; offset <= 56; offset++) {
            if (offset % 8 != 0) {
                int odd = offset;
                assertThatThrownBy(() -> block.getLong(odd)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("offset must be divisible by 8: offset=" + odd + ", tag=odd");
                assertThatThrownBy(() -> block.putLong(odd, -1)).isInstanceOf(IllegalArgumentException.class);
            }
        }
        for (int offset = 0; offset < 64; offset += 4) {
            assertThat(block.getInt(offset)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 10})
    void shouldPutAllOfARowAndItsCountsOrNothing(int values) {
        MemoryBlock block = memory.allocate("row", 200);
        putRow(block, values, 0, 1, 3, 2);
        long[] expected = new long[25];
        expected[0] = 77;
        expected[1] = 77;
        for (int i = 0; i < values; i++) {
            expected[3 + 2 * i] = 10 + i;
        }
        assertThat(longs(block)).isEqualTo(expected);
        int tooFar = 25 - 2 * (values - 1);
        int[][] outside = {{0, 1, tooFar, 2}, {0, 1, -1, 1}, {0, 1, 24, -1}, {0, 1, 0, Integer.MAX_VALUE}, {0, 1, 0, 1 << 30},
            {0, 1, Integer.MIN_VALUE, 1}, {-1, 1, 3, 1}, {25, 1, 3, 1}, {0, -1, 3, 1}, {0, 25, 3, 1}};
        for (int[] at : outside) {
            assertThatThrownBy(() -> putRow(block, values, at[0], at[1], at[2], at[3])).as(Arrays.toString(at))
                .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(longs(block)).as("left as it was").isEqualTo(expected);
    }

    private static long[] longs(MemoryBlock block) {
        long[] longs = new long[block.bytes() / Long.BYTES];
        block.getLongsAt(0, longs, 0, longs.length);
        return longs;
    }

    private static void putRow(MemoryBlock block, int values, int begun, int written, int index, int stride) {
        switch (values) {
            case 5 -> block.putRowAt(begun, written, 77, index, stride, 10, 11, 12, 13, 14);
            case 6 -> block.putRowAt(begun, written, 77, index, stride, 10, 11, 12, 13, 14, 15);
            default -> block.putRowAt(begun, written, 77, index, stride, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
        }
    }

    @Test
    void shouldSetOnlyOverTheExpectedValue() {
        MemoryBlock block = memory.allocate("cas", 8);
        assertThat(block.compareAndSetLong(0, 1, 2)).isFalse();
        assertThat(block.compareAndSetLong(0, 0, 2)).isTrue();
        assertThat(block.getLongAcquire(0)).isEqualTo(2);
    }

    @Test
    void shouldHoldTheSameBytesAsABufferOnTheHeap() {
        Seeds.forEach(20, random -> {
            int bytes = 64 + random.nextInt(64);
            try (MemoryBlock block = memory.allocate("a", bytes); MemoryBlock other = memory.allocate("b", bytes)) {
                ByteBuffer expected = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
                ByteBuffer expectedOther = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
                for (int step = 0; step < 200; step++) {
                    int offset = random.nextInt(bytes - 7);
                    long value = random.nextLong();
                    block.putLong(offset & ~7, value);
                    expected.putLong(offset & ~7, value);
                    block.putInt(offset / 2, (int) value);
                    expected.putInt(offset / 2, (int) value);
                    block.putLongRelease(offset & ~7, value + 1);
                    expected.putLong(offset & ~7, value + 1);
                    int length = random.nextInt(bytes - offset + 1);
                    int to = random.nextInt(bytes - length + 1);
                    other.copyFrom(to, block, offset, length);
                    expectedOther.put(to, expected, offset, length);
                    block.copyFrom(to, block, offset, length);
                    expected.put(to, expected.array().clone(), offset, length);
                    assertSame(block, expected);
                    assertSame(other, expectedOther);
                }
            }
        });
    }

    @Test
    void shouldAllocateNothingOnTheHeap() {
        MemoryBlock block = memory.allocate("heap", 64);
        Allocations.assertNone(() -> {
            block.putLong(0, block.getLong(8) + 1);
            block.putInt(16, block.getInt(20) + 1);
            block.putLongRelease(24, block.getLongAcquire(32) + 1);
            block.compareAndSetLong(40, 0, 0);
            block.copyFrom(0, block, 32, 32);
        });
    }

    private static void assertSame(MemoryBlock block, ByteBuffer expected) {
        for (int offset = 0; offset <= expected.capacity() - 8; offset++) {
            boolean sameLong = offset % 8 != 0 || block.getLong(offset) == expected.getLong(offset);
            if (!sameLong || block.getInt(offset) != expected.getInt(offset)) {
                throw new AssertionError("blocks differ: offset=" + offset);
            }
        }
    }

    private enum Access {
        GET_LONG(8, MemoryBlock::getLong),
        PUT_LONG(8, (block, offset) -> block.putLong(offset, 7)),
        GET_INT(4, MemoryBlock::getInt),
        PUT_INT(4, (block, offset) -> block.putInt(offset, 7)),
        GET_ACQUIRE(8, MemoryBlock::getLongAcquire),
        PUT_RELEASE(8, (block, offset) -> block.putLongRelease(offset, 7)),
        COMPARE_AND_SET(8, (block, offset) -> block.compareAndSetLong(offset, 0, 7)),
        COPY_TO(8, (block, offset) -> block.copyFrom(offset, block, 0, 8)),
        COPY_FROM(8, (block, offset) -> block.copyFrom(0, block, offset, 8));

        final int length;
        private final ObjIntConsumer<MemoryBlock> call;

        Access(int length, ObjIntConsumer<MemoryBlock> call) {
            this.length = length;
            this.call = call;
        }

        void on(MemoryBlock block, int offset) {
            call.accept(block, offset);
        }
    }
}
