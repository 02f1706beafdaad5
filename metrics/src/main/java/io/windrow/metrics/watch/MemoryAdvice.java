package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.util.ArrayList;
import java.util.List;

/** Turns the last snapshot and the leaks into sentences that say what to do and why. */
final class MemoryAdvice {

    private static final double NEAR = 0.8;
    private static final int WIDE_HEAP = 4;
    private static final long WIDE_HEAP_LEAST_BYTES = 16_000_000;
    private static final long LONG_STOP_NANOS = 50_000_000;

    private final Snapshot last;
    private final List<String> advice = new ArrayList<>();

    private MemoryAdvice(Snapshot last) {
        this.last = last;
    }

    static List<String> of(List<Snapshot> snapshots, List<LeakFinding> leaks) {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        MemoryAdvice advice = new MemoryAdvice(snapshots.get(snapshots.size() - 1));
        for (LeakFinding leak : leaks) {
            advice.advice.add(remedy(leak.figure()) + ": " + leak.text() + ".");
        }
        advice.limits();
        advice.settings();
        return List.copyOf(advice.advice);
    }

    private void limits() {
        near(Figure.HEAP_AFTER_COLLECTION, Figure.HEAP_LIMIT, "Raise -Xmx or hold less");
        near(Figure.OPEN_FILES, Figure.OPEN_FILES_LIMIT, "Raise the limit of open files or close some");
        near(Figure.CONTAINER_USED, Figure.CONTAINER_LIMIT, "Raise the container's limit or lower -Xmx and the off-heap budget");
        near(Figure.OFF_HEAP, Figure.OFF_HEAP_LIMIT, "Raise the off-heap budget or shorten the windows");
        near(Figure.POOL_IN_USE, Figure.POOL_CAPACITY, "Raise the pools' capacity or release sooner");
    }

    private void settings() {
        long committed = last.get(Figure.HEAP_COMMITTED);
        long after = last.get(Figure.HEAP_AFTER_COLLECTION);
        if (after > 0 && committed > WIDE_HEAP * after && committed > WIDE_HEAP_LEAST_BYTES) {
            advice.add("Lower -Xmx, gc-profile says to what: the heap holds " + text(Figure.HEAP_COMMITTED) + " from the system and needs "
                + text(Figure.HEAP_AFTER_COLLECTION) + " after a collection.");
        }
        if (last.get(Figure.STOP_P95) > LONG_STOP_NANOS) {
            advice.add("Run gc-profile: 95 of 100 stops take up to " + text(Figure.STOP_P95) + ", more than 50 ms.");
        }
        if (last.get(Figure.SWAP) > 0) {
            advice.add("Give the machine more memory or the process less: " + text(Figure.SWAP) + " are swapped out, and each"
                + " access to them waits for the disk.");
        }
    }

    private void near(Figure figure, Figure limit, String remedy) {
        if (last.has(figure) && last.get(limit) > 0 && last.get(figure) > NEAR * last.get(limit)) {
            advice.add(remedy + ": " + figure.key() + " is " + text(figure) + " of " + text(limit) + ".");
        }
    }

    private String text(Figure figure) {
        return FigureText.of(figure, last.get(figure));
    }

    private static String remedy(Figure figure) {
        return switch (figure) {
            case HEAP_AFTER_COLLECTION -> "Look for collections that only grow, with a heap histogram or the allocation sites";
            case RESIDENT_ANONYMOUS -> "Look for memory that is not the heap's, with -XX:NativeMemoryTracking=summary";
            case OFF_HEAP -> "Look in the ledger for the owner that grows, and close what it opens";
            case OPEN_FILES -> "Look in /proc/PID/fd for what is opened again and again, and close it";
            case THREADS -> "Look in a thread dump for the name that repeats, and end or share those threads";
            case CLASSES -> "Look for classes made at run time: proxies, scripts, class loaders that are not let go";
            case LEAKED_OBJECTS -> "Run the pools in checked mode, which names the place of each acquisition";
            default -> "Release what is acquired from the pools";
        };
    }
}
