package io.windrow.metrics.junit;

import org.junit.jupiter.api.function.Executable;

/**
 * Measures the part of a test that must not allocate. A test under {@link AllocationFree} takes it as its parameter; it then runs once,
 * and around what it gives to the meter it may allocate what it will.
 *
 * <p>Each call runs the work {@link AllocationFree#warmUps()} times unjudged and {@link AllocationFree#repetitions()} times measured, on
 * the calling thread. A test that took a meter and asked it nothing fails. For one thread at a time.
 */
public final class AllocationMeter {

    private final Repeated repeated;
    private boolean asked;

    AllocationMeter(Repeated repeated) {
        this.repeated = repeated;
    }

    /**
     * Fails if a run of the work allocates more than {@link AllocationFree#limitBytes()}, which is nothing unless set.
     *
     * @param work what is run again and again.
     * @throws AssertionError if it allocates more; the message has the sites.
     * @throws Throwable      what the work throws.
     */
    public void assertNone(Executable work) throws Throwable {
        assertAtMost(repeated.limitBytes(), work);
    }

    /**
     * Fails if a run of the work allocates more than so much.
     *
     * @param limitBytes what one run may allocate, 0 or more.
     * @param work       what is run again and again.
     * @throws IllegalArgumentException if the limit is negative.
     * @throws AssertionError           if it allocates more; the message has the sites.
     * @throws Throwable                what the work throws.
     */
    public void assertAtMost(long limitBytes, Executable work) throws Throwable {
        if (limitBytes < 0) {
            throw new IllegalArgumentException("limitBytes must not be negative: limitBytes=" + limitBytes);
        }
        asked = true;
        repeated.assertAtMost(limitBytes, work);
    }

    /**
     * Measures one round, judging nothing.
     *
     * @param work what is run again and again.
     * @return what the runs after the warm-up allocated.
     * @throws Throwable what the work throws.
     */
    public MeasuredBytes measure(Executable work) throws Throwable {
        asked = true;
        return repeated.measure(work);
    }

    boolean wasAsked() {
        return asked;
    }
}
