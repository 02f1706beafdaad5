package io.windrow.examples.run;

import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.replay.Replay;
import java.io.IOException;

/** A thread that publishes a replay. */
final class FeedThread {

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Replay replay;
    private final MarketPublisher publisher;
    private final TradingPipeline pipeline;
    private final Thread thread;
    private volatile long untaken;

    FeedThread(String name, Replay replay, TradingPipeline pipeline) {
        this.replay = replay;
        this.pipeline = pipeline;
        publisher = pipeline.publisher(name);
        thread = new Thread(this::run, "windrow-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            replay.run(publisher);
            publisher.flush();
            publisher.ended();
        } catch (IOException | RuntimeException | Error e) {
            if (pipeline.isRunning()) {
                publisher.failed(e);
            } else {
                // A pipeline that has stopped refuses the event, and that is no failure of the feed.
                untaken = 1;
            }
        }
    }

    /** Lets it end between two events; one that waits for room in the ring is told by the pipeline's stop. */
    void stop() {
        replay.stop();
    }

    /** Waits for its end; false if the time was up before. */
    boolean await(long deadlineNanos) {
        long millis = Math.max(1, (deadlineNanos - System.nanoTime()) / NANOS_PER_MILLI);
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !isAlive();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    String name() {
        return thread.getName();
    }

    /** Events that the pipeline has taken. */
    long taken() {
        return publisher.eventCount() - untaken;
    }

    MarketPublisher publisher() {
        return publisher;
    }

    Replay replay() {
        return replay;
    }
}
