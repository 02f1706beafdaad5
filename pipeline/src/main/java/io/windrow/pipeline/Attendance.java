package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Knows when all handlers of a ring have begun to run, each on its own thread, and when all have ended. Disruptor tells neither. */
final class Attendance {

    private static final long POLL_NANOS = 50_000;

    private final CountDownLatch begun;
    private final CountDownLatch ended;
    private final Faults faults;
    private final Conflation conflation;
    private final List<Thread> present = new ArrayList<>();

    Attendance(int handlers, Faults faults, Conflation conflation) {
        this.faults = faults;
        this.conflation = conflation;
        begun = new CountDownLatch(handlers);
        ended = new CountDownLatch(handlers);
    }

    void begin() {
        synchronized (present) {
            present.add(Thread.currentThread());
        }
        begun.countDown();
    }

    void end() {
        synchronized (present) {
            present.remove(Thread.currentThread());
        }
        ended.countDown();
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    boolean haveEnded() {
        return ended.getCount() == 0;
    }

    /** Adds the names of the threads that have begun and not ended. */
    void addPresent(List<String> names) {
        synchronized (present) {
            for (Thread thread : present) {
                names.add(thread.getName());
            }
        }
    }

    /** Waits for a condition; an interrupt does not shorten the wait, and is kept for afterwards. */
    static boolean await(BooleanSupplier condition, Duration limit) {
        return await(condition, System.nanoTime() + limit.toNanos());
    }

    static boolean await(BooleanSupplier condition, long deadlineNanos) {
        boolean interrupted = false;
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() - deadlineNanos < 0) {
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

    /** The handlers, with their beginnings and ends noted. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    EventHandler<MarketEvent>[] noting(EventHandler<MarketEvent>[] handlers) {
        EventHandler<MarketEvent>[] noted = new EventHandler[handlers.length];
        for (int i = 0; i < noted.length; i++) {
            noted[i] = new Noted(handlers[i]);
        }
        return noted;
    }

    private final class Noted implements EventHandler<MarketEvent> {
        private final EventHandler<MarketEvent> handler;
        private Sequence done;

        Noted(EventHandler<MarketEvent> handler) {
            this.handler = handler;
        }

        @Override
        public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) throws Exception {
            try {
                handler.onEvent(event, sequence, endOfBatch);
            } finally {
                if (endOfBatch && conflation != null) {
                    done.set(sequence);
                    conflation.roomMade();
                }
            }
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
            done = sequence;
            handler.setSequenceCallback(sequence);
        }

        @Override
        public void onStart() {
            try {
                handler.onStart();
            } catch (RuntimeException | Error e) {
                // Counted here, as whoever waits goes on with the next line.
                faults.handleOnStartException(e);
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
                faults.handleOnShutdownException(e);
            } finally {
                end();
            }
        }
    }
}
