package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.watch.MemoryManager.Level;
import java.util.Map;

/** Holds figures against two thresholds each and remembers how they stand. Allocates nothing unless one rises. */
final class LevelCheck {

    private final Figure[] figures;
    private final long[] warn;
    private final long[] critical;
    private final Level[] levels;
    private long warnings;
    private long criticals;

    LevelCheck(Map<Figure, long[]> limits) {
        figures = limits.keySet().toArray(new Figure[0]);
        warn = new long[figures.length];
        critical = new long[figures.length];
        levels = new Level[figures.length];
        for (int i = 0; i < figures.length; i++) {
            warn[i] = limits.get(figures[i])[0];
            critical[i] = limits.get(figures[i])[1];
            levels[i] = Level.GOOD;
        }
    }

    void check(Sample sample, Untold untold) {
        for (int i = 0; i < figures.length; i++) {
            Level level = level(sample.get(figures[i]), i);
            if (level.compareTo(levels[i]) > 0) {
                untold.add(rise(i, level, sample));
            }
            levels[i] = level;
        }
    }

    Level level(Figure figure) {
        for (int i = 0; i < figures.length; i++) {
            if (figures[i] == figure) {
                return levels[i];
            }
        }
        return Level.GOOD;
    }

    /** The first figure that stands critical, or null. */
    Figure critical() {
        for (int i = 0; i < figures.length; i++) {
            if (levels[i] == Level.CRITICAL) {
                return figures[i];
            }
        }
        return null;
    }

    /** Whether memory that a collection may free is above its warning. */
    boolean wantsCollection() {
        for (int i = 0; i < figures.length; i++) {
            if (levels[i] != Level.GOOD && isFreedByCollection(figures[i])) {
                return true;
            }
        }
        return false;
    }

    long warnings() {
        return warnings;
    }

    long criticals() {
        return criticals;
    }

    private Level level(long value, int i) {
        if (value > critical[i]) {
            return Level.CRITICAL;
        }
        return value > warn[i] ? Level.WARN : Level.GOOD;
    }

    private Alarm rise(int i, Level level, Sample sample) {
        boolean isCritical = level == Level.CRITICAL;
        warnings += isCritical ? 0 : 1;
        criticals += isCritical ? 1 : 0;
        long limit = isCritical ? critical[i] : warn[i];
        Figure figure = figures[i];
        long value = sample.get(figure);
        String text = figure.description() + ", " + figure.key() + ", is " + FigureText.of(figure, value) + ", above "
            + FigureText.of(figure, limit);
        return new Alarm(figure.key() + " above " + limit, isCritical ? Severity.CRITICAL : Severity.MEDIUM, figure, value, limit,
            sample.timeNanos(), text);
    }

    private static boolean isFreedByCollection(Figure figure) {
        return switch (figure) {
            case RESIDENT, RESIDENT_ANONYMOUS, HEAP_USED, HEAP_AFTER_COLLECTION, YOUNG_USED, OLD_USED, CONTAINER_USED,
                CONTAINER_ANONYMOUS -> true;
            default -> false;
        };
    }
}
