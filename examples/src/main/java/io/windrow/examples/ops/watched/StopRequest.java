package io.windrow.examples.ops.watched;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ends a command in order when the process is told to end, by SIGINT or SIGTERM: the command stops watching, says what it has seen, and the
 * process ends with the command's exit code. What takes longer than ten seconds is cut off.
 */
public final class StopRequest extends Thread {

    private static final long LIMIT_SECONDS = 10;
    private static final int CUT_OFF = 130;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int code = CUT_OFF;
    private volatile Thread interruptible;

    private StopRequest() {
        super("windrow-stop");
    }

    /**
     * Listens from now on, until {@link #finished(int)}.
     *
     * @return the request.
     */
    public static StopRequest install() {
        StopRequest stop = new StopRequest();
        Runtime.getRuntime().addShutdownHook(stop);
        return stop;
    }

    /**
     * Whether the process was told to end.
     *
     * @return true from then on.
     */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /**
     * Waits, unless the process is told to end.
     *
     * @param nanos how long; nothing if it is not positive.
     * @return whether the time passed and nobody asked for the end.
     */
    public boolean await(long nanos) {
        try {
            return !requested.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Runs what waits by itself and is interrupted when the process is told to end.
     *
     * @param work what to run.
     * @param <T> of the result.
     * @return its result.
     */
    public <T> T interrupting(Supplier<T> work) {
        interruptible = Thread.currentThread();
        try {
            return work.get();
        } finally {
            interruptible = null;
        }
    }

    /**
     * The command has said all it had to say.
     *
     * @param exitCode its code.
     */
    public void finished(int exitCode) {
        code = exitCode;
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(this);
        } catch (IllegalStateException e) {
            // The process is ending, and this thread ends it.
        }
    }

    @Override
    public void run() {
        requested.countDown();
        Thread waiting = interruptible;
        if (waiting != null) {
            waiting.interrupt();
        }
        try {
            finished.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            code = CUT_OFF;
        }
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }
}
