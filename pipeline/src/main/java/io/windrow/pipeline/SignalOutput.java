package io.windrow.pipeline;

import io.windrow.pools.Signal;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * The sink's own thread: takes the signals of all stages and hands them on, in the order of the events that led to them where one thread
 * publishes, whatever the number of stages. A signal is held back until no stage can send an earlier one.
 */
final class SignalOutput implements Runnable {

    private static final int SPINS = 200;
    private static final long HELD_BACK_NANOS = 20_000;

    private final SinkCalls sink;
    private final EventOrder order;
    private final StrategyStage[] stages;
    private final long[] safe;
    private final Attendance attendance;
    private final Thread thread;
    private volatile boolean parked;
    private volatile boolean ending;
    private volatile boolean abandoned;
    private volatile boolean inHand;

    SignalOutput(PipelineBuilder plan, StrategyStage[] stages, EventOrder order, SinkCalls sink, Faults faults) {
        this.sink = sink;
        this.stages = stages;
        this.order = order;
        safe = new long[stages.length];
        attendance = new Attendance(1);
        thread = attendance.noting(plan.threadFactory).newThread(this);
    }

    Attendance attendance() {
        return attendance;
    }

    void start() throws InterruptedException {
        thread.start();
        attendance.awaitBegun();
    }

    /** The thread ends when nothing is queued. */
    void end() {
        ending = true;
        LockSupport.unpark(thread);
    }

    /** The thread ends though something is queued. */
    void abandon() {
        abandoned = true;
        end();
    }

    /** A stage has queued a signal. */
    void wake() {
        // Between the queue and the look at who sleeps, as between that one's saying so and its look at the queue.
        VarHandle.fullFence();
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /** Signals that are queued, and the one that the sink has in hand. */
    long backlog() {
        long queued = queued();
        return inHand ? queued + 1 : queued;
    }

    /** Signals that are queued. */
    long queued() {
        long queued = 0;
        for (StrategyStage stage : stages) {
            queued += stage.lane().queue().size();
        }
        return queued;
    }

    @Override
    public void run() {
        attendance.begin();
        try {
            int idle = 0;
            while (!ending || queued() > 0 && !abandoned) {
                if (deliverAll()) {
                    idle = 0;
                    continue;
                }
                if (idle++ == 0) {
                    sink.idle();
                }
                pause(idle);
            }
            sink.stop();
        } finally {
            attendance.end();
        }
    }

    private void pause(int idle) {
        if (idle < SPINS) {
            Thread.onSpinWait();
            return;
        }
        parked = true;
        // As in wake.
        VarHandle.fullFence();
        boolean queued = queued() > 0;
        if (queued) {
            // What holds it back is another stage's progress, of which nobody tells.
            LockSupport.parkNanos(this, HELD_BACK_NANOS);
        } else if (!ending) {
            LockSupport.park(this);
        }
        parked = false;
        // Left set, an interrupt would turn the wait into a spin.
        Thread.interrupted();
    }

    private boolean deliverAll() {
        boolean any = false;
        while (!abandoned && deliver()) {
            any = true;
        }
        return any;
    }

    private boolean deliver() {
        SignalQueue queue = next();
        if (queue == null) {
            return false;
        }
        // Before the queue has one less: the signal is in one or the other for whoever looks at both in that order.
        inHand = true;
        sink.signal(queue.poll(), null);
        inHand = false;
        return true;
    }

    /** The queue with the earliest signal, if no stage can still send an earlier one. */
    private SignalQueue next() {
        if (order != null) {
            note();
        }
        int first = -1;
        for (int i = 0; i < stages.length; i++) {
            if (queue(i).peek() != null && (first < 0 || isBefore(i, first))) {
                first = i;
            }
        }
        return first < 0 || order != null && !isSafe(first) ? null : queue(first);
    }

    private SignalQueue queue(int stage) {
        return stages[stage].lane().queue();
    }

    /** Notes how far each stage has come; before looking at the queues, so that what it sent up to there is in them. */
    private void note() {
        long published = order.published();
        for (int i = 0; i < stages.length; i++) {
            safe[i] = stages[i].safeUpTo(published);
        }
    }

    private boolean isSafe(int first) {
        long number = queue(first).peek().eventSequence();
        for (int i = 0; i < stages.length; i++) {
            Signal head = queue(i).peek();
            // One that was empty may have got an earlier signal since.
            if (head == null ? safe[i] < number : isBefore(i, first)) {
                return false;
            }
        }
        return true;
    }

    /** As one stage would have sent them. */
    private boolean isBefore(int one, int other) {
        SignalQueue first = queue(one);
        SignalQueue second = queue(other);
        long difference = first.peek().eventSequence() - second.peek().eventSequence();
        difference = difference != 0 ? difference : first.place() - second.place();
        return difference != 0 ? difference < 0 : first.peek().strategyId() < second.peek().strategyId();
    }
}
