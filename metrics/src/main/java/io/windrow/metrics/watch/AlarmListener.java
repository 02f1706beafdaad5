package io.windrow.metrics.watch;

/** Is told what a tool found. */
@FunctionalInterface
public interface AlarmListener {

    /**
     * Takes an alarm. Called on the thread that found it, which may be the one that samples; what takes long belongs elsewhere, see
     * {@link Notifier}.
     *
     * @param alarm what was found.
     */
    void onAlarm(Alarm alarm);
}
