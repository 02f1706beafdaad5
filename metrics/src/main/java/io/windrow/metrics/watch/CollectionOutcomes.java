package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;

/** Judges whether a forced collection did anything. */
final class CollectionOutcomes {

    private CollectionOutcomes() {
    }

    static CollectionOutcome of(SnapshotDifference difference, long tookNanos) {
        boolean collected = counted(difference);
        String text = collected
            ? "freed " + FigureText.of(Figure.HEAP_USED, -difference.change(Figure.HEAP_USED)) + " of heap and "
                + FigureText.of(Figure.RESIDENT, -difference.change(Figure.RESIDENT)) + " of resident memory in "
                + FigureText.of(Figure.CPU, tookNanos)
            : "the JVM counted no collection: it may run with -XX:+DisableExplicitGC, which makes System.gc() do nothing";
        return new CollectionOutcome(difference, tookNanos, collected, text);
    }

    private static boolean counted(SnapshotDifference difference) {
        boolean isKnown = difference.after().has(Figure.COLLECTIONS) || difference.after().has(Figure.OLD_COLLECTIONS);
        return !isKnown || difference.change(Figure.COLLECTIONS) > 0 || difference.change(Figure.OLD_COLLECTIONS) > 0;
    }
}
