package io.windrow.examples.soak.child;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Does the damage of a {@link Plant}. For one thread at a time. */
final class PlantedFault {

    private static final int MILLION = 1_000_000;
    private static final int PAGE_BYTES = 4_096;
    private static final int HEAP_BYTES = 64 << 10;
    private static final int NATIVE_BYTES = 1 << 20;

    private final EngineHouse house;
    private final List<Object> held = new ArrayList<>();
    private long millions;

    PlantedFault(EngineHouse house) {
        this.house = house;
    }

    /** So many trades have been published, all days together. */
    void trades(long count) {
        while (millions < count / MILLION) {
            millions++;
            million();
        }
    }

    private void million() {
        switch (house.settings.plant()) {
            case OFF_HEAP -> held.add(house.memory.allocate("planted", PAGE_BYTES));
            case NATIVE -> held.add(touched(ByteBuffer.allocateDirect(NATIVE_BYTES)));
            case HEAP -> held.add(new byte[HEAP_BYTES]);
            case POOL -> held.add(house.tickets.acquire());
            default -> {
                // The others come by the day.
            }
        }
    }

    /** A day is over. */
    void day() {
        switch (house.settings.plant()) {
            case FILES -> held.add(opened());
            case THREADS -> thread();
            default -> {
                // The others come by the million.
            }
        }
    }

    private static ByteBuffer touched(ByteBuffer bytes) {
        for (int at = 0; at < bytes.capacity(); at += PAGE_BYTES) {
            bytes.put(at, (byte) 1);
        }
        return bytes;
    }

    private RandomAccessFile opened() {
        try {
            return new RandomAccessFile(house.folder.resolve("planted.csv").toFile(), "rw");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread() {
        Thread thread = new Thread(() -> {
            while (true) {
                LockSupport.park();
            }
        }, "planted");
        thread.setDaemon(true);
        thread.start();
    }
}
