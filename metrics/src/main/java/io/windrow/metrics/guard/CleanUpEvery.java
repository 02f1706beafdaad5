package io.windrow.metrics.guard;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs a clean-up at every n-th call.
 *
 * <p>May be called from any thread: the calls of all are counted together, and the clean-up runs on the thread that makes the n-th, while
 * that call waits. It never runs twice at once: a turn that comes while it is at work, on another thread or from within itself, is
 * {@linkplain #skippedTurns() skipped}. A call without a turn is one atomic increment and a remainder; nothing is allocated.
 */
public final class CleanUpEvery {

    private final long every;
    private final Runnable action;
    private final Consumer<? super Throwable> failureListener;
    private final boolean throwing;

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong skippedTurns = new AtomicLong();

    private CleanUpEvery(long every, Runnable action, Consumer<? super Throwable> failureListener, boolean throwing) {
        this.every = every;
        this.action = action;
        this.failureListener = failureListener;
        this.throwing = throwing;
    }

    /**
     * A clean-up whose exceptions are counted and go no further.
     *
     * @param calls  at every how many calls, positive.
     * @param action the clean-up.
     * @return the counter, at zero.
     * @throws IllegalArgumentException if {@code calls} is not positive.
     */
    public static CleanUpEvery calls(long calls, Runnable action) {
        if (calls <= 0) {
            throw new IllegalArgumentException("a clean-up must run at every so many calls, at least one: calls=" + calls);
        }
        return new CleanUpEvery(calls, Objects.requireNonNull(action, "action"), failure -> { }, false);
    }

    /**
     * The same, with somebody who is told what the clean-up threw.
     *
     * @param listener gets it, on the calling thread; what itself throws goes no further.
     * @return a new counter, at zero.
     */
    public CleanUpEvery tellingFailures(Consumer<? super Throwable> listener) {
        return new CleanUpEvery(every, action, Objects.requireNonNull(listener, "listener"), throwing);
    }

    /**
     * The same, but what the clean-up throws reaches the caller, counted and told.
     *
     * @return a new counter, at zero.
     */
    public CleanUpEvery throwingFailures() {
        return new CleanUpEvery(every, action, failureListener, true);
    }

    /**
     * Counts a call and runs the clean-up if it is its turn.
     *
     * @return whether it ran to its end.
     */
    public boolean call() {
        return calls.incrementAndGet() % every == 0 && turn();
    }

    private boolean turn() {
        if (!running.compareAndSet(false, true)) {
            skippedTurns.incrementAndGet();
            return false;
        }
        try {
            runs.incrementAndGet();
            action.run();
            return true;
        } catch (Throwable failure) {
            failures.incrementAndGet();
            tell(failure);
            if (throwing) {
                throw failure;
            }
            return false;
        } finally {
            running.set(false);
        }
    }

    private void tell(Throwable failure) {
        try {
            failureListener.accept(failure);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Calls so far.
     *
     * @return calls.
     */
    public long calls() {
        return calls.get();
    }

    /**
     * Times the clean-up was started.
     *
     * @return times.
     */
    public long runs() {
        return runs.get();
    }

    /**
     * Times it threw.
     *
     * @return times, at most {@link #runs()}.
     */
    public long failures() {
        return failures.get();
    }

    /**
     * Turns that came while it was at work.
     *
     * @return turns.
     */
    public long skippedTurns() {
        return skippedTurns.get();
    }
}
