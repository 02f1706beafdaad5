package io.windrow.metrics.guard;

/** A call allocated more than its {@link AllocationLimit} allows; the call itself was completed. */
public final class AllocationExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The guard's. */
    private final String name;
    /** Of one call. */
    private final long limitBytes;
    /** Of this call. */
    private final long actualBytes;

    AllocationExceededException(String name, long limitBytes, long actualBytes) {
        super("a call must stay within its allocation limit: name=" + name + ", limitBytes=" + limitBytes + ", actualBytes=" + actualBytes);
        this.name = name;
        this.limitBytes = limitBytes;
        this.actualBytes = actualBytes;
    }

    /**
     * Which guard.
     *
     * @return its name.
     */
    public String name() {
        return name;
    }

    /**
     * What one call may allocate.
     *
     * @return bytes.
     */
    public long limitBytes() {
        return limitBytes;
    }

    /**
     * What this call allocated.
     *
     * @return bytes.
     */
    public long actualBytes() {
        return actualBytes;
    }
}
