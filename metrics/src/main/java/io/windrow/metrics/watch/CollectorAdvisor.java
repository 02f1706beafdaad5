package io.windrow.metrics.watch;

import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import java.util.Objects;

/**
 * Advises on collector settings from what it saw of a JVM, each with the reason and the figures it rests on.
 *
 * <table>
 *   <caption>Rules</caption>
 *   <tr><th>What was seen</th><th>Advice</th></tr>
 *   <tr><td>fewer than 5 collections</td><td>none: not enough was seen</td></tr>
 *   <tr><td>what lives in the heap, and the allocation of 10 s</td><td>{@code -Xmx} of three times the one, or of the sum, whichever is
 *       more, at least 8 MB; left as it is if it lies within 3/4 and 3/2 of that (three to four times what lives: Oracle, HotSpot Tuning
 *       Guide, and Hunt and John, Java Performance, 2011, chapter 7)</td></tr>
 *   <tr><td>a heap that is not all committed, or no {@code -Xms}</td><td>{@code -Xms} as {@code -Xmx}</td></tr>
 *   <tr><td>95 of 100 stops within 50 ms, under 1 MB/s allocated, a heap up to 64 MB</td><td>{@code -XX:+UseSerialGC}; a word on
 *       Epsilon</td></tr>
 *   <tr><td>95 of 100 stops above 50 ms, most of it collections</td><td>ZGC from 1 GB, 4 cores and Java 17 on; G1 with
 *       {@code -XX:MaxGCPauseMillis=25} else; on one core a smaller heap</td></tr>
 *   <tr><td>the same, most of it not collections</td><td>a look at {@code -Xlog:safepoint}, no other collector</td></tr>
 *   <tr><td>more than 6 full collections an hour</td><td>twice the {@code -Xmx}, and {@code -XX:NewRatio=3} under Serial and
 *       Parallel</td></tr>
 *   <tr><td>resident memory that grows while what lives does not</td><td>{@code -XX:+AlwaysPreTouch} up to 256 MB of heap, a smaller heap
 *       above</td></tr>
 *   <tr><td>heap and off-heap budget near the container's limit</td><td>a word of caution</td></tr>
 * </table>
 *
 * <p>For one thread at a time. A sample allocates nothing.
 */
public final class CollectorAdvisor implements SampleListener {

    private final CollectorSettings settings;
    private final CollectorRecord seen = new CollectorRecord();

    /**
     * Begins with nothing seen.
     *
     * @param settings what the JVM runs under.
     */
    public CollectorAdvisor(CollectorSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    @Override
    public void onSample(Sample sample) {
        seen.add(sample);
    }

    /**
     * Samples so far.
     *
     * @return their number.
     */
    public long samples() {
        return seen.samples();
    }

    /**
     * Advice from what was seen.
     *
     * @return the advice, or what is wanted to give one.
     */
    public CollectorAdvice advise() {
        return new CollectorRules(settings, seen).advise();
    }
}
