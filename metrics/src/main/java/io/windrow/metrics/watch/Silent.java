package io.windrow.metrics.watch;

/** Listens and says nothing; a class, because a lambda costs resident memory where nothing else uses one yet. */
final class Silent implements AlarmListener, CleanUpListener, WatchListener {

    static final Silent LISTENER = new Silent();

    private Silent() {
    }

    @Override
    public void onAlarm(Alarm alarm) {
        // Nobody asked.
    }

    @Override
    public void onCleanUp(CleanUpReport report) {
        // Nobody asked.
    }

    @Override
    public void onResult(WatchResult result) {
        // Nobody asked.
    }
}
