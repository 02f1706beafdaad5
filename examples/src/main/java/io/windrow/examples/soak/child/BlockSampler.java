package io.windrow.examples.soak.child;

import io.windrow.metrics.HotspotCounters;
import io.windrow.metrics.ProcessMemory;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes the floors of a day while its session is open: the day's trades are cut into blocks of equal number; of each block it keeps the
 * smallest resident memory, anonymous and in all, and the live heap after a collection at its end. Runs on a thread of its own, which also
 * does the damage of a planted fault.
 */
final class BlockSampler implements AutoCloseable {

    private static final long INTERVAL_NANOS = 5_000_000;
    private static final int LOOKS_TO_TELL = 50;
    /** Serial moves all in every fourth, MarkSweepAlwaysCompactCount. */
    private static final int COLLECTIONS = 4;
    private static final String OLD_USED = "sun.gc.generation.1.space.0.used";

    private final EngineHouse house;
    private final HotspotCounters counters;
    private final PlantedFault fault;
    private final ProcessMemory memory = ProcessMemory.self();
    private final Thread thread = new Thread(this::run, "soak-sampler");
    private final long total;
    private long before;
    private TradingDay session;
    private int day;
    private int block;
    private long floor;
    private long residentFloor;
    private long samples;
    private boolean closed;

    BlockSampler(EngineHouse house, HotspotCounters counters, PlantedFault fault, long total) {
        this.house = house;
        this.counters = counters;
        this.fault = fault;
        this.total = total;
        thread.setDaemon(true);
        thread.start();
    }

    /** A session opens. */
    synchronized void open(TradingDay opened, int number) {
        session = opened;
        day = number;
        block = 0;
        beginBlock();
    }

    /** The session has handled all and is about to close. */
    synchronized void end() {
        look();
        endBlock();
        before += house.settings.events();
        session = null;
    }

    /** Live heap: the least that collections leave, since only one of them moves all and leaves nothing dead behind. */
    long liveHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, usedHeap());
        }
        return least;
    }

    private long usedHeap() {
        // Serial moves all that lives to the old generation; what is used in all also counts the room that threads have reserved.
        return counters.has(OLD_USED) ? counters.value(counters.find(OLD_USED))
            : Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void run() {
        try {
            for (long looks = 1; !isClosed(); looks++) {
                look();
                if (looks % LOOKS_TO_TELL == 0) {
                    tell();
                }
                LockSupport.parkNanos(INTERVAL_NANOS);
            }
        } catch (RuntimeException | Error e) {
            SoakProcess.fail(e);
        }
    }

    private synchronized void tell() {
        if (session != null) {
            SoakLine.PROGRESS.print(before + session.trades(), total, day);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void look() {
        if (session == null) {
            return;
        }
        long trades = session.trades();
        fault.trades(before + trades);
        if (trades * house.settings.blocks() / house.settings.events() > block && block < house.settings.blocks() - 1) {
            endBlock();
        }
        memory.refresh();
        floor = Math.min(floor, memory.anonymousBytes());
        residentFloor = Math.min(residentFloor, memory.residentBytes());
        samples++;
    }

    private void endBlock() {
        long heap = liveHeap();
        boolean seen = samples > 0;
        SoakLine.BLOCK.print(day, block, seen ? floor : -1, seen ? residentFloor : -1, heap, samples);
        block++;
        beginBlock();
    }

    private void beginBlock() {
        floor = Long.MAX_VALUE;
        residentFloor = Long.MAX_VALUE;
        samples = 0;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        LockSupport.unpark(thread);
        memory.close();
    }
}
