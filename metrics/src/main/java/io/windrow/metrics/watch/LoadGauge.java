package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;

/** Whether the process has little to do: three samples in a row below a share of one core, with few events waiting. Allocates nothing. */
final class LoadGauge {

    private static final int NEEDED = 3;

    private final double highestCpuShare;
    private final long highestBacklog;
    private long cpu = Sample.ABSENT;
    private long timeNanos;
    private int low;

    LoadGauge(double highestCpuShare, long highestBacklog) {
        this.highestCpuShare = highestCpuShare;
        this.highestBacklog = highestBacklog;
    }

    void take(Sample sample) {
        long now = sample.get(Figure.CPU);
        long elapsed = sample.timeNanos() - timeNanos;
        boolean isKnown = cpu != Sample.ABSENT && now != Sample.ABSENT && elapsed > 0;
        // A process without rings has no backlog; one whose processor time is not known may be busy.
        boolean isLow = isKnown && now - cpu < highestCpuShare * elapsed && sample.get(Figure.RING_USED) <= highestBacklog;
        low = isLow ? Math.min(NEEDED, low + 1) : 0;
        cpu = now;
        timeNanos = sample.timeNanos();
    }

    boolean isLow() {
        return low == NEEDED;
    }
}
