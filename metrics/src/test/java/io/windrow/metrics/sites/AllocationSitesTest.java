package io.windrow.metrics.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationSitesTest {

    private static final long ENOUGH_BYTES = 256L << 20;

    @TempDir
    Path folder;

    private int calls;

    @AfterEach
    void shouldLeaveNothingBehind() throws IOException {
        assertThat(FlightRecorder.getFlightRecorder().getRecordings()).isEmpty();
        long own = ProcessHandle.current().pid();
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("windrow-sites-" + own + "-"))).isEmpty();
        }
    }

    @Test
    void shouldNameTheSitesOfSomeWorkByBytes() {
        AllocationReport report = AllocationSites.ofWork(this::work, 10);
        // The recorder takes samples: how many, and of whom the most, is for chance where the machine is busy.
        AllocationSite bytes = site(report, "io.windrow.metrics.sites.AllocatingTarget.bytes:");
        assertThat(bytes.place()).matches(".*bytes:\\d+");
        assertThat(bytes.allocatedClass()).isEqualTo("byte[]");
        assertThat(bytes.share()).as("true is 0.74").isBetween(0.2, 0.99);
        AllocationSite lists = site(report, "io.windrow.metrics.sites.AllocatingTarget.lists:");
        assertThat(lists.allocatedClass()).as("the frame above the list's own").isEqualTo("java.lang.Object[]");
        assertThat(report.totalBytes()).isCloseTo(ENOUGH_BYTES, within(ENOUGH_BYTES / 3));
        assertThat(report.samples()).isGreaterThan(3);
        assertThat(report.recordedNanos()).isPositive();
        assertThat(report.sites().stream().mapToDouble(AllocationSite::share).sum()).isCloseTo(1, within(0.02));
    }

    @Test
    void shouldLeaveOutWhatTheThreadAllocatedBefore() {
        for (int i = 0; i < 1_000_000; i++) {
            AllocatingTarget.lists();
        }
        AllocationReport report = AllocationSites.ofWork(() -> {
            AllocatingTarget.bytes();
            return ++calls * 1016L >= ENOUGH_BYTES;
        }, 10);
        assertThat(report.totalBytes()).isBetween(ENOUGH_BYTES / 2, ENOUGH_BYTES + ENOUGH_BYTES / 100);
        assertThat(report.sites().get(0).place()).contains("AllocatingTarget.bytes:");
    }

    @Test
    void shouldLeaveOtherThreadsOutOfSomeWork() throws InterruptedException {
        Thread other = startAllocating();
        AllocationReport report = AllocationSites.ofWork(() -> {
            AllocatingTarget.lists();
            return ++calls > 100_000;
        }, 10);
        other.interrupt();
        other.join();
        assertThat(report.sites()).isNotEmpty().noneMatch(site -> site.place().contains("AllocatingTarget.bytes"));
    }

    @Test
    void shouldRecordAllThreadsOfThisProcess() throws InterruptedException {
        Thread other = startAllocating();
        AllocationReport report = AllocationSites.ofThisProcess(Duration.ofSeconds(1), 1);
        other.interrupt();
        other.join();
        assertThat(report.sites()).hasSize(1);
        assertThat(report.sites().get(0).place()).contains("AllocatingTarget.bytes:");
        assertThat(report.recordedNanos()).isGreaterThanOrEqualTo(1_000_000_000);
    }

    @Test
    void shouldEndTheRecordingWhenTheWorkFails() {
        IllegalStateException broken = new IllegalStateException("broken");
        assertThatThrownBy(() -> AllocationSites.ofWork(() -> {
            throw broken;
        }, 1)).isSameAs(broken);
    }

    @Test
    void shouldEndTheRecordingWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> AllocationSites.ofThisProcess(Duration.ofSeconds(60), 1)).isInstanceOf(RecordingException.class)
            .hasMessage("the recording was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void shouldRefuseAFileThatIsNoRecording() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jfr"), "none");
        assertThatThrownBy(() -> AllocationSites.ofFile(file, 1)).isInstanceOf(RecordingException.class)
            .hasMessageStartingWith("a recording must be readable: file=" + file + ", why=").hasMessageNotContaining("\n");
        Path missing = folder.resolve("missing.jfr");
        assertThatThrownBy(() -> AllocationSites.ofFile(missing, 1)).isInstanceOf(RecordingException.class)
            .hasMessage("a recording must be readable: file=" + missing + ", why=no such file, or no permission");
    }

    @Test
    void shouldRefuseWhatIsOutOfRange() {
        assertThatThrownBy(() -> AllocationSites.ofThisProcess(Duration.ZERO, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a recording takes 1 ms to 3600 s: time=PT0S");
        assertThatThrownBy(() -> AllocationSites.ofThisProcess(Duration.ofHours(2), 1)).hasMessageEndingWith("time=PT2H");
        assertThatThrownBy(() -> AllocationSites.ofThisProcess(Duration.ofSeconds(1), 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a report lists 1 to 1000 sites: top=0");
        assertThatThrownBy(() -> AllocationSites.of(0, Duration.ofSeconds(1), 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a process number is positive: pid=0");
    }

    @Test
    void shouldWriteClassesAsJavaDoes() {
        assertThat(List.of("[B", "[[J", "[Ljava.lang.Object;", "java.lang.Long").stream().map(SiteTable::readable))
            .containsExactly("byte[]", "long[][]", "java.lang.Object[]", "java.lang.Long");
        assertThat(new AllocationSite("a.B.c:1", "byte[]", 512, 0.256, 1)).hasToString("a.B.c:1 byte[], about 512 bytes, 26 % (1 sample)");
    }

    /** A thread that allocates until it is interrupted, and has begun to. */
    private static Thread startAllocating() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            while (!Thread.interrupted()) {
                AllocatingTarget.bytes();
                begun.countDown();
            }
        });
        thread.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        return thread;
    }

    private boolean work() {
        AllocatingTarget.either();
        return ++calls * 688L >= ENOUGH_BYTES;
    }

    private static AllocationSite site(AllocationReport report, String place) {
        return report.sites().stream().filter(site -> site.place().startsWith(place)).findFirst()
            .orElseThrow(() -> new AssertionError(place + " is not in " + report));
    }
}
