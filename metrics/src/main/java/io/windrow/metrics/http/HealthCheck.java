package io.windrow.metrics.http;

import io.windrow.metrics.Figure;

/** One line of {@code /health}: a value against its limits. Filled again for each request. */
final class HealthCheck {

    static final int UP = 0;
    static final int DEGRADED = 1;
    static final int DOWN = 2;
    private static final int UNKNOWN = -1;
    private static final String[] WORDS = {"UP", "DEGRADED", "DOWN"};

    private final String name;
    private final Figure.Unit unit;
    private int status = UNKNOWN;
    private long value;
    private long limit;
    private String why;

    HealthCheck(String name, Figure.Unit unit) {
        this.name = name;
        this.unit = unit;
    }

    static String word(int status) {
        return WORDS[status];
    }

    /** UP, DEGRADED or DOWN; less than all of them while nothing is known. */
    int status() {
        return status;
    }

    void unknown() {
        status = UNKNOWN;
    }

    /**
     * A value that should be at most its limits, and what it is above the second: an engine that is only slower or larger than it should be
     * must not be taken for one that a restart would mend. A value that is negative is not known.
     */
    void atMost(long newValue, long warn, long alarm, int aboveAlarm) {
        if (newValue < 0) {
            unknown();
        } else if (newValue > alarm) {
            is(aboveAlarm, newValue, alarm, "above the alarm limit");
        } else {
            boolean high = newValue > warn;
            is(high ? DEGRADED : UP, newValue, warn, high ? "above the target" : "");
        }
    }

    void is(int newStatus, long newValue, long newLimit, String newWhy) {
        status = newStatus;
        value = newValue;
        limit = newLimit;
        why = newWhy;
    }

    void write(JsonText json) {
        if (status == UNKNOWN) {
            return;
        }
        json.object().string("name", name).string("status", WORDS[status]);
        if (unit == Figure.Unit.NANOS) {
            json.seconds("value", value).seconds("limit", limit);
        } else {
            json.number("value", value).number("limit", limit);
        }
        json.string("why", why).end();
    }
}
