package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.trend.SlopeInterval;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts hours without a leak. An hour counts if the whole grid of samples came, at most 1 % missing and no gap longer than three
 * intervals, and nothing was found in it; a finding, or a restart of the process, sets the count back to 0.
 *
 * <p>After the warm-up the heap after full collections, anonymous resident memory, bytes off the heap, memory without an owner, open files,
 * threads and objects out of their pools are judged at each twelfth of the window, by the smallest value of each twelfth: over two windows
 * in a row, which both must grow, and over one that is 24 times as long for what grows slowly. A figure that keeps growing is a finding
 * under its name, and so is each object that leaks from a pool. No finding is: noise, a sawtooth whose teeth are shorter than a block, a
 * step that happens once, and resident memory that grows by no more than the pages of the heap that were not touched before. Without full
 * collections a heap that grows is found only from 70 % of its limit on, because what was promoted may be garbage. A count that wanders
 * widely by itself, with a memory of a quarter of an hour, is taken for a leak in about 1 of 70 runs of 30 hours.
 *
 * <p>About 12 KB of heap; a sample allocates nothing unless it finds something. Any thread may ask; each
 * method locks this object. Time is that of the samples.
 */
public final class LeakSentinel implements SampleListener {

    private static final Figure[] WATCHED = {Figure.HEAP_AFTER_COLLECTION, Figure.RESIDENT_ANONYMOUS, Figure.OFF_HEAP, Figure.UNACCOUNTED,
        Figure.OPEN_FILES, Figure.THREADS, Figure.POOL_IN_USE};
    private static final int MOST_FINDINGS = 100;

    private final long warmUpNanos;
    private final long blockNanos;
    private final int targetHours;
    private final boolean pretouched;
    private final AlarmListener listener;
    private final CleanHours hours;
    private final LeakTrack[] tracks = new LeakTrack[WATCHED.length];
    private final boolean[] known = new boolean[WATCHED.length];
    private final List<LeakFinding> findings = new ArrayList<>();
    private final Untold untold = new Untold();
    private long findingCount;
    private long samples;
    private long firstNanos;
    private long blockBegan;
    private boolean isJudging;
    private long heapUsedPeak;
    private long uptime = Sample.ABSENT;
    private long leakedBefore = Sample.ABSENT;
    private long leakedObjects;

    LeakSentinel(LeakSentinelBuilder plan) {
        warmUpNanos = plan.warmUpNanos;
        blockNanos = plan.windowNanos / FloorTrend.BLOCKS;
        targetHours = plan.targetHours;
        pretouched = plan.pretouched;
        listener = plan.listener;
        hours = new CleanHours(plan.intervalNanos);
        SlopeInterval line = new SlopeInterval(FloorTrend.BLOCKS);
        for (int i = 0; i < tracks.length; i++) {
            tracks[i] = new LeakTrack(WATCHED[i], line);
        }
    }

    /**
     * Plans a sentinel.
     *
     * @return a builder.
     */
    public static LeakSentinelBuilder builder() {
        return new LeakSentinelBuilder();
    }

    /** Takes a sample; findings are told to the listener before it returns. */
    @Override
    public void onSample(Sample sample) {
        synchronized (this) {
            take(sample);
        }
        untold.tell(listener);
    }

    /**
     * Clean hours in a row.
     *
     * @return whole hours, 0 after a finding or a restart of the process.
     */
    public synchronized long cleanHours() {
        return hours.clean();
    }

    /**
     * Clean hours in a row with the part of the hour that is under way.
     *
     * @return hours, such as 3.5.
     */
    public synchronized double cleanHoursAndPart() {
        return hours.clean() + (double) Math.min(hours.underWayNanos(), CleanHours.HOUR_NANOS) / CleanHours.HOUR_NANOS;
    }

    /**
     * Whether the target is reached.
     *
     * @return true if there are as many clean hours in a row as were wanted.
     */
    public synchronized boolean isTargetReached() {
        return hours.clean() >= targetHours;
    }

    /**
     * Hours that did not count because samples were missing.
     *
     * @return their number since the start.
     */
    public synchronized long incompleteHours() {
        return hours.incomplete();
    }

    /**
     * Objects that leaked from pools since the first sample.
     *
     * @return their number.
     */
    public synchronized long leakedObjects() {
        return leakedObjects;
    }

