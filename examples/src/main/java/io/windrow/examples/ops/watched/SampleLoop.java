package io.windrow.examples.ops.watched;

import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.SourceLostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Reads a target once each interval and tells the listeners of each sample. Between samples the pauses of a process are polled a hundred
 * times a second, and an endpoint is asked twice an interval, so that no sample of the engine slips through; one that was seen is not told
 * again. For one thread.
 */
public final class SampleLoop {

    private static final long POLL_NANOS = 10_000_000;

    private final Target target;
    private final long intervalNanos;
    private final StopRequest stop;
    private final List<SampleListener> listeners = new ArrayList<>();
    private final Sample sample = new Sample();
    private BooleanSupplier until = () -> false;
    private DoubleConsumer progress = share -> { };
    private int patience;
    private int failures;
    private long samples;
    private long lastTimeNanos = -1;

    /**
     * Reads nothing yet.
     *
     * @param target what is read; stays open.
     * @param intervalNanos from one sample to the next, positive.
     * @param stop ends the loop.
     */
    public SampleLoop(Target target, long intervalNanos, StopRequest stop) {
        this.target = target;
        this.intervalNanos = intervalNanos;
        this.stop = stop;
    }

    /**
     * Tells a listener of each sample.
     *
     * @param listener called on the thread that runs the loop.
     * @return this.
     */
    public SampleLoop tell(SampleListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Ends before its time when a condition holds, asked after each sample.
     *
     * @param condition when to end.
     * @return this.
     */
    public SampleLoop until(BooleanSupplier condition) {
        until = condition;
        return this;
    }

    /**
     * Shows how much of the time has passed.
     *
     * @param shown is told 0 to 1.
     * @return this.
     */
    public SampleLoop progress(DoubleConsumer shown) {
        progress = shown;
        return this;
    }

    /**
     * Goes on although an endpoint did not answer; a process that has ended never comes back.
     *
     * @param times how often in a row; 0 unless this is called.
     * @return this.
     */
    public SampleLoop patience(int times) {
        patience = times;
        return this;
    }

    /**
     * Reads until the time is over, the condition holds or the process is told to end. One sample at least is read, one more at the end of
     * the time.
     *
     * @param durationNanos how long; with 0 one sample is read.
     * @throws SourceLostException if the target is lost; the message says after how many samples.
     */
    public void run(long durationNanos) {
        long start = System.nanoTime();
        long step = target.isProcess() ? intervalNanos : Math.max(1, intervalNanos / 2);
        long due = start;
        while (true) {
            readOnce();
            long now = System.nanoTime();
            progress.accept(durationNanos == 0 ? 1 : Math.min(1.0, (double) (now - start) / durationNanos));
            if (until.getAsBoolean() || now - start >= durationNanos) {
                return;
            }
            due = Math.max(due + step, now - step);
            if (!sleepUntil(Math.min(due, start + durationNanos))) {
                return;
            }
        }
    }

    /**
     * Samples that the listeners were told of.
     *
     * @return how many.
     */
    public long samples() {
        return samples;
    }

    /**
     * The newest sample.
     *
     * @return the sample, which the next one overwrites.
     */
    public Sample newest() {
        return sample;
    }

    private void readOnce() {
        try {
            target.read(sample);
            failures = 0;
        } catch (SourceLostException e) {
            failures++;
            if (samples == 0 || target.isProcess() || failures > patience) {
                throw samples == 0 ? e : new SourceLostException(e.getMessage() + " (after " + samples + " samples)", e);
            }
            return;
        }
        if (sample.timeNanos() != lastTimeNanos) {
            lastTimeNanos = sample.timeNanos();
            samples++;
            for (SampleListener listener : listeners) {
                listener.onSample(sample);
            }
        }
    }

    private boolean sleepUntil(long deadline) {
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            if (!stop.await(target.pauses() == null ? left : Math.min(left, POLL_NANOS))) {
                return false;
            }
            target.poll();
        }
        return !stop.isRequested();
    }
}
