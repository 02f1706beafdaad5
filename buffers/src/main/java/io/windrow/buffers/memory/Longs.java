package io.windrow.buffers.memory;

import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Objects;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;

/**
 * The bytes of a block as {@code long}s. A run of them is checked once and then reached without further checks, through Agrona, where the
 * virtual machine was started with {@code --add-exports java.base/jdk.internal.misc=ALL-UNNAMED}; without it every access is a
 * checked one of {@link LongBuffer}, with the same results.
 *
 * <p>They stay what they are when the block is closed, and keep its memory until they are let go. For the threads of the block; nothing
 * allocates.
 *
 * <p>Address, count and what keeps the memory from being freed are the final fields of one object, so that a thread that races with a
 * close has all three or none.
 */
public final class Longs {

    private static final boolean DIRECT = isDirect();
    /** The least values of a row. */
    private static final int ROW = 5;
    private static final Longs NONE = new Longs(ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()));
    /** The values of {@link #put(int, long, long, long, long, long, long, long, long)}. */
    static final int RUN = 8;

    private final LongBuffer buffer;
    private final long address;
    private final int count;

    Longs(ByteBuffer bytes) {
        buffer = bytes.asLongBuffer();
        count = buffer.capacity();
        address = DIRECT ? BufferUtil.address(bytes) : 0;
    }

    /**
     * None at all.
     *
     * @return one for all.
     */
    public static Longs none() {
        return NONE;
    }

    /** Whether runs are reached without a check for each {@code long}. */
    static boolean isDirect() {
        return Object.class.getModule().isExported("jdk.internal.misc", Longs.class.getModule());
    }

    /**
     * Reads one.
     *
     * @param index from 0.
     * @return the value.
     * @throws IndexOutOfBoundsException if there is none.
     */
    public long get(int index) {
        if (!DIRECT) {
            return buffer.get(index);
        }
        long value = UnsafeApi.getLong(address + ((long) Objects.checkIndex(index, count) << 3));
        Reference.reachabilityFence(this);
        return value;
    }

    /**
     * Writes one.
     *
     * @param index from 0.
     * @param value the value.
     * @throws IndexOutOfBoundsException if there is none.
     */
    public void put(int index, long value) {
        if (!DIRECT) {
            buffer.put(index, value);
            return;
        }
        UnsafeApi.putLong(address + ((long) Objects.checkIndex(index, count) << 3), value);
        Reference.reachabilityFence(this);
    }

    void get(int index, long[] into, int offset, int length) {
        buffer.get(index, into, offset, length);
    }

    /** At least five, and as many as the array is long. */
    void get(int index, int stride, long[] into, int length) {
        Objects.checkFromToIndex(ROW, length, into.length);
        checkRow(index, stride, length);
        if (!DIRECT) {
            for (int i = 0; i < length; i++) {
                into[i] = buffer.get(index + i * stride);
            }
            return;
        }
        long step = (long) stride << 3;
        long at = address + ((long) index << 3);
        into[0] = UnsafeApi.getLong(at);
        into[1] = UnsafeApi.getLong(at + step);
        into[2] = UnsafeApi.getLong(at + 2 * step);
        into[3] = UnsafeApi.getLong(at + 3 * step);
        into[4] = UnsafeApi.getLong(at + 4 * step);
        for (int i = ROW; i < length; i++) {
            into[i] = UnsafeApi.getLong(at + i * step);
        }
        Reference.reachabilityFence(this);
    }

    void put(int index, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        Objects.checkFromIndexSize(index, RUN, count);
        if (!DIRECT) {
            buffer.put(index, v0).put(index + 1, v1).put(index + 2, v2).put(index + 3, v3)
                .put(index + 4, v4).put(index + 5, v5).put(index + 6, v6).put(index + 7, v7);
            return;
        }
        long at = address + ((long) index << 3);
        UnsafeApi.putLong(at, v0);
        UnsafeApi.putLong(at + 8, v1);
        UnsafeApi.putLong(at + 16, v2);
        UnsafeApi.putLong(at + 24, v3);
        UnsafeApi.putLong(at + 32, v4);
        UnsafeApi.putLong(at + 40, v5);
        UnsafeApi.putLong(at + 48, v6);
        UnsafeApi.putLong(at + 56, v7);
        Reference.reachabilityFence(this);
    }

    void get(int index, long[] into) {
        Objects.checkFromIndexSize(index, RUN, count);
        Objects.checkFromIndexSize(0, RUN, into.length);
        if (!DIRECT) {
            buffer.get(index, into, 0, RUN);
            return;
        }
        long at = address + ((long) index << 3);
        into[0] = UnsafeApi.getLong(at);
        into[1] = UnsafeApi.getLong(at + 8);
        into[2] = UnsafeApi.getLong(at + 16);
        into[3] = UnsafeApi.getLong(at + 24);
        into[4] = UnsafeApi.getLong(at + 32);
        into[5] = UnsafeApi.getLong(at + 40);
        into[6] = UnsafeApi.getLong(at + 48);
        into[7] = UnsafeApi.getLong(at + 56);
        Reference.reachabilityFence(this);
    }

    // The rows are written out for each width. With a helper that they share, the address is read anew behind each fence, and a
    // candle takes a third longer.

    /** Five values: trades and quotes. See {@link BlockLongs#putRowAt}. */
    void putRow(int begun, int written, long count, int index, int stride, long v0, long v1, long v2, long v3, long v4) {
        checkRow(begun, written, index, stride, 5);
        if (!DIRECT) {
            putRowChecked5(begun, written, count, index, stride, v0, v1, v2, v3, v4);
            return;
        }
        long start = address;
        long at = start + ((long) index << 3);
        long step = (long) stride << 3;
        UnsafeApi.putLong(start + ((long) begun << 3), count);
        VarHandle.storeStoreFence();
        UnsafeApi.putLong(at, v0);
        UnsafeApi.putLong(at + step, v1);
        UnsafeApi.putLong(at + 2 * step, v2);
        UnsafeApi.putLong(at + 3 * step, v3);
        UnsafeApi.putLong(at + 4 * step, v4);
        VarHandle.releaseFence();
        UnsafeApi.putLong(start + ((long) written << 3), count);
        Reference.reachabilityFence(this);
    }

    /** Six values: candles. */
    void putRow(int begun, int written, long count, int index, int stride, long v0, long v1, long v2, long v3, long v4, long v5) {
        checkRow(begun, written, index, stride, 6);
        if (!DIRECT) {
            putRowChecked6(begun, written, count, index, stride, v0, v1, v2, v3, v4, v5);
            return;
        }
        long start = address;
        long at = start + ((long) index << 3);
        long step = (long) stride << 3;
        UnsafeApi.putLong(start + ((long) begun << 3), count);
        VarHandle.storeStoreFence();
        UnsafeApi.putLong(at, v0);
        UnsafeApi.putLong(at + step, v1);
        UnsafeApi.putLong(at + 2 * step, v2);
        UnsafeApi.putLong(at + 3 * step, v3);
        UnsafeApi.putLong(at + 4 * step, v4);
        UnsafeApi.putLong(at + 5 * step, v5);
        VarHandle.releaseFence();
        UnsafeApi.putLong(start + ((long) written << 3), count);
        Reference.reachabilityFence(this);
    }

    /** Ten values: full candles. */
    void putRow(int begun, int written, long count, int index, int stride,
        long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7, long v8, long v9) {
        checkRow(begun, written, index, stride, 10);
        if (!DIRECT) {
            putRowChecked10(begun, written, count, index, stride, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9);
            return;
        }
        long start = address;
        long at = start + ((long) index << 3);
        long step = (long) stride << 3;
        UnsafeApi.putLong(start + ((long) begun << 3), count);
        VarHandle.storeStoreFence();
        UnsafeApi.putLong(at, v0);
        UnsafeApi.putLong(at + step, v1);
        UnsafeApi.putLong(at + 2 * step, v2);
        UnsafeApi.putLong(at + 3 * step, v3);
        UnsafeApi.putLong(at + 4 * step, v4);
        UnsafeApi.putLong(at + 5 * step, v5);
        UnsafeApi.putLong(at + 6 * step, v6);
        UnsafeApi.putLong(at + 7 * step, v7);
        UnsafeApi.putLong(at + 8 * step, v8);
        UnsafeApi.putLong(at + 9 * step, v9);
        VarHandle.releaseFence();
        UnsafeApi.putLong(start + ((long) written << 3), count);
        Reference.reachabilityFence(this);
    }

    private void putRowChecked5(int begun, int written, long count, int index, int stride, long v0, long v1, long v2, long v3, long v4) {
        buffer.put(begun, count);
        VarHandle.storeStoreFence();
        buffer.put(index, v0).put(index + stride, v1).put(index + 2 * stride, v2).put(index + 3 * stride, v3)
            .put(index + 4 * stride, v4);
        VarHandle.releaseFence();
        buffer.put(written, count);
    }

    private void putRowChecked6(int begun, int written, long count, int index, int stride,
        long v0, long v1, long v2, long v3, long v4, long v5) {
        buffer.put(begun, count);
        VarHandle.storeStoreFence();
        buffer.put(index, v0).put(index + stride, v1).put(index + 2 * stride, v2).put(index + 3 * stride, v3)
            .put(index + 4 * stride, v4).put(index + 5 * stride, v5);
        VarHandle.releaseFence();
        buffer.put(written, count);
    }

    private void putRowChecked10(int begun, int written, long count, int index, int stride,
        long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7, long v8, long v9) {
        buffer.put(begun, count);
        VarHandle.storeStoreFence();
        buffer.put(index, v0).put(index + stride, v1).put(index + 2 * stride, v2).put(index + 3 * stride, v3)
            .put(index + 4 * stride, v4).put(index + 5 * stride, v5).put(index + 6 * stride, v6)
            .put(index + 7 * stride, v7).put(index + 8 * stride, v8).put(index + 9 * stride, v9);
        VarHandle.releaseFence();
        buffer.put(written, count);
    }

    private void checkRow(int begun, int written, int index, int stride, int length) {
        if (begun < 0 || begun >= count || written < 0 || written >= count) {
            throw new IndexOutOfBoundsException(begun);
        }
        checkRow(index, stride, length);
    }

    private void checkRow(int index, int stride, int length) {
        if (index < 0 || stride < 0 || index + (length - 1L) * stride >= count) {
            throw new IndexOutOfBoundsException(index);
        }
    }
}
