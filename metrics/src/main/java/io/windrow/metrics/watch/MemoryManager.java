package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.SampleSource;

/**
 * Holds memory, threads and open files against thresholds every few minutes, lets hooks clean up from time to time and when a figure is
 * critical, and lets the JVM collect when memory is above its warning and the load is low. What each hook and collection freed is measured
 * and reported.
 *
 * <p>The first sample is checked, and then one each interval. A figure tells its alarm when it rises above a threshold, not while it stays
 * there; a critical one makes the hooks run at every check. A collection that is wanted waits for low load until the next check says that
 * it is not wanted any more.
 *
 * <p>A sample allocates nothing unless a figure rises. Hooks, collections and the reading of the source run on a daemon thread of the
 * manager. Any thread may ask; each method locks this object. Time is that of the samples.
 */
public final class MemoryManager implements SampleListener, AutoCloseable {

    private final LevelCheck levels;
    private final LoadGauge load;
    private final CleanUpRunner runner;
    private final AlarmListener alarms;
    private final Untold untold = new Untold();
    private final boolean mayCollect;
    private final long checkEveryNanos;
    private final long cleanUpEveryNanos;
    private final long collectAtMostEveryNanos;
    private long checkedNanos;
    private long cleanedNanos;
    private long collectedNanos;
    private long lastNanos;
    private boolean wantsCollection;
    private long checks;
    private long collections;
    private long collectionsPutOff;

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
        levels = new LevelCheck(plan.limits);
        load = new LoadGauge(plan.highestCpuShare, plan.highestBacklog);
        runner = new CleanUpRunner(plan);
        alarms = plan.alarms;
        mayCollect = plan.collection != null;
        checkEveryNanos = plan.checkEveryNanos;
        cleanUpEveryNanos = plan.cleanUpEveryNanos;
        collectAtMostEveryNanos = plan.collectAtMostEveryNanos;
        runner.start();
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

    /** Looks whether a check or a clean-up is due; alarms are told before it returns. */
    @Override
    public void onSample(Sample sample) {
        synchronized (this) {
            take(sample);
        }
        untold.tell(alarms);
    }

    /** Asks for a clean-up now; it runs on the manager's thread. From any thread. */
    public void requestCleanUp() {
        runner.offer(new CleanUpRunner.Job("requested", false));
    }

    /**
     * Waits until every clean-up and collection so far has been done.
     *
     * @param timeoutNanos how long to wait at most.
     * @return whether it has.
     * @throws InterruptedException if the caller is interrupted.
     */
    public boolean awaitIdle(long timeoutNanos) throws InterruptedException {
        return runner.awaitIdle(timeoutNanos);
    }

    /**
     * How a figure stood at the last check.
     *
     * @param figure which.
     * @return its level; good if it has no thresholds.
     */
    public synchronized Level level(Figure figure) {
        return levels.level(figure);
    }

    /**
     * Checks so far.
     *
     * @return their number.
     */
    public synchronized long checks() {
        return checks;
    }

    /**
     * Times a figure rose above its warning but not its critical threshold.
     *
     * @return their number.
     */
    public synchronized long warnings() {
        return levels.warnings();
    }

    /**
     * Times a figure rose above its critical threshold.
     *
     * @return their number.
     */
    public synchronized long criticals() {
        return levels.criticals();
    }

    /**
     * Clean-ups that ran, dry ones included.
     *
     * @return their number.
     */
    public long cleanUps() {
        return runner.cleanUps();
    }

    /**
     * Hooks, collections and listeners of reports that threw.
     *
     * @return their number.
     */
    public long hookFailures() {
        return runner.failures();
    }

    /**
     * Collections that were asked for, dry ones included.
     *
     * @return their number.
     */
    public synchronized long collections() {
        return collections;
    }

    /**
     * Checks at which a collection was wanted and put off, because the load was not low or the last one was too near.
     *
     * @return their number.
     */
    public synchronized long collectionsPutOff() {
        return collectionsPutOff;
    }

    /**
     * What the last clean-up or collection did.
     *
     * @return its report, or null.
     */
    public CleanUpReport lastReport() {
        return runner.last();
    }

    /** Gives up what has not begun, interrupts the hook that runs, and waits for the thread. May be called twice. */
    @Override
    public void close() {
        runner.close();
    }

    private void take(Sample sample) {
        long now = sample.timeNanos();
        if (checks == 0 || now < lastNanos) {
            startAt(now);
        }
        lastNanos = now;
        load.take(sample);
        boolean isDue = now - checkedNanos >= checkEveryNanos;
        if (isDue) {
            checkedNanos = now;
            check(sample);
        }
        cleanUp(now, isDue);
        boolean collected = wantsCollection && collect(now);
        collectionsPutOff += isDue && wantsCollection && !collected ? 1 : 0;
        wantsCollection &= !collected;
    }

    /** Also when the clock was set back: what lies ahead of it now is not waited for. */
    private void startAt(long now) {
        checkedNanos = now - checkEveryNanos;
        cleanedNanos = now;
        collectedNanos = Math.min(collectedNanos, now);
    }

    private void check(Sample sample) {
        checks++;
        levels.check(sample, untold);
        wantsCollection = mayCollect && levels.wantsCollection();
    }

    private void cleanUp(long now, boolean isChecked) {
        Figure critical = isChecked ? levels.critical() : null;
        if (critical != null) {
            cleanedNanos = now;
            runner.offer(new CleanUpRunner.Job(critical.key() + " is critical", false));
        } else if (now - cleanedNanos >= cleanUpEveryNanos) {
            cleanedNanos = now;
            runner.offer(new CleanUpRunner.Job("the interval is over", false));
        }
    }

    private boolean collect(long now) {
        boolean isFar = collections == 0 || now - collectedNanos >= collectAtMostEveryNanos;
        if (!isFar || !load.isLow()) {
            return false;
        }
        collectedNanos = now;
        collections++;
        runner.offer(new CleanUpRunner.Job("memory is above its warning and the load is low", true));
        return true;
    }
}
