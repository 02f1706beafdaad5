package io.windrow.metrics.guard;

import java.util.Objects;

/** Describes an {@link AllocationLimit}. For one thread. */
public final class AllocationLimitBuilder {

    final String name;
    long limitBytes;
    long warmUpCalls;
    WhenExceeded whenExceeded = WhenExceeded.THROW;
    ExceededListener listener;
    private boolean ignoreWhereUnsupported;

    AllocationLimitBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * What one call may allocate.
     *
     * @param bytes 0, the default, or more.
     * @return this.
     * @throws IllegalArgumentException if it is negative.
     */
    public AllocationLimitBuilder limitBytes(long bytes) {
        limitBytes = requireNotNegative("limitBytes", bytes);
        return this;
    }

    /**
     * Calls at the start that are counted and not judged. The first calls of a piece of code load classes and link lambdas on the calling
     * thread; some hundred are enough for that. Code that allocates nothing only once it is compiled takes 20,000.
     *
     * @param calls 0, the default, or more.
     * @return this.
     * @throws IllegalArgumentException if it is negative.
     */
    public AllocationLimitBuilder warmUpCalls(long calls) {
        warmUpCalls = requireNotNegative("warmUpCalls", calls);
        return this;
    }

    /**
     * What is done with a call above the limit.
     *
     * @param choice the default is {@link WhenExceeded#THROW}.
     * @return this.
     */
    public AllocationLimitBuilder whenExceeded(WhenExceeded choice) {
        whenExceeded = Objects.requireNonNull(choice, "choice");
        return this;
    }

    /**
     * Who is told of each call above the limit, before anything is thrown.
     *
     * @param value the listener.
     * @return this.
     */
    public AllocationLimitBuilder listener(ExceededListener value) {
        listener = Objects.requireNonNull(value, "listener");
        return this;
    }

    /**
     * Builds the guard even where the JVM does not count what a thread allocates; every call is then unmeasured.
     *
     * @return this.
     */
    public AllocationLimitBuilder ignoreWhereUnsupported() {
        ignoreWhereUnsupported = true;
        return this;
    }

    /**
     * Builds the guard, and loads what it needs at work.
     *
     * @return the guard, no call counted.
     * @throws IllegalStateException if this JVM does not count what the calling thread allocates.
     */
    public AllocationLimit build() {
        if (OwnBytes.now() < 0 && !ignoreWhereUnsupported) {
            throw new IllegalStateException("an allocation limit needs a JVM that counts what the calling thread allocates: name=" + name
                + ", thread=" + Thread.currentThread().getName());
        }
        return new AllocationLimit(this);
    }

    private static long requireNotNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " must not be negative: " + what + "=" + value);
        }
        return value;
    }
}
