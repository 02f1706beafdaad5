package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.SampleSource;

/** Keeps memory, threads and open files within thresholds. */
public final class MemoryManager implements SampleListener, AutoCloseable {

    /** How a figure stands. */
    public enum Level {
        /** Within its thresholds, or not known. */
        GOOD,
        /** Above its warning. */
        WARN,
        /** Above its critical threshold. */
        CRITICAL
    }

    MemoryManager(MemoryManagerBuilder plan) {
    }

    /**
     * Plans a manager.
     *
     * @param source reads the figures anew before and after each hook, on the manager's thread alone; stays the caller's to close.
     * @return a builder.
     */
    public static MemoryManagerBuilder builder(SampleSource source) {
        return new MemoryManagerBuilder(source);
    }

    @Override
    public void onSample(Sample sample) {
    }

    /** Asks for a clean-up now; it runs on the manager's thread. From any thread. */
    public void requestCleanUp() {
    }

    /**
     * How a figure stood at the last check.
     *
     * @param figure which.
     * @return its level.
     */
    public synchronized Level level(Figure figure) {
        return Level.GOOD;
    }

    /**
     * Checks so far.
     *
     * @return their number.
     */
    public synchronized long checks() {
        return 0;
    }

    /**
     * Times a figure rose above its warning but not its critical threshold.
     *
     * @return their number.
     */
    public synchronized long warnings() {
        return 0;
    }

    /**
     * Times a figure rose above its critical threshold.
     *
     * @return their number.
     */
    public synchronized long criticals() {
        return 0;
    }

    /**
     * Clean-ups that ran, dry ones included.
     *
     * @return their number.
     */
    public synchronized long cleanUps() {
        return 0;
    }

    /**
     * Hooks that threw.
     *
     * @return their number.
     */
    public synchronized long hookFailures() {
        return 0;
    }

    /**
     * Collections that were asked for, dry ones included.
     *
     * @return their number.
     */
    public synchronized long collections() {
        return 0;
    }

    /**
     * Checks at which a collection was wanted and put off, because the load was not low or the last one was too near.
     *
     * @return their number.
     */
    public synchronized long collectionsPutOff() {
        return 0;
    }

    /**
     * What the last clean-up did.
     *
     * @return its report, or null.
     */
    public synchronized CleanUpReport lastReport() {
        return null;
    }

    /** Ends the thread after the hook it is in. May be called twice. */
    @Override
    public void close() {
    }
}
