package io.windrow.examples.ops.watched;

import io.windrow.metrics.CollectorStatistics;
import io.windrow.metrics.Figure;
import io.windrow.metrics.PauseRecorder;
import io.windrow.metrics.ProcessSource;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleSource;
import io.windrow.metrics.SourceLostException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A JVM of this machine, or the endpoint of an engine, opened. Of a JVM the pauses are recorded here, from its performance counters, as
 * often as {@link #poll()} is called; an endpoint tells them in its samples. For one thread at a time.
 */
public final class Target implements SampleSource {

    private static final double P95 = 95;

    /** Null for an endpoint. */
    private final ProcessSource process;
    private final long pid;
    /** Null for an endpoint, and for a JVM without counters. */
    private final CollectorStatistics statistics;
    private final PauseRecorder pauses;
    /** Both null for a process. */
    private final HttpFetch fetch;
    private final EndpointSource endpoint;

    private Target(ProcessSource process, long pid, CollectorStatistics statistics) {
        this.process = process;
        this.pid = pid;
        this.statistics = statistics;
        this.pauses = statistics == null ? null : new PauseRecorder(statistics);
        this.fetch = null;
        this.endpoint = null;
    }

    private Target(HttpFetch fetch) {
        this.process = null;
        this.pid = -1;
        this.statistics = null;
        this.pauses = null;
        this.fetch = fetch;
        this.endpoint = new EndpointSource(fetch);
    }

    /**
     * Opens a JVM.
     *
     * @param pid its process number.
     * @return the target; the caller closes it.
     * @throws SourceLostException if there is no such process, it may not be read, or it is no JVM.
     */
    public static Target ofProcess(long pid) {
        requireJvm(pid);
        ProcessSource process;
        try {
            process = ProcessSource.of(pid);
        } catch (IllegalStateException e) {
            throw new SourceLostException(e.getMessage(), e);
        }
        return new Target(process, pid, statistics(pid));
    }

    /**
     * Opens an endpoint, which is asked at the first read.
     *
     * @param url its address.
     * @param limitNanos the time limit of one answer.
     * @return the target; the caller closes it.
     * @throws IllegalArgumentException if it is no address.
     */
    public static Target ofEndpoint(String url, long limitNanos) {
        return new Target(new HttpFetch(url, limitNanos));
    }

    @Override
    public void read(Sample sample) {
        if (endpoint != null) {
            endpoint.read(sample);
            return;
        }
        process.read(sample);
        poll();
        if (pauses != null && pauses.count() > 0) {
            sample.set(Figure.STOP_P95, pauses.percentileNanos(P95));
            sample.set(Figure.STOP_LONGEST, pauses.maxNanos());
        }
    }

    /** Books the pauses that have ended; does nothing for an endpoint. */
    public void poll() {
        if (pauses != null) {
            pauses.poll();
        }
    }

    /**
     * Whether it is a process of this machine.
     *
     * @return false for an endpoint.
     */
    public boolean isProcess() {
        return process != null;
    }

    /**
     * The process number.
     *
     * @return the number, or -1 for an endpoint.
     */
    public long pid() {
        return pid;
    }

    /**
     * The pauses since this was opened.
     *
     * @return the record, or null for an endpoint and for a JVM without counters.
     */
    public PauseRecorder pauses() {
        return pauses;
    }

    /**
     * The endpoint.
     *
     * @return what asks it, or null for a process.
     */
    public HttpFetch fetch() {
        return fetch;
    }

    /**
     * All that an endpoint answered to the last {@link #read(Sample)}.
     *
     * @return its fields; empty for a process.
     */
    public Map<String, Object> document() {
        return endpoint == null ? Map.of() : endpoint.document();
    }

    @Override
    public String name() {
        return endpoint == null ? "pid " + pid : endpoint.name();
    }

    @Override
    public String missing() {
        return endpoint == null ? process.missing() : endpoint.missing();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        if (statistics != null) {
            statistics.close();
        }
    }

    private static CollectorStatistics statistics(long pid) {
        try {
            return CollectorStatistics.of(pid);
        } catch (IllegalStateException e) {
            // Without counters there are no pauses; missing() of the process says so.
            return null;
        }
    }

    /** Any process has memory and threads, but who asks for a JVM should not be told of a shell. */
    private static void requireJvm(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new SourceLostException("no such process: pid=" + pid, null);
        }
        try (var lines = Files.lines(folder.resolve("maps"), StandardCharsets.ISO_8859_1)) {
            if (lines.noneMatch(line -> line.contains("/libjvm.so"))) {
                throw new SourceLostException("the process is no JVM: pid=" + pid, null);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new SourceLostException("the process may not be read by this user: pid=" + pid, e);
        }
    }
}
