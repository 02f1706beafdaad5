package io.windrow.pipeline;

/** Whether a pipeline takes events, and whether it still handles those it has. Written by the owner and by faults, read by every thread. */
final class Life {

    private volatile boolean running;
    private volatile boolean discarding;
    private volatile Throwable cause;

    /** What ended the last time is forgotten. Before threads are started, as one may fail at once. */
    void prepare() {
        cause = null;
        discarding = false;
    }

    /** Events are taken from now on, unless a fault has ended all already. */
    synchronized void begin() {
        running = cause == null;
    }

    /** No more events are taken; those in the ring are handled. */
    void endPublishing() {
        running = false;
    }

    /** No more events are taken, and those in the ring are only counted. */
    void discard() {
        running = false;
        discarding = true;
    }

    /** Somebody's fault ends all. */
    synchronized void fail(Throwable thrown) {
        if (cause == null) {
            cause = thrown;
        }
        discard();
    }

    boolean isRunning() {
        return running;
    }

    boolean isDiscarding() {
        return discarding;
    }

    Throwable cause() {
        return cause;
    }

    /** Tells a publisher that its event has no place to go. */
    void checkRunning() {
        if (!running) {
            throw refusal();
        }
    }

    private IllegalStateException refusal() {
        Throwable fault = cause;
        return fault == null ? new IllegalStateException("pipeline is not running: running=false")
            : new IllegalStateException("pipeline is not running, a fault has stopped it: fault=" + fault, fault);
    }
}
