package io.windrow.metrics.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the text of one path, such as the scrape at {@code /metrics}: with Micrometer's Prometheus registry,
 * {@code server.text("/metrics", registry::scrape)}.
 */
@FunctionalInterface
public interface TextSource {

    /** Prometheus' text format, version 0.0.4. */
    String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    /**
     * Writes the whole text. Called on the server's thread, once per request; others wait meanwhile.
     *
     * @param out where it goes, UTF-8; takes at most the server's largest answer and need not be closed.
     * @throws IOException if the text cannot be had; the request is answered with 500.
     */
    void writeTo(OutputStream out) throws IOException;
}
