package io.windrow.metrics.http;

import java.time.Duration;

/**
 * From what on {@code /health} calls an engine degraded, and from what on down. Settings for {@link MetricsServerBuilder#health}; for one
 * thread.
 */
public final class HealthLimits {

    private static final long MEGABYTE = 1_000_000L;

    long residentWarn = 40 * MEGABYTE;
    long residentAlarm = 60 * MEGABYTE;
    long stopWarn = Duration.ofMillis(50).toNanos();
    long openFilesWarn = 500;
    long openFilesAlarm = 800;
    long latencyWarn = Duration.ofMillis(5).toNanos();
    long latencyAlarm = Duration.ofNanos(5_500_000).toNanos();

    /** The limits of Windrow's own claims: 40 and 60 MB, 50 ms, 500 and 800 files, 5 and 5.5 ms. */
    public HealthLimits() {
    }

    /**
     * Resident memory.
     *
     * @param degraded above this many bytes.
     * @param down     above this many bytes; {@link Long#MAX_VALUE} for never.
     * @return this.
     * @throws IllegalArgumentException unless 0 &lt; degraded &lt;= down.
     */
    public HealthLimits residentBytes(long degraded, long down) {
        check("resident memory", degraded, down);
        residentWarn = degraded;
        residentAlarm = down;
        return this;
    }

    /**
     * The stop of all threads that 95 of 100 do not exceed.
     *
     * @param degraded above this; it never is a reason for down.
     * @return this.
     * @throws IllegalArgumentException if it is not positive.
     */
    public HealthLimits stopP95(Duration degraded) {
        check("stop P95", degraded.toNanos(), Long.MAX_VALUE);
        stopWarn = degraded.toNanos();
        return this;
    }

    /**
     * Open file descriptors.
     *
     * @param degraded above this many.
     * @param down     above this many; {@link Long#MAX_VALUE} for never.
     * @return this.
     * @throws IllegalArgumentException unless 0 &lt; degraded &lt;= down.
     */
    public HealthLimits openFiles(long degraded, long down) {
        check("open files", degraded, down);
        openFilesWarn = degraded;
        openFilesAlarm = down;
        return this;
    }

    /**
     * The latency, from due to handled, that 95 of 100 events of the last sample's time do not exceed.
     *
     * @param degraded above this.
     * @param down     above this.
     * @return this.
     * @throws IllegalArgumentException unless 0 &lt; degraded &lt;= down.
     */
    public HealthLimits latencyP95(Duration degraded, Duration down) {
        check("latency P95", degraded.toNanos(), down.toNanos());
        latencyWarn = degraded.toNanos();
        latencyAlarm = down.toNanos();
        return this;
    }

    private static void check(String name, long degraded, long down) {
        if (degraded <= 0 || down < degraded) {
            throw new IllegalArgumentException(
                "limits of " + name + " must be 0 < degraded <= down: degraded=" + degraded + ", down=" + down);
        }
    }
}
