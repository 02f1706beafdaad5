package io.windrow.pipeline;

/** The ring had no room for an event, and the pipeline was told to say so: {@link WhenRingFull#FAIL}. */
public final class RingFullException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    RingFullException(int ringSize) {
        super("ring must have a free slot: ring=" + ringSize);
    }
}
