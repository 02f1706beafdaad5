package io.windrow.examples.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops an engine in order when the process is told to end, by SIGTERM or SIGINT, and ends the process with the engine's exit code: of its
 * own accord the virtual machine would end with 128 and the signal's number. A second signal ends the process at once.
 */
final class StopSignal extends Thread {

    private static final long LOOK_MILLIS = 20;
    private static final long MARGIN_NANOS = 2_000_000_000L;

    private final TradingEngine engine;
    private final long limitNanos;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int code = ExitCode.FAILED;

    private StopSignal(TradingEngine engine, long limitNanos) {
        super("windrow-stop");
        this.engine = engine;
        this.limitNanos = limitNanos;
    }

    static StopSignal install(TradingEngine engine, long limitNanos) {
        StopSignal signal = new StopSignal(engine, limitNanos);
        Runtime.getRuntime().addShutdownHook(signal);
        return signal;
    }

    /** The engine has stopped, for whatever reason, and has said all it had to say. */
    void finished(int exitCode) {
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
        engine.stop(EndReason.SIGNAL);
        long deadline = System.nanoTime() + limitNanos + MARGIN_NANOS;
        while (!isFinished() && System.nanoTime() - deadline < 0) {
            if (signalThreads() > 1) {
                System.err.println("windrow: a second signal: stopped at once");
                Runtime.getRuntime().halt(ExitCode.CUT_SHORT);
            }
        }
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }

    private boolean isFinished() {
        try {
            return finished.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /**
     * The virtual machine handles each signal on a thread such as {@code SIGTERM handler}, and the one that ends the process waits for this
     * hook; so a second one is a second such thread. To be told of signals themselves takes a class outside the Java API.
     */
    private static int signalThreads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 8];
        int count = root.enumerate(threads);
        int handlers = 0;
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            handlers += name.startsWith("SIG") && name.endsWith(" handler") ? 1 : 0;
        }
        return handlers;
    }
}
