package io.windrow.metrics.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.windrow.buffers.testing.Allocations;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationLimitTest {

    /** A header of 16 bytes and the content. */
    private static final long BYTES_OF_1000 = 1016;

    private static volatile Object sink;

    private final AllocationLimit none = AllocationLimit.named("none").build();
    private final AllocationLimit counting = AllocationLimit.named("counting").whenExceeded(WhenExceeded.COUNT).build();

    @Test
    void shouldMeasureACallToTheByte() {
        for (int i = 0; i < 3; i++) {
            long begun = counting.begin();
            sink = new byte[1000];
            assertThat(counting.end(begun)).isEqualTo(BYTES_OF_1000);
        }
        assertThat(counting.calls()).isEqualTo(3);
        assertThat(counting.judgedCalls()).isEqualTo(3);
        assertThat(counting.exceededCalls()).isEqualTo(3);
        assertThat(counting.totalBytes()).isEqualTo(3 * BYTES_OF_1000);
        assertThat(counting.largestBytes()).isEqualTo(BYTES_OF_1000);
        assertThat(counting.unmeasuredCalls()).isZero();
    }

    @Test
    void shouldNameLimitAndActualBytes() {
        AllocationLimit limit = AllocationLimit.named("onTrade").limitBytes(BYTES_OF_1000 - 1).build();
        assertThatThrownBy(() -> limit.run(AllocationLimitTest::allocate))
            .isInstanceOfSatisfying(AllocationExceededException.class, exceeded -> {
                assertThat(exceeded.name()).isEqualTo("onTrade");
                assertThat(exceeded.limitBytes()).isEqualTo(1015);
                assertThat(exceeded.actualBytes()).isEqualTo(1016);
            })
            .hasMessage("a call must stay within its allocation limit: name=onTrade, limitBytes=1015, actualBytes=1016");
    }

    @Test
    void shouldAllowExactlyTheLimit() {
        AllocationLimit limit = AllocationLimit.named("exact").limitBytes(BYTES_OF_1000).build();
        limit.run(AllocationLimitTest::allocate);
        assertThat(limit.exceededCalls()).isZero();
        assertThat(limit.largestBytes()).isEqualTo(BYTES_OF_1000);
    }

    @Test
    void shouldReturnWhatTheCallReturnsAndBoxNothing() {
        long large = Long.MAX_VALUE - BYTES_OF_1000;
        Object held = "held";
        assertThat(none.callAsLong(() -> large)).isEqualTo(large);
        assertThat(none.callAsInt(() -> 1_000_000)).isEqualTo(1_000_000);
        assertThat(none.call(() -> held)).isSameAs(held);
        assertThat(none.<Object>call(() -> null)).isNull();
        assertThat(none.calls()).isEqualTo(4);
        assertThat(none.totalBytes()).isZero();
        assertThatThrownBy(() -> none.call(() -> new byte[1000])).hasMessageEndingWith("actualBytes=1016");
        assertThatThrownBy(() -> none.callAsLong(AllocationLimitTest::allocateLong)).hasMessageEndingWith("actualBytes=1016");
        assertThatThrownBy(() -> none.callAsInt(() -> (int) allocateLong())).hasMessageEndingWith("actualBytes=1016");
    }

    @Test
    void shouldAllocateNothingItself() {
        Runnable nothing = () -> { };
        // Counted and not thrown: a JVM that swaps compiled code may allocate a little on this thread, in a few of all the calls.
        AllocationLimit empty = AllocationLimit.named("empty").whenExceeded(WhenExceeded.COUNT).build();
        Allocations.assertNone(() -> empty.run(nothing));
        Allocations.assertNone(() -> empty.end(empty.begin()));
        assertThat(empty.exceededCalls()).isLessThan(empty.calls() / 1000);
        assertThat(empty.unmeasuredCalls()).isZero();
        sink = new byte[1000];
        Object held = sink;
        Runnable exceeding = () -> sink = held;
        Allocations.assertNone(() -> counting.run(exceeding));
    }

    @Test
    void shouldNotJudgeTheWarmUp() {
        AllocationLimit limit = AllocationLimit.named("warm").warmUpCalls(2).build();
        limit.run(AllocationLimitTest::allocate);
        limit.run(AllocationLimitTest::allocate);
        assertThat(limit.judgedCalls()).isZero();
        assertThat(limit.totalBytes()).isZero();
        assertThatThrownBy(() -> limit.run(AllocationLimitTest::allocate)).isInstanceOf(AllocationExceededException.class);
        assertThat(limit.calls()).isEqualTo(3);
        assertThat(limit.judgedCalls()).isOne();
    }

    @Test
    void shouldCountWhatAnInnerGuardAllowed() {
        AllocationLimit inner = AllocationLimit.named("inner").limitBytes(BYTES_OF_1000).build();
        Runnable call = AllocationLimitTest::allocate;
        long outer = counting.begin();
        inner.run(call);
        sink = new byte[1000];
        assertThat(counting.end(outer)).isEqualTo(2 * BYTES_OF_1000);
        assertThat(inner.largestBytes()).isEqualTo(BYTES_OF_1000);
    }

    @Test
    void shouldNotChargeAnOuterGuardWithTheReportOfAnInnerOne() {
        Runnable call = AllocationLimitTest::allocate;
        for (int i = 0; i < 2; i++) {
            long begun = counting.begin();
            try {
                none.run(call);
            } catch (AllocationExceededException e) {
                sink = e;
            }
            assertThat(counting.end(begun)).isEqualTo(BYTES_OF_1000);
        }
    }

    @Test
    void shouldNotChargeAnOuterGuardWithAListener() {
        AllocationLimit told = AllocationLimit.named("told").whenExceeded(WhenExceeded.COUNT)
            .listener((name, limitBytes, actualBytes) -> sink = new byte[5000]).build();
        Runnable call = AllocationLimitTest::allocate;
        long begun = counting.begin();
        told.run(call);
        assertThat(counting.end(begun)).isEqualTo(BYTES_OF_1000);
    }

    @Test
    void shouldMeasureAGuardWithinItself() {
        long outer = counting.begin();
        sink = new byte[1000];
        long inner = counting.begin();
        sink = new byte[1000];
        long innerBytes = counting.end(inner);
        long outerBytes = counting.end(outer);
        assertThat(innerBytes).isEqualTo(BYTES_OF_1000);
        assertThat(outerBytes).isEqualTo(2 * BYTES_OF_1000);
        assertThat(counting.calls()).isEqualTo(2);
    }

    @Test
    void shouldTellAListenerAndThenThrow() {
        List<String> told = new ArrayList<>();
        AllocationLimit limit = AllocationLimit.named("told")
            .listener((name, limitBytes, actualBytes) -> told.add(name + " " + limitBytes + " " + actualBytes)).build();
        assertThatThrownBy(() -> limit.run(AllocationLimitTest::allocate)).isInstanceOf(AllocationExceededException.class);
        assertThat(told).containsExactly("told 0 1016");
    }

    @Test
    void shouldCountWhatAListenerThrows() {
        AllocationLimit limit = AllocationLimit.named("told").whenExceeded(WhenExceeded.COUNT).listener((name, limitBytes, actualBytes) -> {
            throw new IllegalStateException("no paper");
        }).build();
        limit.run(AllocationLimitTest::allocate);
        assertThat(limit.listenerFailures()).isOne();
        assertThat(limit.exceededCalls()).isOne();
    }

    @Test
    void shouldNotHideWhatTheCallThrows() {
        IllegalStateException own = new IllegalStateException("own");
        assertThatThrownBy(() -> none.run(() -> {
            allocate();
            throw own;
        })).isSameAs(own).satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1)
            .hasOnlyElementsOfType(AllocationExceededException.class));
        assertThat(none.exceededCalls()).isOne();
        AssertionError error = new AssertionError("own");
        assertThatThrownBy(() -> none.callAsLong(() -> {
            throw error;
        })).isSameAs(error);
    }

    @Test
    void shouldMeasureEachThreadForItself() throws InterruptedException {
        // A JVM that swaps compiled code may allocate a little on the thread that runs it: that must not end the thread.
        AllocationLimit limit = AllocationLimit.named("threads").limitBytes(BYTES_OF_1000).whenExceeded(WhenExceeded.COUNT).build();
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int call = 0; call < 10_000; call++) {
                    limit.run(AllocationLimitTest::allocate);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(limit.calls()).isEqualTo(40_000);
        assertThat(limit.totalBytes()).isBetween(40_000 * BYTES_OF_1000, 40_001 * BYTES_OF_1000 * 1_000 / 999);
        assertThat(limit.exceededCalls()).isLessThan(40);
    }

    @Test
    void shouldSayWhereTheJvmDoesNotCount() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.setThreadAllocatedMemoryEnabled(false);
        try {
            assertThatThrownBy(() -> AllocationLimit.named("blind").build()).isInstanceOf(IllegalStateException.class)
                .hasMessage("an allocation limit needs a JVM that counts what the calling thread allocates: name=blind, thread="
                    + Thread.currentThread().getName());
            AllocationLimit ignoring = AllocationLimit.named("blind").ignoreWhereUnsupported().build();
            ignoring.run(AllocationLimitTest::allocate);
            assertThat(ignoring.end(ignoring.begin())).isEqualTo(-1);
            assertThat(ignoring.unmeasuredCalls()).isEqualTo(2).isEqualTo(ignoring.calls());
            assertThat(ignoring.judgedCalls()).isZero();
        } finally {
            threads.setThreadAllocatedMemoryEnabled(true);
        }
    }

    @Test
    void shouldRefuseNegativeSettings() {
        assertThatThrownBy(() -> AllocationLimit.named("x").limitBytes(-1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("limitBytes must not be negative: limitBytes=-1");
        assertThatThrownBy(() -> AllocationLimit.named("x").warmUpCalls(-2)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("warmUpCalls must not be negative: warmUpCalls=-2");
    }

    private static void allocate() {
        sink = new byte[1000];
    }

    private static long allocateLong() {
        allocate();
        return 1;
    }
}
