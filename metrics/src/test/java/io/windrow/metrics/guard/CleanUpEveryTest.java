package io.windrow.metrics.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CleanUpEveryTest {

    private final AtomicInteger cleaned = new AtomicInteger();

    @Test
    void shouldRunAtEveryThirdCall() {
        CleanUpEvery cleanUp = CleanUpEvery.calls(3, cleaned::incrementAndGet);
        List<Boolean> turns = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            turns.add(cleanUp.call());
        }
        assertThat(turns).containsExactly(false, false, true, false, false, true, false);
        assertThat(cleaned).hasValue(2);
        assertThat(cleanUp.calls()).isEqualTo(7);
        assertThat(cleanUp.runs()).isEqualTo(2);
        assertThat(cleanUp.failures()).isZero();
    }

    @Test
    void shouldKeepFailuresFromTheCaller() {
        List<Throwable> told = new ArrayList<>();
        AssertionError broken = new AssertionError("broken");
        CleanUpEvery cleanUp = CleanUpEvery.calls(1, () -> {
            throw broken;
        }).tellingFailures(told::add);
        assertThat(cleanUp.call()).isFalse();
        assertThat(cleanUp.call()).isFalse();
        assertThat(told).containsExactly(broken, broken);
        assertThat(cleanUp.failures()).isEqualTo(2).isEqualTo(cleanUp.runs());
    }

    @Test
    void shouldThrowFailuresIfAsked() {
        IllegalStateException broken = new IllegalStateException("broken");
        List<Throwable> told = new ArrayList<>();
        CleanUpEvery cleanUp = CleanUpEvery.calls(1, () -> {
            throw broken;
        }).tellingFailures(told::add).throwingFailures();
        assertThatThrownBy(cleanUp::call).isSameAs(broken);
        assertThatThrownBy(cleanUp::call).as("the next turn comes all the same").isSameAs(broken);
        assertThat(told).hasSize(2);
        assertThat(cleanUp.failures()).isEqualTo(2);
        assertThat(cleanUp.skippedTurns()).isZero();
    }

    @Test
    void shouldNotLetAListenerReachTheCaller() {
        CleanUpEvery cleanUp = CleanUpEvery.calls(1, () -> {
            throw new IllegalStateException("broken");
        }).tellingFailures(failure -> {
            throw new IllegalStateException("broken too");
        });
        assertThat(cleanUp.call()).isFalse();
        assertThat(cleanUp.failures()).isOne();
    }

    @Test
    void shouldSkipATurnFromWithinTheCleanUp() {
        AtomicReference<CleanUpEvery> self = new AtomicReference<>();
        self.set(CleanUpEvery.calls(1, () -> self.get().call()));
        assertThat(self.get().call()).isTrue();
        assertThat(self.get().calls()).isEqualTo(2);
        assertThat(self.get().runs()).isOne();
        assertThat(self.get().skippedTurns()).isOne();
    }

    @Test
    void shouldCountTheCallsOfAllThreads() throws InterruptedException {
        CleanUpEvery cleanUp = CleanUpEvery.calls(10, cleaned::incrementAndGet);
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int call = 0; call < 25_000; call++) {
                    cleanUp.call();
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(cleanUp.calls()).isEqualTo(100_000);
        assertThat(cleanUp.runs() + cleanUp.skippedTurns()).isEqualTo(10_000);
        assertThat(cleaned.get()).isEqualTo(cleanUp.runs()).isPositive();
    }

    @Test
    void shouldAllocateNothing() {
        CleanUpEvery cleanUp = CleanUpEvery.calls(3, () -> { });
        Allocations.assertNone(cleanUp::call);
        assertThat(cleanUp.runs()).isPositive();
    }

    @Test
    void shouldRefuseNoCalls() {
        assertThatThrownBy(() -> CleanUpEvery.calls(0, () -> { })).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a clean-up must run at every so many calls, at least one: calls=0");
    }
}
