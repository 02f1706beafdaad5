package io.windrow.pipeline.replay;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.pipeline.feeds.MarketListener;
import io.windrow.pipeline.feeds.MergedCursor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Plays one or several feeds, merged by time, to a listener: as fast as it can, in real time or at a multiple of it. The listener's
 * calls and their order depend on the feeds, the passes, the interval of the clock and the longest gap alone, never on the speed; only
 * {@link MarketListener#dueAt} and {@link MarketListener#flush} depend on the pace.
 *
 * <p>{@link #run} replays on the calling thread, once; {@link #stop} and {@link #progress} are for any. Nothing is allocated per row.
 */
public final class Replay {

    private final MergedCursor cursor;
    private final List<ReplayFeed> feeds;
    private final ReplayProgress progress;
    /** Null if rows are not to wait. */
    private final Pacer pacer;
    /** Null if the clock is not to tick. */
    private final ClockTicks ticks;
    private final AtomicReference<Thread> runner = new AtomicReference<>();
    private final BooleanSupplier ended = () -> isStopped() || Thread.currentThread().isInterrupted();
    private volatile boolean stopped;
    private long latestNanos;

    Replay(MergedCursor cursor, List<ReplayFeed> feeds, ReplayProgress progress, Pacer pacer, ClockTicks ticks) {
        this.cursor = cursor;
        this.feeds = List.copyOf(feeds);
        this.progress = progress;
        this.pacer = pacer;
        this.ticks = ticks;
    }

    /**
     * Begins a replay.
     *
     * @param registry the instruments to be taken, of all feeds; complete before the replay runs.
     * @return a builder.
     */
    public static ReplayBuilder builder(InstrumentRegistry registry) {
        return new ReplayBuilder(registry);
    }

    /**
     * Plays everything, and returns behind the last row or when it is stopped.
     *
     * <p>Paced, a row is due at start + (time of the row - time of the first) / speed; the thread sleeps until shortly before and then
     * waits awake. A row that is late is handed over at once and never left out, and those behind it are due when they were. An
     * interrupt while it waits ends the replay as {@link #stop} does; the thread stays interrupted.
     *
     * @param listener receives the rows; what it throws ends the replay and reaches the caller.
     * @return true if everything was played, false if it was stopped.
     * @throws IOException           if a file is missing, which is found before the first row, or cannot be read; damaged content is in
     *                               the reports instead.
     * @throws IllegalStateException if the replay has run before, or so many passes would reach the year 2200.
     */
    public boolean run(MarketListener listener) throws IOException {
        Objects.requireNonNull(listener, "listener");
        if (!runner.compareAndSet(null, Thread.currentThread())) {
            throw new IllegalStateException("a replay runs once: rows=" + progress.rows());
        }
        try (cursor) {
            boolean all = !stopped && (!cursor.next() || play(listener));
            listener.flush();
            return all;
        }
    }

    private boolean play(MarketListener listener) throws IOException {
        start(cursor.timeNanos());
        do {
            long timeNanos = Math.max(latestNanos, cursor.timeNanos());
            if (!tick(listener, timeNanos) || !await(listener, timeNanos)) {
                return false;
            }
            cursor.deliver(listener);
            reach(timeNanos);
        } while (cursor.next());
        return true;
    }

    private void start(long firstTimeNanos) {
        latestNanos = firstTimeNanos;
        if (ticks != null) {
            ticks.start(firstTimeNanos);
        }
        if (pacer != null) {
            pacer.start(firstTimeNanos);
        }
    }

    /** Lets the clock tick up to the time of the next row; false if it was stopped. */
    private boolean tick(MarketListener listener, long timeNanos) {
        if (ticks == null) {
            return true;
        }
        long tick = ticks.next(latestNanos, timeNanos);
        while (tick != ClockTicks.NONE) {
            if (!await(listener, tick)) {
                return false;
            }
            listener.onClock(tick);
            tick = ticks.next(latestNanos, timeNanos);
        }
        return true;
    }

    /** Waits until a time is due; false if it was stopped. */
    private boolean await(MarketListener listener, long timeNanos) {
        if (stopped || pacer == null) {
            return !stopped;
        }
        long dueNanos = pacer.dueNanos(timeNanos);
        if (pacer.isAhead(dueNanos)) {
            listener.flush();
            if (!pacer.await(dueNanos, ended)) {
                return false;
            }
        }
        listener.dueAt(dueNanos);
        return true;
    }

    private void reach(long timeNanos) {
        latestNanos = timeNanos;
        if (pacer != null) {
            pacer.reach(timeNanos);
        }
        progress.row(timeNanos);
    }

    private boolean isStopped() {
        return stopped;
    }

    /**
     * Ends the replay, from any thread: between two rows, and at once if it waits for a row to be due; not while the listener holds it
     * up. A replay that is stopped before it runs hands nothing over.
     */
    public void stop() {
        stopped = true;
        LockSupport.unpark(runner.get());
    }

    /**
     * How far the replay is.
     *
     * @return the progress, for any thread.
     */
    public ReplayProgress progress() {
        return progress;
    }

    /**
     * The feeds and what became of them.
     *
     * @return the feeds in the order in which they were added, unmodifiable.
     */
    public List<ReplayFeed> feeds() {
        return feeds;
    }
}
