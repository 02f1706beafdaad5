package io.windrow.metrics.watch;

/** Carries alarms to somebody outside of the process. Neither blocks nor fails whoever tells it one. */
public interface Notifier extends AlarmListener, AutoCloseable {

    /**
     * Takes an alarm to be sent; returns at once. From any thread.
     *
     * @param alarm what was found.
     */
    @Override
    void onAlarm(Alarm alarm);

    /** Gives up what is not sent yet and lets the thread go. May be called twice. */
    @Override
    void close();
}
