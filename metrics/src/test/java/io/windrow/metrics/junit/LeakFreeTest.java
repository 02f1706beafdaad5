package io.windrow.metrics.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakFreeTest {

    private static final int BYTES = 1000;
    private static final long FOOTPRINT = OffHeapMemory.footprintBytes(BYTES);
    private static final List<AutoCloseable> LEFT = new ArrayList<>();

    @TempDir
    static Path folder;

    private static Path file;

    @BeforeAll
    static void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("left-open.txt"), "x").toRealPath();
    }

    @AfterEach
    void clearUp() throws Exception {
        for (AutoCloseable left : LEFT) {
            left.close();
        }
        LEFT.clear();
    }

    @LeakFree
    static class Clean {

        private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
        private final MemoryBlock field = memory.allocate("field", BYTES);

        @Test
        void closes() throws Exception {
            try (FileInputStream in = new FileInputStream(file.toFile())) {
                assertThat(in.read()).isPositive();
            }
            Thread worker = new Thread(() -> memory.allocate("worker", BYTES));
            worker.start();
            worker.join();
        }

        @AfterEach
        void close() {
            field.close();
            memory.close();
        }
    }

    @Test
    void shouldPassATestThatLeavesNothing() {
        assertThat(InnerRun.of(Clean.class).message()).isEmpty();
    }

    static class OffHeap {

        @Test
        @LeakFree(graceMillis = 100)
        void works() {
            leave("candles");
        }
    }

    @Test
    void shouldNameTheOwnerOfOffHeapBytes() {
        assertThat(InnerRun.of(OffHeap.class).message())
            .isEqualTo("a @LeakFree test must leave nothing behind, works() left: off heap, owner candles: leakedBytes=" + FOOTPRINT);
    }

    static class FewerBytes {

        private static MemoryBlock older;

        @Test
        @LeakFree(graceMillis = 100)
        void closesWhatItDidNotOpen() {
            older.close();
        }
    }

    @Test
    void shouldFailATestThatClosesWhatItDidNotOpen() {
        FewerBytes.older = leave("older");
        assertThat(InnerRun.of(FewerBytes.class).message()).endsWith("left: off heap, owner older: leakedBytes=-" + FOOTPRINT);
    }

    static class OpenFile {

        @Test
        @LeakFree(graceMillis = 100)
        void works() throws IOException {
            LEFT.add(new FileInputStream(file.toFile()));
            LEFT.add(new FileInputStream(file.toFile()));
        }
    }

    @Test
    void shouldNameOpenFiles() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
        assertThat(InnerRun.of(OpenFile.class).message()).endsWith("works() left: open file " + file + ", 2 times");
    }

    static class LeftThread {

        @Test
        @LeakFree(graceMillis = 100)
        void works() {
            leaveThread("poller", false);
            leaveThread("helper", true);
        }

        @Test
        @LeakFree(graceMillis = 100, daemonThreads = true, threads = false)
        void daemons() {
            leaveThread("poller", false);
            leaveThread("helper", true);
        }
    }

    @Test
    void shouldNameThreadsThatKeepAProcessAlive() {
        assertThat(InnerRun.of(LeftThread.class, "works").message()).contains("works() left: thread poller (").doesNotContain("helper")
            .containsPattern("\\(WAITING at [\\w.$]+:-?\\d+\\)$");
    }

    @Test
    void shouldNameDaemonsIfAsked() {
        assertThat(InnerRun.of(LeftThread.class, "daemons").message()).contains("left: thread helper (").doesNotContain("poller");
    }

    static class Switched {

        @Test
        @LeakFree(offHeap = false, openFiles = false, threads = false, graceMillis = 100)
        void works() throws IOException {
            leave("candles");
            leaveThread("poller", false);
            LEFT.add(new FileInputStream(file.toFile()));
        }
    }

    @Test
    void shouldCompareOnlyWhatItIsAskedTo() {
        assertThat(InnerRun.of(Switched.class).message()).isEmpty();
    }

    static class Ending {

        @Test
        @LeakFree(graceMillis = 20_000)
        void works() {
            MemoryBlock block = leave("late");
            Thread ending = new Thread(() -> {
                sleep();
                block.close();
            });
            ending.start();
        }

        private static void sleep() {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void shouldWaitForWhatIsJustEnding() {
        long begun = System.nanoTime();
        assertThat(InnerRun.of(Ending.class).message()).isEmpty();
        assertThat(System.nanoTime() - begun).isLessThan(15_000_000_000L);
    }

    @LeakFree(graceMillis = 100)
    static class Kinds {

        @ParameterizedTest(name = "with {0}")
        @ValueSource(strings = {"none", "parameter"})
        void parameterized(String tag) {
            if (!tag.equals("none")) {
                leave(tag);
            }
        }

        @RepeatedTest(2)
        void repeated() {
            leave("repeated");
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> leave("dynamic")));
        }

        @Nested
        class Inner {

            private final MemoryBlock field = leave("field");

            @BeforeEach
            void look() {
                assertThat(field.isClosed()).isFalse();
            }

            @Test
            void nested() {
            }

            @Test
            @LeakFree(offHeap = false)
            void nestedWithItsOwn() {
            }
        }
    }

    @Test
    void shouldCompareEveryKindOfTest() {
        String left = "a @LeakFree test must leave nothing behind, %s() left: off heap, owner %s: leakedBytes=" + FOOTPRINT;
        assertThat(InnerRun.of(Kinds.class).messages()).containsExactly(
                        Map.entry("dynamic", ""),
            Map.entry("factory()", left.formatted("factory", "dynamic")),
            Map.entry("nested()", left.formatted("nested", "field")),
            Map.entry("nestedWithItsOwn()", ""),
            Map.entry("repetition 1 of 2", left.formatted("repeated", "repeated")),
            Map.entry("repetition 2 of 2", left.formatted("repeated", "repeated")),
            Map.entry("with none", ""),
            Map.entry("with parameter", left.formatted("parameterized", "parameter")));
    }

    @LeakFree(graceMillis = 100)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Shared {

        private final MemoryBlock field = leave("shared");

        @Test
        void usesTheSharedField() {
            assertThat(field.isClosed()).isFalse();
        }
    }

    @Test
    void shouldNotChargeATestWithWhatAllShare() {
        assertThat(InnerRun.of(Shared.class).message()).isEmpty();
    }

    static class Wrong {

        @Test
        @LeakFree(graceMillis = -1)
        void works() {
        }
    }

    @Test
    void shouldRefuseANegativeGrace() {
        assertThat(InnerRun.of(Wrong.class).message()).isEqualTo("@LeakFree waits 0 ms or more: graceMillis=-1");
    }

    private static MemoryBlock leave(String tag) {
        OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
        LEFT.add(memory);
        return memory.allocate(tag, BYTES);
    }

    private static void leaveThread(String name, boolean daemon) {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }, name);
        thread.setDaemon(daemon);
        thread.start();
        LEFT.add(() -> {
            end.countDown();
            thread.join();
        });
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(System.nanoTime()).as("time for the thread to wait").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
