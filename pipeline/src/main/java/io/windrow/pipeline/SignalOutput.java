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

    private final SignalSink sink;
    private final Faults faults;
    private final EventOrder order;
    private final StrategyStage[] stages;
    private final long[] safe;
    private final Attendance attendance;
    private final Thread thread;
    private volatile boolean parked;
    private volatile boolean ending;
    private volatile boolean abandoned;

    SignalOutput(PipelineBuilder plan, StrategyStage[] stages, EventOrder order, Faults faults) {
        sink = plan.sink;
        this.stages = stages;
        this.order = order;
        this.faults = faults;
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
                    tellIdle();
                }
                pause(idle);
            }
            tellStop();
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
        Signal signal = next();
        while (signal != null) {
            any = true;
            deliver(signal);
            signal = next();
        }
        return any;
    }

    // What the sink throws ends here: signals behind it are due too.

    private void deliver(Signal signal) {
        try {
            sink.onSignal(signal);
        } catch (Throwable e) {
            faults.add("sink in onSignal", null, e);
        }
    }

    private void tellIdle() {
        try {
            sink.onIdle();
        } catch (Throwable e) {
            faults.add("sink in onIdle", null, e);
        }
    }

    private void tellStop() {
        try {
            sink.onStop();
        } catch (Throwable e) {
            faults.add("sink in onStop", null, e);
        }
    }

    /** The earliest signal, if no stage can still send an earlier one. */
    private Signal next() {
        if (order != null) {
            note();
        }
        int first = -1;
        for (int i = 0; i < stages.length; i++) {
            Signal head = stages[i].lane().queue().peek();
            if (head != null && (first < 0 || isBefore(head, stages[first].lane().queue().peek()))) {
                first = i;
            }
        }
        if (first < 0 || order != null && !isSafe(stages[first].lane().queue().peek())) {
            return null;
        }
        return stages[first].lane().queue().poll();
    }

    /** Notes how far each stage has come; before looking at the queues, so that what it sent up to there is in them. */
    private void note() {
        long published = order.published();
        for (int i = 0; i < stages.length; i++) {
            safe[i] = stages[i].safeUpTo(published);
        }
    }

    private boolean isSafe(Signal signal) {
        for (int i = 0; i < stages.length; i++) {
            Signal head = stages[i].lane().queue().peek();
            // One that was empty may have got an earlier signal since.
            if (head == null ? safe[i] < signal.eventSequence() : isBefore(head, signal)) {
                return false;
            }
        }
        return true;
    }

    /** As one stage would have sent them: candles that a tick closes by instrument, what strategies do with the tick by strategy. */
    private static boolean isBefore(Signal one, Signal other) {
        long difference = one.eventSequence() - other.eventSequence();
        if (difference != 0) {
            return difference < 0;
        }
        boolean ofTick = (one.eventSequence() & 1) != 0;
        int strategies = one.strategyId() - other.strategyId();
        int instruments = one.instrumentId() - other.instrumentId();
        int first = ofTick ? strategies : instruments;
        int second = ofTick ? instruments : strategies;
        return first != 0 ? first < 0 : second < 0;
    }
}
