package io.windrow.examples.ops.watched;

import io.windrow.examples.ops.json.FigureTree;
import io.windrow.examples.ops.json.JsonReader;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleSource;
import io.windrow.metrics.SourceLostException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** The figures of an engine, as its endpoint answers them at {@value #PATH}. For one thread at a time. */
public final class EndpointSource implements SampleSource {

    /** Where an engine answers its newest sample. */
    public static final String PATH = "/api/system/metrics/current";

    /** An engine takes a sample a second. */
    private static final long STANDS_STILL_NANOS = 30_000_000_000L;

    private final HttpFetch fetch;
    private Map<String, Object> document = Map.of();
    private long lastTimeNanos = -1;
    private long changedNanos;

    /**
     * Asks nothing yet.
     *
     * @param fetch asks the endpoint.
     */
    public EndpointSource(HttpFetch fetch) {
        this.fetch = fetch;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SourceLostException if the endpoint does not answer in time, answers with an error or with something else than figures, or
     *     if its samples have stood still for 30 seconds.
     */
    @Override
    public void read(Sample sample) {
        document = parsed(fetch.get(PATH).text());
        sample.clear(number("timeNanos").longValue());
        watchTime(sample.timeNanos());
        Object figures = document.get("figures");
        if (!(figures instanceof Map<?, ?> map)) {
            throw garbage("figures are missing", null);
        }
        try {
            FigureTree.read(map, sample);
        } catch (IllegalArgumentException e) {
            throw garbage(e.getMessage(), e);
        }
    }

    /**
     * All of the newest answer.
     *
     * @return its fields; empty before the first {@link #read(Sample)}.
     */
    public Map<String, Object> document() {
        return document;
    }

    @Override
    public String name() {
        return fetch.base();
    }

    @Override
    public String missing() {
        Object missing = document.get("missing");
        return missing == null ? "" : missing.toString();
    }

    @Override
    public void close() {
        document = Map.of();
    }

    private Map<String, Object> parsed(String text) {
        try {
            return JsonReader.object(text);
        } catch (IOException e) {
            throw garbage(e.getMessage(), e);
        }
    }

    private BigDecimal number(String name) {
        if (document.get(name) instanceof BigDecimal number) {
            return number;
        }
        throw garbage(name + " is missing", null);
    }

    /** A server may go on answering when the engine's sampler has died. */
    private void watchTime(long timeNanos) {
        long now = System.nanoTime();
        if (timeNanos != lastTimeNanos) {
            lastTimeNanos = timeNanos;
            changedNanos = now;
        } else if (now - changedNanos > STANDS_STILL_NANOS) {
            throw new SourceLostException("the endpoint's samples stand still: url=" + fetch.base() + PATH + ", timeNanos=" + timeNanos,
                null);
        }
    }

    private SourceLostException garbage(String why, Exception cause) {
        return new SourceLostException("endpoint answers no metrics of an engine (" + why + "): url=" + fetch.base() + PATH, cause);
    }
}
