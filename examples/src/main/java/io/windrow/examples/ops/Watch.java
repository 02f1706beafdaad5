package io.windrow.examples.ops;

import io.windrow.examples.ops.watched.SampleLoop;
import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.examples.ops.watched.Target;
import io.windrow.examples.prove.Progress;

/**
 * A target, the request to stop, and the error stream that shows how far a look has come.
 *
 * @param target what is watched.
 * @param stop ends the watching early.
 */
record Watch(Target target, StopRequest stop) {

    /** What is watched longer than ten years has no limit. */
    static final long NO_LIMIT_NANOS = 87_600 * Spans.HOUR;

    /** Shorter looks need no progress. */
    private static final long SHOWN_NANOS = 3_000_000_000L;
    private static final String TERMINAL = System.getProperty("windrow.terminal", "none");

    /** A loop over the target, which has yet to be told its listeners. */
    SampleLoop loop(long intervalNanos) {
        return new SampleLoop(target, intervalNanos, stop);
    }

    /** Runs a loop and shows how far it is. */
    void run(SampleLoop loop, long durationNanos) {
        if (durationNanos < SHOWN_NANOS) {
            loop.run(durationNanos);
            return;
        }
        Progress progress = new Progress(System.err, !TERMINAL.equals("none"), 1);
        progress.begin("watching " + target.name() + (durationNanos >= NO_LIMIT_NANOS ? "" : " for " + Spans.text(durationNanos)));
        try {
            loop.progress(progress::at).run(durationNanos);
        } finally {
            progress.finish();
        }
    }

    /** All samples of a time. */
    SampleSeries series(long durationNanos, long intervalNanos) {
        SampleSeries series = new SampleSeries();
        run(loop(intervalNanos).tell(series), durationNanos);
        return series;
    }
}
