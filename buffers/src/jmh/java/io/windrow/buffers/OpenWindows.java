package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long 3,000 instruments × 3 frames × 200 candles take to open, and what they add to the resident memory of the process beside
 * the bytes that were planned. Run in a JVM of its own; Linux only. A few windows are opened first, so that classes are loaded and
 * counted in neither.
 */
final class OpenWindows {

    private static final int INSTRUMENTS = 3000;
    private static final int CANDLES = 200;
    private static final Timeframe[] FRAMES = {Timeframe.minutes(1), Timeframe.minutes(5), Timeframe.minutes(60)};

    private OpenWindows() {
    }

    /**
     * Prints one line.
     *
     * @param args none.
     */
    public static void main(String[] args) throws IOException {
        InstrumentRegistry few = registry(2);
        InstrumentRegistry all = registry(INSTRUMENTS);
        long planned = 0;
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1L << 30)) {
            open(memory, few).forEach(WindowGroup::close);
            residentBytes();
            long before = residentBytes();
            long start = System.nanoTime();
            List<WindowGroup<CandleWindow>> groups = open(memory, all);
            long nanos = System.nanoTime() - start;
            long added = residentBytes() - before;
            planned = memory.usedBytes();
            System.out.printf("windows=%d plannedBytes=%d residentBytes=%d above=%.2f %% openMillis=%.1f last=%s%n",
                INSTRUMENTS * FRAMES.length, planned, added, 100.0 * (added - planned) / planned, nanos / 1e6,
                groups.get(2).get(INSTRUMENTS - 1).instrument().symbol());
        }
    }

    private static List<WindowGroup<CandleWindow>> open(OffHeapMemory memory, InstrumentRegistry instruments) {
        List<WindowGroup<CandleWindow>> groups = new ArrayList<>();
        for (int frame = 0; frame < FRAMES.length; frame++) {
            CandleSpec spec = CandleSpec.of(FRAMES[frame]).capacity(CANDLES);
            groups.add(WindowGroup.ofCandles(memory, instruments, spec, frame, FRAMES.length));
        }
        return groups;
    }

    private static InstrumentRegistry registry(int count) {
        InstrumentRegistry registry = new InstrumentRegistry(count);
        for (int i = 0; i < count; i++) {
            registry.register("SYMBOL" + i, 2, 5);
        }
        return registry;
    }

    private static long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("RssAnon:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        throw new IOException("no RssAnon in /proc/self/status");
    }
}
