package io.windrow.metrics.micrometer;

import java.io.IOException;
import java.io.OutputStream;

/** Puts a scrape together; the numbers as Prometheus' own writer does: doubles as {@link Double#toString(double)}, infinities as ±Inf. */
final class ScrapeText {

    private final NumberText number = new NumberText();
    private OutputStream out;

    ScrapeText to(OutputStream newOut) {
        out = newOut;
        return this;
    }

    ScrapeText put(byte[] text) throws IOException {
        out.write(text, 0, text.length);
        return this;
    }

    ScrapeText whole(long value) throws IOException {
        out.write(number.bytes(), 0, number.whole(value));
        return this;
    }

    ScrapeText number(double value) throws IOException {
        out.write(number.bytes(), 0, number.number(value));
        return this;
    }

    void end() throws IOException {
        out.write('\n');
    }
}
