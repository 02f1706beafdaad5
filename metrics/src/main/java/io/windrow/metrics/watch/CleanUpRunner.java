package io.windrow.metrics.watch;

import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleSource;
import io.windrow.metrics.SourceLostException;
import java.util.ArrayList;
import java.util.List;

/** Runs hooks and collections and measures what each freed. */
final class CleanUpRunner extends Worker<CleanUpRunner.Job> {

    private static final int MOST_WAITING = 4;

    private final SampleSource source;
    private final List<String> names;
    private final List<CleanUpHook> hooks;
    private final CollectionRequest collection;
    private final boolean dryRun;
    private final CleanUpListener listener;
    private CleanUpReport last;
    private long cleanUps;
    private long failures;

    CleanUpRunner(MemoryManagerBuilder plan) {
        super("windrow-memory-manager", MOST_WAITING);
        source = plan.source;
        names = List.copyOf(plan.hookNames);
        hooks = List.copyOf(plan.hooks);
        collection = plan.collection;
        dryRun = plan.dryRun;
        listener = plan.reports;
    }

    /** What is to be done: the hooks, or a collection. */
    static final class Job {
        private final String reason;
        private final boolean collects;

        Job(String reason, boolean collects) {
            this.reason = reason;
            this.collects = collects;
        }
    }

    synchronized CleanUpReport last() {
        return last;
    }

    synchronized long cleanUps() {
        return cleanUps;
    }

    synchronized long failures() {
        return failures;
    }

    @Override
    void work(Job job) throws InterruptedException {
        List<CleanUpReport.Step> steps = new ArrayList<>();
        if (job.collects) {
            steps.add(step("collection", collection::collect));
        } else {
            for (int i = 0; i < hooks.size() && !isClosed(); i++) {
                steps.add(step(names.get(i), hooks.get(i)));
            }
        }
        CleanUpReport report = new CleanUpReport(job.reason, dryRun, steps);
        synchronized (this) {
            cleanUps += job.collects ? 0 : 1;
            last = report;
        }
        tell(report);
    }

    private CleanUpReport.Step step(String name, CleanUpHook hook) throws InterruptedException {
        if (dryRun) {
            return new CleanUpReport.Step(name, 0, null, "");
        }
        Snapshot before = read("before " + name);
        long started = System.nanoTime();
        String error = run(hook);
        long took = System.nanoTime() - started;
        Snapshot after = read("after " + name);
        SnapshotDifference difference = before == null || after == null ? null : SnapshotDifference.between(before, after);
        return new CleanUpReport.Step(name, took, difference, error);
    }

    private String run(CleanUpHook hook) throws InterruptedException {
        try {
            hook.cleanUp();
            return "";
        } catch (InterruptedException e) {
            if (isClosed()) {
                throw e;
            }
            fail();
            return "interrupted";
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            fail();
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    private synchronized void fail() {
        failures++;
    }

    /** Null if the source gives nothing; the hook runs all the same. */
    private Snapshot read(String label) {
        Sample sample = new Sample();
        try {
            source.read(sample);
            return new Snapshot(label, sample);
        } catch (SourceLostException e) {
            return null;
        }
    }

    private void tell(CleanUpReport report) {
        try {
            listener.onCleanUp(report);
        } catch (RuntimeException e) {
            fail();
        }
    }
}
