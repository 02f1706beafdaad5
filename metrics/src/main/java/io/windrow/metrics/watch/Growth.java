package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;

/** What both the profiler and the sentinel know of figures that must not keep growing. */
final class Growth {

    private static final long KILOBYTE = 1_000;
    private static final long MEGABYTE = 1_000_000;

    private Growth() {
    }

    /** Growth that is not worth a word: noise, or a few things that are opened late. */
    static long slack(Figure figure) {
        return switch (figure) {
            case HEAP_AFTER_COLLECTION -> 512 * KILOBYTE;
            case RESIDENT_ANONYMOUS, UNACCOUNTED -> 2 * MEGABYTE;
            case OPEN_FILES, THREADS, POOL_IN_USE -> 2;
            case CLASSES -> 50;
            default -> 0;
        };
    }

    /** The figure that this one must not reach, or null. */
    static Figure limit(Figure figure) {
        return switch (figure) {
            case HEAP_AFTER_COLLECTION -> Figure.HEAP_LIMIT;
            case RESIDENT_ANONYMOUS -> Figure.CONTAINER_LIMIT;
            case OFF_HEAP -> Figure.OFF_HEAP_LIMIT;
            case OPEN_FILES -> Figure.OPEN_FILES_LIMIT;
            case POOL_IN_USE -> Figure.POOL_CAPACITY;
            default -> null;
        };
    }

    /** Whether heap pages that are touched for the first time make it grow. */
    static boolean growsByFirstTouch(Figure figure) {
        return figure == Figure.RESIDENT_ANONYMOUS || figure == Figure.UNACCOUNTED;
    }

    /**
     * How much resident memory may grow by first touch alone: what the heap has committed now, less what was surely touched before.
     * 0 if the heap is not known.
     */
    static long firstTouch(long heapCommittedNow, long heapUsedBefore) {
        return heapCommittedNow <= 0 ? 0 : Math.max(0, heapCommittedNow - Math.max(0, heapUsedBefore));
    }
}
