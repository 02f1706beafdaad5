package io.windrow.metrics;

/** Is told of each sample; how watchdog, sentinel, memory manager and the live page see what the sampler saw. */
@FunctionalInterface
public interface SampleListener {

    /**
     * Looks at a sample. Called on the thread that samples, once per interval; what takes long belongs elsewhere. An exception is counted
     * and the next sample comes all the same.
     *
     * @param sample the figures; belongs to the caller and changes after the return, see {@link Sample#copyFrom(Sample)}.
     */
    void onSample(Sample sample);
}