    /**
     * All findings, at most the last 100.
     *
     * @return a copy, the oldest first.
     */
    public synchronized List<LeakFinding> findings() {
        return List.copyOf(findings);
    }

    /**
     * How many findings there were.
     *
     * @return their number since the start.
     */
    public synchronized long findingCount() {
        return findingCount;
    }

    /**
     * Whether it still warms up.
     *
     * @return true until the warm-up is over.
     */
    public synchronized boolean isWarmingUp() {
        return !isJudging;
    }

    /**
     * Where the sentinel stands, in words: clean hours of the target, what it found, which figures no sample knew.
     *
     * @return one line.
     */
    public synchronized String status() {
        return SentinelText.status(this, targetHours, unknown());
    }

    /**
     * The same as JSON.
     *
     * @return one object on one line.
     */
    public synchronized String toJson() {
        return SentinelText.json(this, targetHours, unknown());
    }

    private void take(Sample sample) {
        if (samples++ == 0) {
            firstNanos = sample.timeNanos();
        }
        if (isRestarted(sample)) {
            restart(sample);
        }
        uptime = sample.get(Figure.UPTIME);
        countLeaked(sample);
        if (!isJudging && !isWarm(sample)) {
            return;
        }
        judge(sample);
        hours.take(sample.timeNanos());
    }

    private boolean isRestarted(Sample sample) {
        return uptime != Sample.ABSENT && sample.has(Figure.UPTIME) && sample.get(Figure.UPTIME) < uptime;
    }

    private void restart(Sample sample) {
        hours.spoil();
        clearTracks();
        isJudging = false;
        firstNanos = sample.timeNanos();
        leakedBefore = Sample.ABSENT;
        heapUsedPeak = 0;
    }

    private boolean isWarm(Sample sample) {
        long lived = sample.has(Figure.UPTIME) ? sample.get(Figure.UPTIME) : sample.timeNanos() - firstNanos;
        isJudging = lived >= warmUpNanos;
        blockBegan = sample.timeNanos();
        return isJudging;
    }

    private void countLeaked(Sample sample) {
        long leaked = sample.get(Figure.LEAKED_OBJECTS);
        if (leaked == Sample.ABSENT) {
            return;
        }
        if (leakedBefore != Sample.ABSENT && leaked > leakedBefore) {
            leakedObjects += leaked - leakedBefore;
            find(SentinelText.leaked(leakedBefore, leaked), sample);
        }
        leakedBefore = leaked;
    }

    private void judge(Sample sample) {
        long elapsed = sample.timeNanos() - blockBegan;
        if (elapsed < 0 || elapsed >= 2 * blockNanos) {
            // The clock was set, or a whole block is missing: what is older cannot be joined to what follows.
            clearTracks();
            blockBegan = sample.timeNanos();
        } else if (elapsed >= blockNanos) {
            endBlock(sample);
            blockBegan += blockNanos;
        }
        heapUsedPeak = Math.max(heapUsedPeak, sample.get(Figure.HEAP_USED));
        for (int i = 0; i < tracks.length; i++) {
            tracks[i].take(sample);
            known[i] |= sample.has(WATCHED[i]);
        }
    }

    private void endBlock(Sample sample) {
        long untouchable = pretouched ? 0 : sample.get(Figure.HEAP_COMMITTED);
        for (int i = 0; i < tracks.length; i++) {
            if (tracks[i].endBlock(untouchable, heapUsedPeak)) {
                find(SentinelText.grown(tracks[i], blockNanos, sample), sample);
                tracks[i].clear();
            }
        }
    }

    private void find(LeakFinding finding, Sample sample) {
        hours.spoil();
        findingCount++;
        if (findings.size() == MOST_FINDINGS) {
            findings.remove(0);
        }
        findings.add(finding);
        untold.add(new Alarm("leak of " + finding.figure().key(), finding.severity(), finding.figure(), finding.to(), finding.from(),
            sample.timeNanos(), finding.text()));
    }

    private void clearTracks() {
        for (int i = 0; i < tracks.length; i++) {
            tracks[i].clear();
        }
    }

    private List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            if (isJudging && !known[i]) {
                unknown.add(WATCHED[i].key());
            }
        }
        return unknown;
    }
}
