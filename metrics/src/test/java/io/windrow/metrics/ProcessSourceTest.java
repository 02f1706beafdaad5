package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSourceTest {

    private static final long ABOVE_EVERY_PID = (1L << 22) + 1;
    private static final String NO_KERNEL =
        "no memory, processor time, threads, open files and container of the process (no /proc, this is not Linux)";

    @TempDir
    Path folder;

    private final Sample sample = new Sample();

    @Test
    void shouldKnowEveryFigureOfThisProcess() {
        System.gc();
        try (ProcessSource source = ProcessSource.self().withAllocation()) {
            long before = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            source.read(sample);
            long after = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            for (int i = 0; i <= Figure.STOPPING_TIME.ordinal(); i++) {
                boolean optional = Figure.at(i).name().startsWith("YOUNG") || Figure.at(i).name().startsWith("OLD");
                assertThat(optional || sample.has(Figure.at(i))).as(Figure.at(i).key()).isTrue();
            }
            assertThat(sample.has(Figure.STOP_P95)).isFalse();
            assertThat(sample.has(Figure.UNACCOUNTED)).isFalse();
            assertThat(source.name()).isEqualTo("pid " + ProcessHandle.current().pid());
            assertThat(sample.timeNanos()).isBetween(before, after);
        }
    }

    @Test
    void shouldAllocateNothing() {
        try (ProcessSource source = ProcessSource.self(); ProcessSource same = ProcessSource.of(ProcessHandle.current().pid())) {
            Assumptions.assumeTrue(!source.missing().contains("allocates"));
            Allocations.assertNone(() -> source.read(sample));
            Allocations.assertNone(() -> same.read(sample));
            source.withAllocation();
            Allocations.assertNone(() -> source.read(sample));
        }
    }

    @Test
    void shouldTellAllocationOnlyWhereItIsAskedFor() {
        try (ProcessSource source = ProcessSource.self(); ProcessSource other = ProcessSource.of(ProcessHandle.current().pid())) {
            source.read(sample);
            assertThat(sample.has(Figure.ALLOCATED)).isFalse();
            source.withAllocation().read(sample);
            assertThat(sample.get(Figure.ALLOCATED)).isPositive();
            assertThatThrownBy(other::withAllocation).isInstanceOf(IllegalStateException.class)
                .hasMessage("only the own process tells what it allocated: " + other.name());
        }
    }

    @Test
    void shouldReadPastAProgramWhoseNameLooksLikeFields() {
        try (ProcessSource source = ProcessSource.of(fake(") (a) S 1 2 (3) 4").root(), 7)) {
            source.read(sample);
            assertThat(sample.get(Figure.CPU)).isEqualTo(2_000_000_000L);
            assertThat(sample.get(Figure.UPTIME)).isEqualTo(5_250_000_000L);
        }
    }

    @Test
    void shouldReadTheKernelsFiguresOfWhatIsNoJvm() {
        try (ProcessSource source = ProcessSource.of(fake("x").root(), 7)) {
            source.read(sample);
            assertThat(sample.get(Figure.RESIDENT)).isEqualTo(60 * 1024);
            assertThat(sample.get(Figure.RESIDENT_ANONYMOUS)).isEqualTo(30 * 1024);
            assertThat(sample.get(Figure.RESIDENT_FILE)).isEqualTo(20 * 1024);
            assertThat(sample.get(Figure.RESIDENT_SHARED)).isEqualTo(10 * 1024);
            assertThat(sample.get(Figure.RESIDENT_PEAK)).isEqualTo(70 * 1024);
            assertThat(sample.get(Figure.VIRTUAL)).isEqualTo(800 * 1024);
            assertThat(sample.get(Figure.SWAP)).isEqualTo(5 * 1024);
            assertThat(sample.get(Figure.THREADS)).isEqualTo(3);
            assertThat(sample.get(Figure.OPEN_FILES)).isEqualTo(4);
            assertThat(sample.get(Figure.OPEN_FILES_LIMIT)).isEqualTo(1024);
            assertThat(sample.has(Figure.HEAP_USED)).isFalse();
            assertThat(source.missing()).isEqualTo("counting open files lists a directory and allocates (Linux before 6.2), "
                + "no container memory (no control group), no heap, collections and stops: no performance counters: pid=7 "
                + "(no JVM of this user, or started with -XX:-UsePerfData or -XX:+PerfDisableSharedMem)");
        }
    }

    @Test
    void shouldNotTakeALaterProcessOfTheSameNumber() {
        FakeMachine machine = fake("x");
        try (ProcessSource source = ProcessSource.of(machine.root(), 7)) {
            source.read(sample);
            machine.stat("7", "x", 7, 100_001);
            assertLost(source, "pid 7 has ended");
        }
    }

    @Test
    void shouldNotTakeALaterProcessThatTheKernelGaveTheSameNumber() throws IOException {
        Path last = Path.of("/proc/sys/kernel/ns_last_pid");
        Assumptions.assumeTrue(Files.isWritable(last));
        QuietProcess first = new QuietProcess();
        try (ProcessSource source = ProcessSource.of(first.pid())) {
            source.read(sample);
            first.close();
            for (int i = 0; i < 20; i++) {
                Files.writeString(last, Long.toString(first.pid() - 1));
                try (QuietProcess second = new QuietProcess()) {
                    if (second.pid() == first.pid()) {
                        assertLost(source, "pid " + first.pid() + " has ended");
                        return;
                    }
                }
            }
        }
        Assumptions.abort("the kernel gave the number to somebody else");
    }

    @Test
    void shouldSayThatAProcessHasEnded() throws IOException {
        QuietProcess quiet = new QuietProcess();
        try (ProcessSource source = ProcessSource.of(quiet.pid())) {
            source.read(sample);
            quiet.close();
            assertLost(source, "pid " + quiet.pid() + " has ended");
        }
    }

    @Test
    void shouldSayThatAProcessHasEndedThatIsStillListed() {
        FakeMachine machine = fake("x");
        try (ProcessSource source = ProcessSource.of(machine.root(), 7)) {
            machine.file("proc/7/stat", "7 (x) Z 1 2 3 4 5 6 7 8 9 10 150 50 13 14 15 16 3 18 100000 819200 15 99\n");
            assertLost(source, "pid 7 has ended");
            assertThatThrownBy(() -> ProcessSource.of(machine.root(), 7)).isInstanceOf(IllegalStateException.class)
                .hasMessage("no such process: pid 7 has ended");
        }
    }

    @Test
    void shouldRefuseANumberThatIsNoProcess() {
        assertThatThrownBy(() -> ProcessSource.of(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a process number is positive: pid=0");
        assertThatThrownBy(() -> ProcessSource.of(ABOVE_EVERY_PID)).isInstanceOf(IllegalStateException.class)
            .hasMessage("no such process, or it may not be read: pid=4194305");
    }

    @Test
    void shouldRefuseTheNumberOfAThread() {
        FakeMachine machine = fake("x").process("9", "x", 7);
        assertThatThrownBy(() -> ProcessSource.of(machine.root(), 9)).isInstanceOf(IllegalStateException.class)
            .hasMessage("no such process: pid=9 (a thread of pid 7)");
    }

    @Test
    void shouldSayInPlainWordsWhatOtherSystemsThanLinuxLack() {
        try (ProcessSource source = ProcessSource.self(folder.toFile())) {
            source.read(sample);
            assertThat(source.missing()).startsWith(NO_KERNEL);
            assertThat(sample.has(Figure.HEAP_USED)).isTrue();
            for (int i = Figure.RESIDENT.ordinal(); i <= Figure.UPTIME.ordinal(); i++) {
                assertThat(sample.has(Figure.at(i))).as(Figure.at(i).key()).isFalse();
            }
            assertThat(sample.has(Figure.CONTAINER_USED)).isFalse();
        }
        assertThatThrownBy(() -> ProcessSource.of(folder.toFile(), 7)).isInstanceOf(IllegalStateException.class)
            .hasMessage(NO_KERNEL + ", no heap, collections and stops: no performance counters: pid=7 "
                + "(no JVM of this user, or started with -XX:-UsePerfData or -XX:+PerfDisableSharedMem)");
    }

    @Test
    void shouldRefuseUseAfterClose() {
        ProcessSource source = ProcessSource.self();
        source.close();
        source.close();
        assertThatThrownBy(() -> source.read(sample)).isInstanceOf(IllegalStateException.class)
            .hasMessage("the source is closed: " + source.name());
    }

    @Test
    void shouldLeaveNoFileOpen() {
        try (OpenFiles files = new OpenFiles(ProcFile.ownFolder())) {
            ProcessSource.self().close();
            long least = Long.MAX_VALUE;
            // Other threads open and close files too, as those of processes that ended; what a source leaves open shows in all rounds.
            for (int round = 0; round < 10 && least != 0; round++) {
                least = Math.min(least, Math.abs(filesLeftOpenByTwenty(files)));
            }
            assertThat(least).as("files left open by twenty sources").isZero();
        }
    }

    private static long filesLeftOpenByTwenty(OpenFiles files) {
        files.refresh();
        long before = files.count();
        for (int i = 0; i < 10; i++) {
            ProcessSource.self().close();
            ProcessSource.of(ProcessHandle.current().pid()).close();
        }
        files.refresh();
        return files.count() - before;
    }

    @Test
    void shouldTellTheStopsThatTheStatisticsTell() {
        try (ProcessSource source = ProcessSource.self(); CollectorStatistics statistics = CollectorStatistics.self()) {
            Assumptions.assumeTrue(statistics.safepoints() >= 0);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            long[] before;
            // Until no stop came between: the totals only rise, so that what is the same on both sides was so in the middle.
            do {
                assertThat(System.nanoTime()).as("time for a reading without a stop").isLessThan(deadline);
                before = figures(statistics);
                source.read(sample);
            } while (!Arrays.equals(before, figures(statistics)));
            assertThat(new long[] {sample.get(Figure.STOPPED_TIME), sample.get(Figure.STOPPING_TIME), sample.get(Figure.STOPS),
                sample.get(Figure.COLLECTIONS), sample.get(Figure.COLLECTION_TIME)}).isEqualTo(before);
        }
    }

    private FakeMachine fake(String program) {
        return new FakeMachine(folder).process("self", "java", 8).process("7", program, 7);
    }

    private void assertLost(ProcessSource source, String message) {
        assertThatThrownBy(() -> source.read(sample)).isInstanceOf(SourceLostException.class).hasMessage(message);
    }

    private static long[] figures(CollectorStatistics statistics) {
        return new long[] {statistics.safepointNanos(), statistics.safepointSyncNanos(), statistics.safepoints(), statistics.collections(),
            statistics.collectionNanos()};
    }
}
