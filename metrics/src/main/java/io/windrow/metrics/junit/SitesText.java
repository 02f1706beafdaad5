package io.windrow.metrics.junit;

import io.windrow.metrics.AllocationProbe;
import io.windrow.metrics.sites.AllocationReport;
import io.windrow.metrics.sites.AllocationSite;
import io.windrow.metrics.sites.AllocationSites;
import io.windrow.metrics.sites.RecordingException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.function.Executable;

/** Runs a body that allocates once more under a flight recording, for the failure's message. */
final class SitesText implements BooleanSupplier {

    private static final int TOP = 5;
    /** Some tens of samples, which come at every few hundred kilobytes. */
    private static final long ENOUGH_BYTES = 64L << 20;
    private static final long ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Executable body;
    private long startBytes;
    private long startNanos;
    private Throwable failure;
    private int runs;

    private SitesText(Executable body) {
        this.body = body;
    }

    static String of(Executable body) {
        SitesText text = new SitesText(body);
        try {
            return text.describe(AllocationSites.ofWork(text, TOP));
        } catch (RecordingException e) {
            return "no allocation sites: " + e.getMessage();
        }
    }

    @Override
    public boolean getAsBoolean() {
        if (runs == 0) {
            // Not before: the recorder starts first, which takes seconds on a machine that is busy.
            startBytes = AllocationProbe.currentBytes();
            startNanos = System.nanoTime();
        }
        try {
            body.execute();
        } catch (Throwable e) {
            failure = e;
            return true;
        }
        runs++;
        return AllocationProbe.currentBytes() - startBytes >= ENOUGH_BYTES || System.nanoTime() - startNanos >= ENOUGH_NANOS;
    }

    private String describe(AllocationReport report) {
        if (report.sites().isEmpty()) {
            return "no allocation sites: the flight recording caught no sample, runs=" + runs
                + (failure == null ? "" : ", then the body failed: " + failure);
        }
        StringBuilder lines = new StringBuilder("allocation sites by a flight recording of " + runs + " more runs, rough:");
        for (AllocationSite site : report.sites()) {
            lines.append(System.lineSeparator()).append("  ").append(site);
        }
        return lines.toString();
    }
}
