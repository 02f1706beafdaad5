package io.windrow.pipeline;

import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.Signal;
import java.util.concurrent.locks.LockSupport;

/**
 * The way of one stage's signals: from its own pool to the sink, directly or through a queue to the sink's thread. Each stage has a pool
 * of its own, so that none waits for signals that are queued behind its own.
 */
final class SignalLane {

    private static final long POLL_NANOS = 10_000;

    private final ConcurrentPool<Signal> pool;
    private final SinkCalls sink;
    private final SignalQueue queue;
    private final Life life;
    private final boolean waits;
    private SignalOutput output;
    private boolean sent;
    private volatile long waitCount;

    SignalLane(ConcurrentPool<Signal> pool, PipelineBuilder plan, SinkCalls sink, Life life) {
        this.pool = pool;
        this.life = life;
        this.sink = sink;
        waits = plan.whenNoSignalFree == WhenNoSignalFree.WAIT;
        // It never holds more than there are signals: adding to it cannot fail.
        queue = plan.hasOutput() ? new SignalQueue(plan.signalCapacity) : null;
    }

    /** The pipeline starts, with a thread for the sink or without. What is queued from before goes to that. */
    void begin(SignalOutput newOutput) {
        output = newOutput;
    }

    /** The sink will not get what is queued. */
    void discard() {
        Signal signal = queue == null ? null : queue.poll();
        while (signal != null) {
            signal.close();
            signal = queue.poll();
        }
    }

    /** A free signal, or null. */
    Signal acquire() {
        Signal signal = pool.tryAcquire();
        return signal == null && waits ? await() : signal;
    }

    private Signal await() {
        waitCount = waitCount + 1;
        Signal signal = null;
        // A pipeline that is stopped within its limit must not be held up by a sink that keeps its signals.
        while (signal == null && !life.isDiscarding()) {
            LockSupport.parkNanos(POLL_NANOS);
            signal = pool.tryAcquire();
        }
        return signal;
    }

    /** Sends a signal; the place is where it stands among those of its event, were all sent by one stage. */
    void send(Signal signal, long place, MarketEvent event) {
        sent = true;
        if (queue == null) {
            sink.signal(signal, event);
        } else {
            queue.add(signal, place);
            output.wake();
        }
    }

    /** The stage has no event at the moment. */
    void idle() {
        if (sent && queue == null) {
            sent = false;
            sink.idle();
        }
    }

    /** The stage ends. */
    void stopped() {
        if (queue == null) {
            sink.stop();
        }
    }

    SignalQueue queue() {
        return queue;
    }

    /** How often the stage has waited for a free signal. */
    long waitCount() {
        return waitCount;
    }
}
