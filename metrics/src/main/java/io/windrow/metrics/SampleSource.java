package io.windrow.metrics;

/**
 * Where samples come from: this process, another JVM of the machine, or the endpoint of an engine. So that each tool works on any of
 * them. For one thread at a time.
 */
public interface SampleSource extends AutoCloseable {

    /**
     * Fills a sample with what is known now; what is not is {@link Sample#ABSENT}.
     *
     * @param sample the sample, which is cleared first.
     * @throws SourceLostException if the process has ended or the endpoint does not answer; the sample's content is then undefined.
     */
    void read(Sample sample);

    /**
     * Whom the samples are of.
     *
     * @return such as {@code pid 4711} or {@code http://127.0.0.1:8000}.
     */
    String name();

    /**
     * What this source cannot tell and why.
     *
     * @return words for a report, or an empty string.
     */
    String missing();

    /** Lets the source go. May be called twice. */
    @Override
    void close();
}
