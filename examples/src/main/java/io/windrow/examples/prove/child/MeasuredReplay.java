package io.windrow.examples.prove.child;

import io.windrow.examples.prove.engines.Engine;
import io.windrow.metrics.AllocationProbe;
import io.windrow.metrics.ProcessSampler;
import io.windrow.pipeline.feeds.TradeListener;

/**
 * Publishes trades to an engine phase by phase and takes the time and the allocation at each border, where the engine is drained.
 * One thread; allocates nothing for a trade.
 */
final class MeasuredReplay implements TradeListener {

    private final Engine engine;
    private final Phases phases;
    private final ProcessSampler sampler;
    private final AllocationProbe publisher;
    private final AllocationProbe consumer;
    private final ProgressLine progress = new ProgressLine();
    private final long progressStep;
    private long published;
    private long flatOutStartNanos;
    private long flatOutNanos;
    private long pacedStartNanos;
    private long allocatedAtMark;
    private long allocatedBytes;

    MeasuredReplay(Engine engine, Phases phases, ProcessSampler sampler, Thread consumer) {
        this.engine = engine;
        this.phases = phases;
        this.sampler = sampler;
        this.publisher = AllocationProbe.current();
        this.consumer = AllocationProbe.of(consumer);
        progressStep = Math.max(1, phases.total() / 100);
    }

    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        long n = published;
        if (n == phases.warmUp()) {
            beginMeasuring();
        }
        if (n == phases.pacedStart()) {
            beginPaced();
        }
        long due = n < phases.pacedStart() ? 0 : awaitDue(n - phases.pacedStart());
        engine.publish(instrumentId, timeNanos, price, quantity, tradeId, sideCode, due);
        published = n + 1;
        if (published % progressStep == 0) {
            progress.write(published);
        }
        if (published == phases.total()) {
            endMeasuring();
        }
    }

    long published() {
        return published;
    }

    double allocatedBytesPerEvent() {
        return allocatedBytes / (double) Math.max(1, phases.total() - phases.warmUp());
    }

    double eventsPerSecond() {
        return phases.flatOut() * 1e9 / Math.max(1, flatOutNanos);
    }

    private void beginMeasuring() {
        engine.awaitDrained();
        sampler.mark();
        allocatedAtMark = allocated();
        flatOutStartNanos = System.nanoTime();
    }

    private void beginPaced() {
        engine.awaitDrained();
        pacedStartNanos = System.nanoTime();
        flatOutNanos = pacedStartNanos - flatOutStartNanos;
    }

    /** With the last event, not with the last line of its file: closing files is no work of an engine. */
    private void endMeasuring() {
        engine.awaitDrained();
        allocatedBytes = allocated() - allocatedAtMark;
        if (flatOutNanos == 0) {
            flatOutNanos = System.nanoTime() - flatOutStartNanos;
        }
    }

    /** The time a trade is due does not move when the engine is slow: what waits behind a slow one counts as latency. */
    private long awaitDue(long n) {
        long due = pacedStartNanos + phases.dueNanos(n);
        while (System.nanoTime() - due < 0) {
            Thread.onSpinWait();
        }
        return due;
    }

    private long allocated() {
        return publisher.bytes() + consumer.bytes();
    }
}
