package io.windrow.examples.run;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.StopReport;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.replay.Replay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine: feeds that publish on threads of their own, a pipeline, and one thread that waits, watches and stops them.
 * {@link #run} is that thread; {@link #stop} is for any.
 */
final class TradingEngine implements AutoCloseable {

    private static final long LOOK_NANOS = 50_000_000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final RunSettings settings;
    private final EngineSink sink;
    private final OffHeapMemory memory;
    private final TradingPipeline pipeline;
    private final List<FeedThread> feeds = new ArrayList<>();
    private final Object lock = new Object();
    private EngineWatch watch;
    private EndReason reason;

    private TradingEngine(RunSettings settings, FeedPlan plan) {
        this.settings = settings;
        sink = EngineSink.open(settings, plan.instruments());
        memory = OffHeapMemory.withBudget(settings.sizes().budgetBytes());
        pipeline = EnginePlan.of(settings, plan, sink).memory(memory).build();
        for (Replay replay : plan.replays()) {
            String number = plan.replays().size() == 1 ? "" : "-" + feeds.size();
            feeds.add(new FeedThread(settings.text(RunKey.FEED) + number, replay, pipeline));
        }
    }

    /**
     * Makes an engine, not started yet.
     *
     * @throws IllegalArgumentException if a file or a choice is wrong, or the port of the metrics is taken.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not hold the pipeline.
     */
    static TradingEngine open(RunSettings settings) {
        TradingEngine engine = new TradingEngine(settings, FeedPlan.of(settings));
        try {
            engine.watch = settings.isTrue(RunKey.METRICS) ? EngineWatch.start(settings, engine.pipeline, engine.memory) : null;
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        return engine;
    }

    /** Runs until it is told to stop, the time is up, the data ends, or something fails; then stops in order. */
    EngineEnd run(EngineLog log) {
        if (watch != null) {
            log.status("metrics: " + watch.address());
        }
        pipeline.start();
        for (FeedThread feed : feeds) {
            feed.start();
        }
        EndReason why = watch(log);
        StopReport left = shutDown(System.nanoTime() + settings.nanos(RunKey.STOP_LIMIT));
        log.faults(pipeline);
        // What is left when the data ends may fail too.
        return new EngineEnd(pipeline.stopCause() == null ? why : EndReason.FAULT, left, stuckFeeds(), pipeline, feeds, sink);
    }

    private EndReason watch(EngineLog log) {
        long start = System.nanoTime();
        long duration = settings.nanos(RunKey.DURATION);
        EngineStatus status = new EngineStatus(pipeline, feeds, settings.isTrue(RunKey.LATENCY), start);
        long interval = settings.nanos(RunKey.STATUS_INTERVAL);
        long nextStatus = start + interval;
        EndReason why = look();
        while (why == null) {
            long now = System.nanoTime();
            log.faults(pipeline);
            if (duration > 0 && now - start >= duration) {
                stop(EndReason.DURATION);
            } else if (interval > 0 && now - nextStatus >= 0) {
                log.status(status.line(now));
                nextStatus += interval;
            }
            pause();
            why = look();
        }
        return why;
    }

    /** Why it is to end, or null. */
    private EndReason look() {
        boolean running = false;
        // By number: an iterator 20 times a second is garbage that has to be collected some day.
        for (int i = 0; i < feeds.size(); i++) {
            FeedThread feed = feeds.get(i);
            running |= feed.isAlive();
            if (feed.publisher().failure() != null) {
                stop(EndReason.FEED);
            }
        }
        if (pipeline.stopCause() != null) {
            stop(EndReason.FAULT);
        } else if (!running) {
            stop(EndReason.DATA);
        }
        synchronized (lock) {
            return reason;
        }
    }

    private void pause() {
        synchronized (lock) {
            try {
                if (reason == null) {
                    lock.wait(LOOK_NANOS / NANOS_PER_MILLI);
                }
            } catch (InterruptedException e) {
                reason = EndReason.SIGNAL;
            }
        }
    }

    /** Lets it end; the first reason counts. */
    void stop(EndReason why) {
        synchronized (lock) {
            reason = reason == null ? why : reason;
            lock.notifyAll();
        }
    }

    /** Publishing ends first, so that what was published can be handled; half of the time is for each. */
    private StopReport shutDown(long deadlineNanos) {
        for (FeedThread feed : feeds) {
            feed.stop();
        }
        long half = deadlineNanos - (deadlineNanos - System.nanoTime()) / 2;
        for (FeedThread feed : feeds) {
            feed.await(half);
        }
        StopReport left = pipeline.stop(Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime())));
        for (FeedThread feed : feeds) {
            feed.await(deadlineNanos);
        }
        return left;
    }

    private List<String> stuckFeeds() {
        List<String> stuck = new ArrayList<>();
        for (FeedThread feed : feeds) {
            if (feed.isAlive()) {
                stuck.add(feed.name());
            }
        }
        return stuck;
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        pipeline.close();
        memory.close();
        sink.close();
    }
}
