package io.windrow.examples.ops;

import io.windrow.examples.ops.json.JsonReader;
import io.windrow.metrics.watch.Alarm;
import io.windrow.metrics.watch.WatchAction;
import io.windrow.metrics.watch.WatchEvent;
import io.windrow.metrics.watch.WatchResult;
import io.windrow.metrics.watch.WatchRule;
import io.windrow.metrics.watch.Watchdog;
import io.windrow.metrics.watch.WatchdogBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A watchdog from its start to its end. Alarms come on the watchdog's thread. */
final class WatchdogRun {

    private static final int PATIENCE = 10;
    private static final long NANOS = 1_000_000_000L;

    private final List<WatchRule> rules;
    private final WatchdogActions actions;
    private final Path folder;
    private final boolean once;
    private final Consumer<String> out;
    private final List<Object> alarms = Collections.synchronizedList(new ArrayList<>());
    private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean unsaved;

    /** The folder for snapshots may be null. */
    WatchdogRun(List<WatchRule> rules, WatchdogActions actions, Path folder, boolean once, Consumer<String> out) {
        this.rules = rules;
        this.actions = actions;
        this.folder = folder;
        this.once = once;
        this.out = out;
    }

    Outcome run(Watch watch, long durationNanos, long intervalNanos) {
        long fired;
        try (Watchdog watchdog = watchdog()) {
            watch.run(watch.loop(intervalNanos).patience(PATIENCE).tell(watchdog).until(() -> once && watchdog.fired() > 0), durationNanos);
            finish(watchdog);
            fired = watchdog.fired();
        }
        if (unsaved) {
            throw new NotSavedException("a snapshot cannot be saved: folder=" + folder + ", alarms=" + fired, null);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("fired", fired);
        tree.put("alarms", List.copyOf(alarms));
        tree.put("troubles", List.copyOf(troubles));
        return new Outcome(fired > 0 ? Verdict.FAIL : Verdict.PASS, "alarms: " + fired + "\n", tree);
    }

    private Watchdog watchdog() {
        List<WatchAction> all = new ArrayList<>();
        all.add(this::say);
        all.addAll(Arrays.asList(actions.all()));
        WatchdogBuilder builder = Watchdog.builder().onResult(this::onResult);
        rules.forEach(rule -> builder.rule(rule, all.toArray(new WatchAction[0])));
        return (folder == null ? builder : builder.snapshotsTo(folder)).build();
    }

    private void finish(Watchdog watchdog) {
        try {
            watchdog.awaitIdle(2 * Spans.HOUR);
            String trouble = actions.finish();
            if (!trouble.isEmpty()) {
                trouble(trouble);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int say(WatchEvent event) {
        Alarm alarm = event.alarm();
        unsaved |= folder != null && event.snapshotFile() == null;
        String file = event.snapshotFile() == null ? "" : ", snapshot " + event.snapshotFile();
        out.accept(Instant.ofEpochSecond(alarm.timeNanos() / NANOS).truncatedTo(ChronoUnit.SECONDS) + " " + alarm.severity() + " "
            + alarm.name() + ": " + alarm.text() + file);
        try {
            alarms.add(JsonReader.object(alarm.toJson()));
        } catch (IOException e) {
            alarms.add(alarm.text());
        }
        return 0;
    }

    private void onResult(WatchResult result) {
        if (!result.error().isEmpty()) {
            trouble("the action failed: " + result.error());
        } else if (result.exitCode() != 0) {
            trouble("the action ended with " + result.exitCode());
        }
    }

    private void trouble(String text) {
        troubles.add(text);
        System.err.println("windrow: " + text);
    }
}
