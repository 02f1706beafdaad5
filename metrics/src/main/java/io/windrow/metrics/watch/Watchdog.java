package io.windrow.metrics.watch;

import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.trend.SlopeInterval;
import java.util.List;

/**
 * Looks at each sample for figures beyond their thresholds. When one is beyond for as many samples in a row as its rule says, the figures
 * are kept as a snapshot and the rule's actions run, once: the rule fires again only after its figure was back by a tenth of the threshold,
 * and not before its cool-down is over. A source that is stalled is a rule on {@code HEARTBEAT_AGE}, a long pause a
 * {@link WatchRule#record} of {@code STOP_LONGEST}.
 *
 * <p>A sample that fires nothing allocates nothing. Actions run on a daemon thread of the watchdog, one at a time; up to 64 events wait
 * for it. Any thread may ask; each method locks this object. Time is that of the samples.
 */
public final class Watchdog implements SampleListener, AutoCloseable {

    private final RuleState[] states;
    private final ActionRunner runner;
    private long fired;

    Watchdog(WatchdogBuilder plan) {
        SlopeInterval line = new SlopeInterval(RuleState.BLOCKS);
        states = new RuleState[plan.rules.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = new RuleState(plan.rules.get(i), line);
        }
        runner = new ActionRunner(plan);
        runner.start();
    }

    /**
     * Plans a watchdog.
     *
     * @return a builder.
     */
    public static WatchdogBuilder builder() {
        return new WatchdogBuilder();
    }

    /** Holds a sample against each rule; actions run later, on the watchdog's thread. Once closed, rules still count and nothing runs. */
    @Override
    public synchronized void onSample(Sample sample) {
        for (int i = 0; i < states.length; i++) {
            if (states[i].take(sample)) {
                fired++;
                runner.offer(i, new WatchEvent(alarm(states[i], sample), new Snapshot(states[i].rule.name(), sample), null));
            }
        }
    }

    /**
     * How often any rule fired.
     *
     * @return the number since the start.
     */
    public synchronized long fired() {
        return fired;
    }

    /**
     * How often a rule fired.
     *
     * @param rule its name.
     * @return the number since the start.
     * @throws IllegalArgumentException if there is no such rule.
     */
    public synchronized long fired(String rule) {
        for (RuleState state : states) {
            if (state.rule.name().equals(rule)) {
                return state.fired();
            }
        }
        throw new IllegalArgumentException("rule must be one of the watchdog's: rule=" + rule);
    }

    /**
     * Events that came while 64 others waited for their actions, and were given up.
     *
     * @return their number.
     */
    public long droppedEvents() {
        return runner.dropped();
    }

    /**
     * Actions that threw or returned another code than 0, and snapshots that could not be written.
     *
     * @return their number.
     */
    public long failures() {
        return runner.failures();
    }

    /**
     * How the last actions ended.
     *
     * @return at most 100, the oldest first.
     */
    public List<WatchResult> results() {
        return runner.results();
    }

    /**
     * Waits until every event so far has been acted upon.
     *
     * @param timeoutNanos how long to wait at most.
     * @return whether it has.
     * @throws InterruptedException if the caller is interrupted.
     */
    public boolean awaitIdle(long timeoutNanos) throws InterruptedException {
        return runner.awaitIdle(timeoutNanos);
    }

    /** Gives up what has not begun, interrupts the running action, which ends a program by force, and waits for the thread. */
    @Override
    public void close() {
        runner.close();
    }

    private static Alarm alarm(RuleState state, Sample sample) {
        WatchRule rule = state.rule;
        String unit = rule.kind() == WatchRule.Kind.GROWTH ? " a minute" : "";
        String text = rule.figure().description() + ", " + rule.figure().key() + ", is " + FigureText.of(rule.figure(), state.value())
            + unit + ", " + rule.kind().words() + " " + FigureText.of(rule.figure(), rule.threshold());
        return new Alarm(rule.name(), Severity.HIGH, rule.figure(), state.value(), rule.threshold(), sample.timeNanos(), text);
    }
}
