package io.windrow.metrics.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the actions of rules that fired, after keeping the snapshot. */
final class ActionRunner extends Worker<ActionRunner.Job> {

    private static final int MOST_WAITING = 64;
    private static final int MOST_RESULTS = 100;

    private final List<List<WatchAction>> actions;
    private final MemoryProfiler profiler;
    private final Path folder;
    private final WatchListener listener;
    private final List<WatchResult> results = new ArrayList<>();
    private long failures;

    ActionRunner(WatchdogBuilder plan) {
        super("windrow-watchdog", MOST_WAITING);
        actions = List.copyOf(plan.actions);
        profiler = plan.profiler;
        folder = plan.folder;
        listener = plan.results;
    }

    /** What fired. */
    static final class Job {
        private final int rule;
        private final WatchEvent event;

        Job(int rule, WatchEvent event) {
            this.rule = rule;
            this.event = event;
        }
    }

    void offer(int rule, WatchEvent event) {
        offer(new Job(rule, event));
    }

    synchronized long failures() {
        return failures;
    }

    synchronized List<WatchResult> results() {
        return List.copyOf(results);
    }

    @Override
    void work(Job job) throws InterruptedException {
        WatchEvent event = job.event;
        if (profiler != null) {
            profiler.keep(event.snapshot());
        }
        if (folder != null) {
            event = saved(event);
        }
        for (WatchAction action : actions.get(job.rule)) {
            act(action, event);
        }
    }

    private WatchEvent saved(WatchEvent event) {
        Path file = folder.resolve(fileName(event.alarm()));
        long started = System.nanoTime();
        try {
            WholeFile.write(file, event.snapshot().toJson() + "\n");
            return new WatchEvent(event.alarm(), event.snapshot(), file);
        } catch (IOException e) {
            done(new WatchResult(event.alarm().name(), -1, e.getMessage(), System.nanoTime() - started, event));
            return event;
        }
    }

    private void act(WatchAction action, WatchEvent event) throws InterruptedException {
        long started = System.nanoTime();
        int exitCode = -1;
        String error = "";
        try {
            exitCode = action.run(event);
        } catch (InterruptedException e) {
            if (isClosed()) {
                throw e;
            }
            error = "interrupted";
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        done(new WatchResult(event.alarm().name(), exitCode, error, System.nanoTime() - started, event));
    }

    private void done(WatchResult result) {
        synchronized (this) {
            failures += result.exitCode() == 0 ? 0 : 1;
            if (results.size() == MOST_RESULTS) {
                results.remove(0);
            }
            results.add(result);
        }
        try {
            listener.onResult(result);
        } catch (RuntimeException e) {
            synchronized (this) {
                failures++;
            }
        }
    }

    /** Letters and digits only, so that a rule's name cannot lead to another folder. */
    private static String fileName(Alarm alarm) {
        String text = "windrow-watch-" + JsonText.iso(alarm.timeNanos()) + "-" + alarm.name();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 120); i++) {
            char character = text.charAt(i);
            boolean isPlain = character < 128 && Character.isLetterOrDigit(character);
            name.append(isPlain || character == '.' ? character : '-');
        }
        return name.append(".json").toString();
    }
}
