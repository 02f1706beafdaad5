package io.windrow.metrics.guard;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A limit on what one call may allocate on the heap, measured to the byte with the calling thread's own counter.
 *
 * <p>The counter is the JVM's: {@code new byte[1000]} counts 1016 with default headers. What other threads allocate for the call is not
 * in it. The guard allocates nothing; two readings and the counting take 0.1 to 0.2 us, and {@code java.management} 4 MB resident, once.
 * When it reports, what the exception and the listener allocate is not charged to guards further out.
 *
 * <p>Guards may be nested, a guard within itself as well; the outer one counts what the inner call allocated. All methods may be called
 * from any thread, and each call is measured on its own thread. Of a virtual thread the JVM keeps no count: its calls are
 * {@linkplain #unmeasuredCalls() unmeasured} and never exceed.
 *
 * <p>Where a lambda is in the way, between two statements of the same thread:
 * <pre>{@code
 * long begun = limit.begin();
 * strategy.onTrade(trade);
 * limit.end(begun);
 * }</pre>
 */
public final class AllocationLimit {

    private final String name;
    private final long limitBytes;
    private final long warmUpCalls;
    private final WhenExceeded whenExceeded;
    private final ExceededListener listener;

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong unmeasuredCalls = new AtomicLong();
    private final AtomicLong judgedCalls = new AtomicLong();
    private final AtomicLong exceededCalls = new AtomicLong();
    private final AtomicLong totalBytes = new AtomicLong();
    private final AtomicLong largestBytes = new AtomicLong();
    private final AtomicLong listenerFailures = new AtomicLong();

    AllocationLimit(AllocationLimitBuilder settings) {
        name = settings.name;
        limitBytes = settings.limitBytes;
        warmUpCalls = settings.warmUpCalls;
        whenExceeded = settings.whenExceeded;
        listener = settings.listener;
    }

    /**
     * Starts to describe a guard.
     *
     * @param name how reports call it.
     * @return a builder: limit 0, no warm-up, throws.
     */
    public static AllocationLimitBuilder named(String name) {
        return new AllocationLimitBuilder(name);
    }

    /**
     * Runs a call under the limit.
     *
     * @param call what is measured; if it throws, that is thrown, with the exceeded limit as suppressed.
     * @throws AllocationExceededException if it allocated more than allowed and the guard is to throw.
     */
    public void run(Runnable call) {
        long begun = begin();
        try {
            call.run();
        } catch (Throwable failure) {
            throw endFailed(begun, failure);
        }
        end(begun);
    }

    /**
     * Runs a call under the limit.
     *
     * @param call what is measured; if it throws, that is thrown, with the exceeded limit as suppressed.
     * @return what the call returned, not boxed.
     * @throws AllocationExceededException if it allocated more than allowed and the guard is to throw.
     */
    public long callAsLong(LongSupplier call) {
        long begun = begin();
        long result;
        try {
            result = call.getAsLong();
        } catch (Throwable failure) {
            throw endFailed(begun, failure);
        }
        end(begun);
        return result;
    }

    /**
     * Runs a call under the limit.
     *
     * @param call what is measured; if it throws, that is thrown, with the exceeded limit as suppressed.
     * @return what the call returned, not boxed.
     * @throws AllocationExceededException if it allocated more than allowed and the guard is to throw.
     */
    public int callAsInt(IntSupplier call) {
        long begun = begin();
        int result;
        try {
            result = call.getAsInt();
        } catch (Throwable failure) {
            throw endFailed(begun, failure);
        }
        end(begun);
        return result;
    }

    /**
     * Runs a call under the limit.
     *
     * @param call what is measured; if it throws, that is thrown, with the exceeded limit as suppressed.
     * @param <T>  kind of result.
     * @return what the call returned; may be null if the call may.
     * @throws AllocationExceededException if it allocated more than allowed and the guard is to throw.
     */
    public <T> T call(Supplier<T> call) {
        long begun = begin();
        T result;
        try {
            result = call.get();
        } catch (Throwable failure) {
            throw endFailed(begun, failure);
        }
        end(begun);
        return result;
    }

    /**
     * Begins a call on this thread. A call that is never ended is not counted.
     *
     * @return what {@link #end(long)} needs.
     */
    public long begin() {
        return OwnBytes.now();
    }

    /**
     * Ends a call that began on this thread.
     *
     * @param begun what {@link #begin()} returned.
     * @return bytes the call allocated, or -1 if it could not be measured.
     * @throws AllocationExceededException if that is more than allowed, the call is no warm-up, and the guard is to throw.
     */
    public long end(long begun) {
        long now = OwnBytes.now();
        long call = calls.incrementAndGet();
        if (begun < 0 || now < 0) {
            unmeasuredCalls.incrementAndGet();
            return OwnBytes.UNMEASURED;
        }
        long bytes = now - begun;
        if (call > warmUpCalls) {
            judge(bytes, now);
        }
        return bytes;
    }

    private void judge(long bytes, long now) {
        judgedCalls.incrementAndGet();
        totalBytes.addAndGet(bytes);
        raiseLargest(bytes);
        if (bytes > limitBytes) {
            exceededCalls.incrementAndGet();
            try {
                report(bytes);
            } finally {
                OwnBytes.leaveOut(now);
            }
        }
    }

    /** A loop and not {@code accumulateAndGet}, whose lambda would be linked, and allocate, in the first call. */
    private void raiseLargest(long bytes) {
        long largest = largestBytes.get();
        while (bytes > largest && !largestBytes.compareAndSet(largest, bytes)) {
            largest = largestBytes.get();
        }
    }

    private void report(long bytes) {
        if (listener != null) {
            try {
                listener.onExceeded(name, limitBytes, bytes);
            } catch (RuntimeException e) {
                listenerFailures.incrementAndGet();
            }
        }
        if (whenExceeded == WhenExceeded.THROW) {
            throw new AllocationExceededException(name, limitBytes, bytes);
        }
    }

    /** Throws what the call threw; declared as returning so that the compiler sees the end of the way. */
    private RuntimeException endFailed(long begun, Throwable failure) {
        try {
            end(begun);
        } catch (AllocationExceededException exceeded) {
            failure.addSuppressed(exceeded);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        // The suppliers declare nothing checked; one that throws such a thing unseen is passed on as it is.
        return AllocationLimit.<RuntimeException>unchecked(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException unchecked(Throwable failure) throws E {
        throw (E) failure;
    }

    /**
     * How reports call it.
     *
     * @return the name.
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
     * Ended calls: warm-up, unmeasured and judged ones.
     *
     * @return calls.
     */
    public long calls() {
        return calls.get();
    }

    /**
     * Calls that could not be measured: on virtual threads, and while counting is switched off or not supported.
     *
     * @return calls.
     */
    public long unmeasuredCalls() {
        return unmeasuredCalls.get();
    }

    /**
     * Measured calls after the warm-up.
     *
     * @return calls.
     */
    public long judgedCalls() {
        return judgedCalls.get();
    }

    /**
     * Judged calls above the limit.
     *
     * @return calls.
     */
    public long exceededCalls() {
        return exceededCalls.get();
    }

    /**
     * What the judged calls allocated together.
     *
     * @return bytes.
     */
    public long totalBytes() {
        return totalBytes.get();
    }

    /**
     * What the judged call that allocated most did.
     *
     * @return bytes, 0 before the first.
     */
    public long largestBytes() {
        return largestBytes.get();
    }

    /**
     * Exceptions of the listener.
     *
     * @return exceptions.
     */
    public long listenerFailures() {
        return listenerFailures.get();
    }
}
