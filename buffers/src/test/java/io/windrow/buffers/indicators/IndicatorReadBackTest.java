package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A set written out and read back. */
class IndicatorReadBackTest {

    private static final IndicatorSpec[] ALL = BuiltIn.all();
    private static final IndicatorSpec[] SOME = {Sma.of(3), Rsi.of(2)};
    /** Header, then output, count, round and ring; output, previous, and count and average of gain and of loss. */
    private static final int SOME_BYTES = 64 + 8 * (1 + 2 + 3) + 8 * (1 + 1 + 4);

    private final OffHeapMemory memory = OffHeapMemory.withBudget(64 << 20);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private static ByteBuffer written(IndicatorSet set, ByteOrder order) {
        ByteBuffer buffer = ByteBuffer.allocate(set.stateBytes() + 20).order(order);
        buffer.position(13);
        set.writeTo(buffer);
        assertThat(buffer.position()).isEqualTo(13 + set.stateBytes());
        return buffer.limit(buffer.position()).position(13);
    }

    private IndicatorSet someFed() {
        IndicatorSet set = IndicatorSet.open(memory, SOME);
        Outputs.feed(set, Series.random(new Random(7), 10), 0, 10);
        return set;
    }

    @Test
    void shouldGoOnAsIfItHadNeverBeenWritten() {
        Seeds.forEach(20, random -> {
            int size = Outputs.enough(ALL, random);
            Series series = Series.random(random, size);
            int split = random.nextInt(size);
            try (OffHeapMemory elsewhere = OffHeapMemory.withBudget(1 << 20); IndicatorSet set = IndicatorSet.open(memory, ALL)) {
                Outputs.feed(set, series, 0, split);
                ByteBuffer buffer = written(set, random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                IndicatorSet read = IndicatorSet.open(elsewhere, ALL);
                Outputs.feed(read, Series.random(random, size), 0, random.nextInt(size));
                buffer.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                read.readFrom(buffer);
                assertThat(buffer.hasRemaining()).isFalse();
                Outputs.assertSame(read, set, "read");
                assertThat(written(read, ByteOrder.BIG_ENDIAN)).as("written again").isEqualTo(written(set, ByteOrder.BIG_ENDIAN));
                for (int i = split; i < size; i++) {
                    Outputs.feed(set, series, i, i + 1);
                    Outputs.feed(read, series, i, i + 1);
                    Outputs.assertSame(read, set, i);
                }
            }
        });
    }

    /** The format itself, so that what was written by this version is read by the next. */
    @Test
    void shouldWriteAHeaderAndTheStatesInLittleEndian() {
        try (IndicatorSet set = someFed()) {
            assertThat(set.stateBytes()).isEqualTo(SOME_BYTES);
            ByteBuffer buffer = written(set, ByteOrder.BIG_ENDIAN).slice().order(ByteOrder.LITTLE_ENDIAN);
            assertThat(buffer.getInt(4)).as("version").isEqualTo(1);
            assertThat(buffer.getLong(8)).as("longs").isEqualTo(SOME_BYTES / 8);
            assertThat(buffer.getLong(16)).as("last open time").isEqualTo(9 * 60_000_000_000L);
            for (int i = 40; i < 64; i++) {
                assertThat(buffer.get(i)).isZero();
            }
            assertThat(buffer.getLong(32)).as("samples").isEqualTo(10);
            assertThat(buffer.getDouble(64)).as("its output").isEqualTo(set.get(0).value());
            assertThat(buffer.getDouble(64 + 8 * 6)).as("output of the second").isEqualTo(set.get(1).value());
        }
    }

    @Test
    void shouldRefuseWhatIsNotItsState() {
        try (IndicatorSet set = someFed(); IndicatorSet other = IndicatorSet.open(memory, Sma.of(3), Rsi.of(4))) {
            ByteBuffer good = written(set, ByteOrder.LITTLE_ENDIAN).slice().order(ByteOrder.LITTLE_ENDIAN);
            refuse(good.duplicate().limit(63), "indicator state must have a header of 64 bytes: bytes=63");
            refuse(good.duplicate().limit(SOME_BYTES - 1),
                "indicator state must be whole, " + SOME_BYTES + " bytes: bytes=" + (SOME_BYTES - 1));
            refuse(changed(good, 4, 2), "indicator state must be of version 1: version=2");
            refuse(changed(good, 4, -1), "indicator state must be of version 1: version=-1");
            refuse(changed(good, 8, 3), "indicator state must have " + SOME_BYTES / 8 + " longs: longs=3");
            int ours = good.getInt(0);
            int theirs = written(other, ByteOrder.LITTLE_ENDIAN).getInt(13);
            refuse(written(other, ByteOrder.BIG_ENDIAN), "indicator state must be of the indicators sma:3,rsi:2 with the fingerprint "
                + ours + ": fingerprint=" + theirs);
            long checksum = good.getLong(24);
            refuse(changed(good, 24, (int) checksum + 1), "indicator state must have the checksum " + checksum + ": checksum="
                + ((int) checksum + 1 & 0xFFFF_FFFFL));
        }
    }

    private static ByteBuffer changed(ByteBuffer good, int at, int value) {
        ByteBuffer copy = ByteBuffer.allocate(good.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        return copy.put(good.duplicate()).flip().putInt(at, value);
    }

    /** A set that went on from another state refuses it; itself and the set beside it stay as they are. */
    private void refuse(ByteBuffer bad, String message) {
        try (IndicatorSet set = IndicatorSet.open(memory, SOME); IndicatorSet beside = IndicatorSet.open(memory, SOME)) {
            Outputs.feed(set, Series.random(new Random(8), 20), 0, 20);
            Outputs.feed(beside, Series.random(new Random(9), 20), 0, 20);
            ByteBuffer before = written(set, ByteOrder.LITTLE_ENDIAN);
            ByteBuffer besideBefore = written(beside, ByteOrder.LITTLE_ENDIAN);
            int position = bad.position();
            assertThatThrownBy(() -> set.readFrom(bad)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
            assertThat(bad.position()).isEqualTo(position);
            assertThat(written(set, ByteOrder.LITTLE_ENDIAN)).isEqualTo(before);
            assertThat(written(beside, ByteOrder.LITTLE_ENDIAN)).isEqualTo(besideBefore);
        }
    }

    @Test
    void shouldFindEveryBitThatWasTurned() {
        try (IndicatorSet set = someFed()) {
            ByteBuffer bytes = written(set, ByteOrder.LITTLE_ENDIAN).slice();
            for (int bit = 0; bit < SOME_BYTES * 8; bit++) {
                bytes.put(bit / 8, (byte) (bytes.get(bit / 8) ^ 1 << bit % 8));
                assertThatThrownBy(() -> set.readFrom(bytes)).as("bit %s", bit).isInstanceOf(IllegalArgumentException.class);
                bytes.put(bit / 8, (byte) (bytes.get(bit / 8) ^ 1 << bit % 8));
            }
            set.readFrom(bytes);
            assertThat(bytes.remaining()).isZero();
        }
    }

    @Test
    void shouldWriteNothingWhereThereIsNoRoom() {
        try (IndicatorSet set = someFed()) {
            ByteBuffer small = ByteBuffer.allocate(SOME_BYTES - 1);
            assertThatThrownBy(() -> set.writeTo(small)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("buffer must have room for the indicator state: room=" + (SOME_BYTES - 1) + ", bytes=" + SOME_BYTES);
            assertThat(small).isEqualTo(ByteBuffer.allocate(SOME_BYTES - 1));
            ByteBuffer readOnly = ByteBuffer.allocate(SOME_BYTES).asReadOnlyBuffer();
            assertThatThrownBy(() -> set.writeTo(readOnly)).isInstanceOf(ReadOnlyBufferException.class);
        }
    }
}
