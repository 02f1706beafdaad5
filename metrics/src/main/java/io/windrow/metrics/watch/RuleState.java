package io.windrow.metrics.watch;

import io.windrow.metrics.Sample;
import io.windrow.metrics.trend.SlopeWindow;
import io.windrow.metrics.trend.SlopeInterval;

/** Where a rule stands: how many samples in a row were beyond its threshold, and whether it may fire. Allocates nothing. */
final class RuleState {

    static final int BLOCKS = 20;
    private static final double REARM = 0.9;

    final WatchRule rule;
    private final SlopeWindow window;
    private int beyond;
    private boolean isArmed = true;
    private boolean hasFired;
    private long firedNanos;
    private long record = Sample.ABSENT;
    private long value;
    private long fired;

    RuleState(WatchRule rule, SlopeInterval line) {
        this.rule = rule;
        window = rule.kind() == WatchRule.Kind.GROWTH ? new SlopeWindow(line, rule.windowNanos(), BLOCKS) : null;
    }

    /** Whether the rule fires at this sample. A figure that is not known is not beyond any threshold, and arms nothing. */
    boolean take(Sample sample) {
        value = value(sample);
        if (value == Sample.ABSENT) {
            beyond = 0;
            return false;
        }
        boolean isBeyond = isBeyond();
        beyond = isBeyond ? beyond + 1 : 0;
        isArmed |= isBack();
        boolean isCool = !hasFired || Math.abs(sample.timeNanos() - firedNanos) >= rule.coolDownNanos();
        boolean fires = isArmed && isCool && beyond >= rule.samples();
        if (fires) {
            isArmed = rule.kind() == WatchRule.Kind.RECORD;
            hasFired = true;
            firedNanos = sample.timeNanos();
            fired++;
        }
        return fires;
    }

    /** Of the last sample. */
    long value() {
        return value;
    }

    long fired() {
        return fired;
    }

    private long value(Sample sample) {
        long figure = sample.get(rule.figure());
        if (window == null) {
            return figure;
        }
        window.add(sample.timeNanos(), figure);
        double slope = window.slopePerMinute();
        // Shrinking is no growth, and no less known for it.
        return figure == Sample.ABSENT || Double.isNaN(slope) ? Sample.ABSENT : Math.max(0, Math.round(slope));
    }

    private boolean isBeyond() {
        return switch (rule.kind()) {
            case ABOVE, GROWTH -> value > rule.threshold();
            case BELOW -> value < rule.threshold();
            case RECORD -> isRecord();
        };
    }

    /** The first value seen was there before the watchdog: no record. */
    private boolean isRecord() {
        boolean isRecord = record != Sample.ABSENT && value > record && value > rule.threshold();
        record = Math.max(record, value);
        return isRecord;
    }

    private boolean isBack() {
        return switch (rule.kind()) {
            case ABOVE, GROWTH -> value == 0 || value < REARM * rule.threshold();
            case BELOW -> REARM * value > rule.threshold();
            case RECORD -> true;
        };
    }
}
