package io.windrow.examples.ops;

import io.windrow.examples.prove.Progress;
import io.windrow.metrics.SourceLostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Two targets, watched at the same time. */
final class TwoTargets {

    private static final String TERMINAL = System.getProperty("windrow.terminal", "none");

    private final Watch stable;
    private final Watch canary;
    private final SampleSeries stableSeries = new SampleSeries();
    private final SampleSeries canarySeries = new SampleSeries();

    TwoTargets(Watch stable, Watch canary) {
        this.stable = stable;
        this.canary = canary;
    }

    /**
     * Watches both.
     *
     * @throws SourceLostException if one of them is lost; the message says which.
     */
    void run(long durationNanos, long intervalNanos) {
        FutureTask<Void> beside = new FutureTask<>(() -> {
            stable.loop(intervalNanos).tell(stableSeries).run(durationNanos);
            return null;
        });
        Thread thread = new Thread(beside, "windrow-stable");
        thread.setDaemon(true);
        thread.start();
        Progress progress = new Progress(System.err, !TERMINAL.equals("none"), 1);
        progress.begin("watching " + stable.target().name() + " and " + canary.target().name() + " for " + Spans.text(durationNanos));
        try {
            canary.loop(intervalNanos).tell(canarySeries).progress(progress::at).run(durationNanos);
            beside.get();
        } catch (SourceLostException e) {
            throw new SourceLostException("canary: " + e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new SourceLostException("stable: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceLostException("interrupted", e);
        } finally {
            progress.finish();
        }
    }

    Watch canary() {
        return canary;
    }

    SampleSeries stableSeries() {
        return stableSeries;
    }

    SampleSeries canarySeries() {
        return canarySeries;
    }
}
