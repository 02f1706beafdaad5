package io.windrow.metrics.watch;

import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;

/** Advises. */
public final class CollectorAdvisor implements SampleListener {

    /**
     * Begins with nothing seen.
     *
     * @param settings what the JVM runs under.
     */
    public CollectorAdvisor(CollectorSettings settings) {
    }

    @Override
    public void onSample(Sample sample) {
    }

    /**
     * Samples so far.
     *
     * @return their number.
     */
    public long samples() {
        return 0;
    }

    /**
     * Advice from what was seen.
     *
     * @return the advice, or what is wanted to give one.
     */
    public CollectorAdvice advise() {
        return null;
    }
}
