package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Knows when all handlers have begun to run, each on its own thread, and when all have ended. Disruptor tells neither. */
final class Attendance {

    private static final long POLL_NANOS = 50_000;

    private final CountDownLatch begun;
    private final CountDownLatch ended;
    private final Faults faults;

    Attendance(int handlers, Faults faults) {
        this.faults = faults;
        begun = new CountDownLatch(handlers);
        ended = new CountDownLatch(handlers);
    }

    void begin() {
        begun.countDown();
    }

    void end() {
        ended.countDown();
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    boolean awaitEnded(Duration limit) {
        return await(() -> ended.getCount() == 0, limit);
    }

    /** Waits for a condition; an interrupt does not shorten the wait, and is kept for afterwards. */
    static boolean await(BooleanSupplier condition, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(POLL_NANOS);
            // Left set, it would turn the wait into a spin.
            interrupted |= Thread.interrupted();
            met = condition.getAsBoolean();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return met;
    }

    /** The handler, with its beginning and end noted. */
    EventHandler<MarketEvent> noting(EventHandler<MarketEvent> handler) {
        return new Noted(handler);
    }

    private final class Noted implements EventHandler<MarketEvent> {
        private final EventHandler<MarketEvent> handler;

        Noted(EventHandler<MarketEvent> handler) {
            this.handler = handler;
        }

        @Override
        public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) throws Exception {
            handler.onEvent(event, sequence, endOfBatch);
        }

        @Override
        public void onBatchStart(long batchSize, long queueDepth) {
            handler.onBatchStart(batchSize, queueDepth);
        }

        @Override
        public void onTimeout(long sequence) throws Exception {
            handler.onTimeout(sequence);
        }

        @Override
        public void setSequenceCallback(Sequence sequence) {
            handler.setSequenceCallback(sequence);
        }

        @Override
        public void onStart() {
            try {
                handler.onStart();
            } catch (RuntimeException | Error e) {
                // Counted here, as whoever waits goes on with the next line.
                faults.add(e);
            } finally {
                begin();
            }
        }

        @Override
        public void onShutdown() {
            try {
                handler.onShutdown();
            } catch (RuntimeException | Error e) {
                // Counted here, as whoever waits goes on with the next line.
                faults.add(e);
            } finally {
                end();
            }
        }
    }
}
