package io.windrow.metrics.watch;

import java.util.ArrayDeque;

/** Alarms found under a lock, told after it is let go, so that a listener may ask from another thread. For the sampling thread alone. */
final class Untold {

    private final ArrayDeque<Alarm> alarms = new ArrayDeque<>();

    void add(Alarm alarm) {
        alarms.addLast(alarm);
    }

    /** What a listener throws goes to the caller; the rest is told the next time. */
    void tell(AlarmListener listener) {
        while (!alarms.isEmpty()) {
            listener.onAlarm(alarms.pollFirst());
        }
    }
}
