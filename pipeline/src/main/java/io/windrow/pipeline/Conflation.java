package io.windrow.pipeline;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Events that found the ring full and wait beside it: for each instrument one trade and one quote, a newer one in the place of an older;
 * and one event that nothing can take the place of. They go into the ring in the order in which the first of each place came, as soon as
 * there is room, put there by a publisher or by the handler that made room. Any thread; who meets a ring with room and nobody waiting
 * takes no lock.
 */
final class Conflation implements AutoCloseable {

    static final String TAG = "conflation";

    private static final int KINDS = 2;

    private final Slotted ring;
    private final MemoryBlock events;
    private final long[] scratch = new long[MarketEventLayout.SLOT_LONGS];
    private final boolean[] occupied;
    /** Places in the order they were taken, a ring. */
    private final int[] queue;
    private int head;
    private volatile int waiting;

    Conflation(OffHeapMemory memory, int instruments, Slotted ring) {
        this.ring = ring;
        events = memory.allocate(TAG, bytes(instruments));
        occupied = new boolean[places(instruments)];
        queue = new int[places(instruments)];
    }

    private static int places(int instruments) {
        return instruments * KINDS + 1;
    }

    static long bytes(int instruments) {
        return (long) places(instruments) * MarketEventLayout.SLOT_BYTES;
    }

    int waiting() {
        return waiting;
    }

    /**
     * Puts an event into the ring, or beside it.
     *
     * @return false if it is one that must not be left out, and another of those waits already: then this one has to come again.
     */
    boolean put(MarketPublisher from, int type, int instrument, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        if (waiting == 0 && write(v0, v1, v2, v3, v4, v5, v6, v7)) {
            return true;
        }
        synchronized (this) {
            flush();
            if (waiting == 0 && write(v0, v1, v2, v3, v4, v5, v6, v7)) {
                return true;
            }
            int place = place(type, instrument);
            if (occupied[place] && place == occupied.length - 1) {
                return false;
            }
            store(from, place, v0, v1, v2, v3, v4, v5, v6, v7);
            // The ring may have been emptied since: then nobody comes who would take what waits.
            VarHandle.fullFence();
            flush();
            return true;
        }
    }

    private int place(int type, int instrument) {
        return switch (type) {
            case MarketEvent.TRADE -> instrument * KINDS;
            case MarketEvent.QUOTE -> instrument * KINDS + 1;
            default -> occupied.length - 1;
        };
    }

    private boolean write(long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        long sequence = ring.tryClaim();
        if (sequence < 0) {
            return false;
        }
        ring.write(sequence, v0, v1, v2, v3, v4, v5, v6, v7);
        return true;
    }

    private void store(MarketPublisher from, int place, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        events.putLongsAt(place << MarketEventLayout.SLOT_SHIFT, v0, v1, v2, v3, v4, v5, v6, v7);
        if (occupied[place]) {
            from.droppedOldest();
            return;
        }
        occupied[place] = true;
        queue[(head + waiting) % queue.length] = place;
        waiting++;
    }

    /** A handler has made room: its sequence is set. */
    void roomMade() {
        // Between the handler's sequence and the look at who waits, as between a publisher's waiting and its look at the ring.
        VarHandle.fullFence();
        if (waiting > 0) {
            flush();
        }
    }

    /** Puts into the ring what waits, as far as there is room. */
    private synchronized void flush() {
        while (waiting > 0) {
            long sequence = ring.tryClaim();
            if (sequence < 0) {
                return;
            }
            int place = queue[head];
            events.getLongsAt(place << MarketEventLayout.SLOT_SHIFT, scratch);
            occupied[place] = false;
            head = (head + 1) % queue.length;
            waiting--;
            ring.write(sequence, scratch[0], scratch[1], scratch[2], scratch[3], scratch[4], scratch[5], scratch[6], scratch[7]);
        }
    }

    /** Forgets what waited when the pipeline was stopped; it was counted as left. */
    synchronized void clear() {
        waiting = 0;
        Arrays.fill(occupied, false);
    }

    @Override
    public void close() {
        events.close();
    }
}
