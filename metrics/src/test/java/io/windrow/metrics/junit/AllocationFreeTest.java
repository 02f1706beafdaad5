package io.windrow.metrics.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationFreeTest {

    private static final String EXCEEDED = "() must allocate at most 0 bytes a run: largestBytes=1016, leastBytes=1016, meanBytes=1016.0,"
        + " repetitions=100, warmUps=200";

    private static volatile Object sink;
    private static int runs;

    @BeforeEach
    void startCounting() {
        runs = 0;
    }

    static class Clean {

        private int[] counts = new int[2];

        @Test
        @AllocationFree
        void works() {
            counts[runs++ & 1]++;
        }
    }

    @Test
    void shouldPassABodyThatAllocatesNothing() {
        assertThat(InnerRun.of(Clean.class).message()).isEmpty();
        assertThat(runs).as("JUnit's own, the warm-up, one round").isEqualTo(1 + 200 + 100);
    }

    static class Allocating {

        @Test
        @AllocationFree
        void works() {
            sink = new byte[1000];
        }
    }

    @Test
    void shouldFailABodyThatAllocatesAndNameTheSite() {
        String message = InnerRun.of(Allocating.class).message();
        assertThat(message).startsWith("works" + EXCEEDED).contains("more runs, rough:")
            .containsPattern(
                "\\R  io\\.windrow\\.metrics\\.junit\\.AllocationFreeTest\\$Allocating\\.works:\\d+"
                    + " byte\\[], about \\d+ bytes, (9\\d|100) %");
    }

    static class WarmingUp {

        @Test
        @AllocationFree(warmUps = 50, repetitions = 7, sites = false)
        void works() {
            // JUnit's own run and the warm-up.
            if (++runs <= 51) {
                sink = new byte[1000];
            }
        }

        @Test
        @AllocationFree(warmUps = 49, repetitions = 1, sites = false)
        void shortOfWarmUps() {
            if (++runs <= 53) {
                sink = new byte[1000];
            }
        }
    }

    @Test
    void shouldNotJudgeTheWarmUp() {
        assertThat(InnerRun.of(WarmingUp.class, "works").message()).isEmpty();
        assertThat(runs).isEqualTo(51 + 7);
    }

    @Test
    void shouldJudgeWhatComesAfterTheWarmUp() {
        assertThat(InnerRun.of(WarmingUp.class, "shortOfWarmUps").message()).isEqualTo(
            "shortOfWarmUps() must allocate at most 0 bytes a run: largestBytes=1016, leastBytes=1016, meanBytes=1016.0,"
                + " repetitions=1, warmUps=49");
    }

    static class Once {

        @Test
        @AllocationFree(sites = false)
        void inOneRound() {
            if (++runs == 1 + 200 + 50) {
                sink = new byte[1000];
            }
        }

        @Test
        @AllocationFree(sites = false)
        void inTwoRounds() {
            runs++;
            if (runs == 1 + 200 + 50 || runs == 1 + 200 + 250) {
                sink = new byte[1000];
            }
        }
    }

    @Test
    void shouldForgiveOneOddRoundBecauseTheJvmAllocatesToo() {
        assertThat(InnerRun.of(Once.class, "inOneRound").message()).isEmpty();
        assertThat(runs).isEqualTo(1 + 200 + 300);
    }

    @Test
    void shouldNotForgiveTwoOddRounds() {
        assertThat(InnerRun.of(Once.class, "inTwoRounds").message()).startsWith("inTwoRounds() must allocate at most 0 bytes a run:"
            + " largestBytes=1016, leastBytes=0, meanBytes=10.16,");
    }

    static class Amortized {

        private final List<Object> kept = new ArrayList<>();

        @Test
        @AllocationFree(sites = false)
        void grows() {
            kept.add(this);
        }
    }

    @Test
    void shouldFindAListThatGrowsNowAndThen() {
        assertThat(InnerRun.of(Amortized.class).message()).startsWith("grows() must allocate at most 0 bytes a run: largestBytes=")
            .contains("leastBytes=0,");
    }

    static class Limited {

        @Test
        @AllocationFree(limitBytes = 1016)
        void exact() {
            sink = new byte[1000];
        }

        @Test
        @AllocationFree(limitBytes = 1015, sites = false)
        void below() {
            sink = new byte[1000];
        }
    }

    @Test
    void shouldAllowExactlyTheLimit() {
        assertThat(InnerRun.of(Limited.class).messages()).containsEntry("exact()", "")
            .hasEntrySatisfying("below()", message -> assertThat(message).startsWith("below() must allocate at most 1015 bytes a run: "));
    }

    @AllocationFree(sites = false)
    static class Kinds {

        @ParameterizedTest(name = "with {0}")
        @ValueSource(ints = {0, 1000})
        void parameterized(int bytes) {
            if (bytes > 0) {
                sink = new byte[bytes];
            }
        }

        @RepeatedTest(2)
        void repeated() {
            sink = new byte[1000];
        }

        @Nested
        class Inner {

            @Test
            void nested() {
                sink = new byte[1000];
            }

            @Test
            @AllocationFree(limitBytes = 2000)
            void nestedWithItsOwn() {
                sink = new byte[1000];
            }
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> { }));
        }

        @TestFactory
        Stream<DynamicTest> factoryWithMeter(AllocationMeter meter) {
            return Stream.of(DynamicTest.dynamicTest("metered", () -> meter.assertNone(() -> sink = new byte[1000])));
        }
    }

    @Test
    void shouldJudgeEveryKindOfTestAndRefuseFactories() {
        assertThat(InnerRun.of(Kinds.class).messages()).containsExactly(
            Map.entry("factory()", "@AllocationFree cannot judge the dynamic tests of a @TestFactory: let it take an AllocationMeter"
                + " for them, or use @ParameterizedTest: test=factory"),
            Map.entry("metered", "factoryWithMeter" + EXCEEDED),
            Map.entry("nested()", "nested" + EXCEEDED),
            Map.entry("nestedWithItsOwn()", ""),
            Map.entry("repetition 1 of 2", "repeated" + EXCEEDED),
            Map.entry("repetition 2 of 2", "repeated" + EXCEEDED),
            Map.entry("with 0", ""),
            Map.entry("with 1000", "parameterized" + EXCEEDED));
    }

    static class Metered {

        @Test
        @AllocationFree
        void clean(AllocationMeter meter) throws Throwable {
            sink = new byte[1000];
            meter.assertNone(() -> runs++);
            assertThat(runs).isEqualTo(300);
        }

        @Test
        @AllocationFree(sites = false)
        void dirty(AllocationMeter meter) throws Throwable {
            meter.assertNone(() -> sink = new byte[1000]);
        }

        @Test
        @AllocationFree
        void measured(AllocationMeter meter) throws Throwable {
            assertThat(meter.measure(() -> sink = new byte[1000])).isEqualTo(new MeasuredBytes(100, 1016, 1016, 101_600));
            meter.assertAtMost(1016, () -> sink = new byte[1000]);
        }

        @Test
        @AllocationFree
        void unasked(AllocationMeter meter) {
            assertThat(meter).isNotNull();
        }

        @Test
        @AllocationFree
        void negative(AllocationMeter meter) throws Throwable {
            meter.assertAtMost(-1, () -> { });
        }
    }

    @Test
    void shouldMeasureOnlyWhatTheMeterIsGiven() {
        assertThat(InnerRun.of(Metered.class).messages()).containsExactly(
            Map.entry("clean(AllocationMeter)", ""),
            Map.entry("dirty(AllocationMeter)", "dirty" + EXCEEDED),
            Map.entry("measured(AllocationMeter)", ""),
            Map.entry("negative(AllocationMeter)", "limitBytes must not be negative: limitBytes=-1"),
            Map.entry("unasked(AllocationMeter)", "a test that takes an AllocationMeter must ask it something: test=unasked()"));
    }

    static class Failing {

        @Test
        @AllocationFree
        void fails() {
            runs++;
            throw new IllegalStateException("own");
        }
    }

    @Test
    void shouldLeaveAFailingTestAlone() {
        assertThat(InnerRun.of(Failing.class).message()).isEqualTo("own");
        assertThat(runs).isOne();
    }

    static class Unrepeatable {

        @Test
        @AllocationFree
        void works() {
            assertThat(++runs).isLessThan(3);
        }
    }

    @Test
    void shouldSayThatATestIsNotRepeatable() {
        assertThat(InnerRun.of(Unrepeatable.class).suppressed()).containsExactly("the test passed once and fails when it is run again, as"
            + " @AllocationFree does: make it repeatable, or let it take an AllocationMeter: test=works()");
        assertThat(runs).isEqualTo(3);
    }

    static class Wrong {

        @Test
        @AllocationFree(repetitions = 0)
        void repetitions() {
            runs++;
        }

        @Test
        @AllocationFree(warmUps = -1)
        void warmUps() {
            runs++;
        }

        @Test
        @AllocationFree(limitBytes = -2)
        void limit() {
            runs++;
        }
    }

    @Test
    void shouldRefuseSettingsWithoutSense() {
        assertThat(InnerRun.of(Wrong.class).messages())
            .containsEntry("repetitions()", "@AllocationFree measures at least one run: repetitions=0")
            .containsEntry("warmUps()", "@AllocationFree warms up 0 times or more: warmUps=-1")
            .containsEntry("limit()", "@AllocationFree allows 0 bytes or more: limitBytes=-2");
    }

    @Test
    void shouldSayWhereTheJvmDoesNotCount() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.setThreadAllocatedMemoryEnabled(false);
        try {
            assertThat(InnerRun.of(Clean.class).message())
                .startsWith("@AllocationFree needs a JVM that counts what the calling thread allocates: test=works(), thread=");
        } finally {
            threads.setThreadAllocatedMemoryEnabled(true);
        }
    }
}
