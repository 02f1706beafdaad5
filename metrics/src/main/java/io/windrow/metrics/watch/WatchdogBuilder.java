package io.windrow.metrics.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Plans a {@link Watchdog}. */
public final class WatchdogBuilder {

    final List<WatchRule> rules = new ArrayList<>();
    final List<List<WatchAction>> actions = new ArrayList<>();
    MemoryProfiler profiler;
    Path folder;
    WatchListener results = Silent.LISTENER;

    WatchdogBuilder() {
    }

    /**
     * Adds a rule.
     *
     * @param rule what to look for; its name is unique within the watchdog.
     * @param ruleActions what to do when it fires, in this order; none to be counted only.
     * @return this.
     * @throws IllegalArgumentException if the name is taken.
     */
    public WatchdogBuilder rule(WatchRule rule, WatchAction... ruleActions) {
        for (WatchRule other : rules) {
            if (other.name().equals(rule.name())) {
                throw new IllegalArgumentException("name must not be taken: name=" + rule.name());
            }
        }
        rules.add(rule);
        actions.add(List.of(ruleActions));
        return this;
    }

    /**
     * Keeps the sample that made a rule fire as a snapshot, under the name of the rule.
     *
     * @param newProfiler keeps it.
     * @return this.
     */
    public WatchdogBuilder snapshotsTo(MemoryProfiler newProfiler) {
        profiler = Objects.requireNonNull(newProfiler, "profiler");
        return this;
    }

    /**
     * Writes the sample that made a rule fire as a JSON file {@code windrow-watch-TIME-RULE.json}, whole or not at all.
     *
     * @param newFolder an existing folder.
     * @return this.
     */
    public WatchdogBuilder snapshotsTo(Path newFolder) {
        folder = Objects.requireNonNull(newFolder, "folder");
        return this;
    }

    /**
     * Who is told how actions end.
     *
     * @param listener is called on the watchdog's thread.
     * @return this.
     */
    public WatchdogBuilder onResult(WatchListener listener) {
        results = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Makes the watchdog and starts its thread, which sleeps until a rule fires.
     *
     * @return the watchdog; the caller closes it.
     * @throws IllegalStateException if there is no rule.
     */
    public Watchdog build() {
        if (rules.isEmpty()) {
            throw new IllegalStateException("a watchdog needs at least one rule: rules=0");
        }
        return new Watchdog(this);
    }
}
