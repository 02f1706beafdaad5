package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {

    private static final long ABOVE_EVERY_PID = (1L << 22) + 1;
    private static final int MEGABYTE = 1 << 20;

    @Test
    void shouldReadWhatTheStatusFileSays() throws IOException {
        try (QuietProcess quiet = new QuietProcess(); ProcessMemory memory = ProcessMemory.of(quiet.pid())) {
            assertThat(memory.virtualBytes()).isEqualTo(quiet.bytes("status", "VmSize:"));
            assertThat(memory.peakResidentBytes()).isEqualTo(quiet.bytes("status", "VmHWM:")).isPositive();
            assertThat(memory.residentBytes()).isEqualTo(quiet.bytes("status", "VmRSS:")).isPositive();
            assertThat(memory.anonymousBytes()).isEqualTo(quiet.bytes("status", "RssAnon:")).isPositive();
            assertThat(memory.fileBytes()).isEqualTo(quiet.bytes("status", "RssFile:")).isPositive();
            assertThat(memory.sharedBytes()).isEqualTo(quiet.bytes("status", "RssShmem:"));
            assertThat(memory.swapBytes()).isEqualTo(quiet.bytes("status", "VmSwap:"));
            assertThat(memory.threads()).isEqualTo(quiet.number("status", "Threads:")).isOne();
        }
    }

    @Test
    void shouldReadTheSameResidentMemoryFromBothFiles() throws IOException {
        try (QuietProcess quiet = new QuietProcess(); ProcessMemory memory = ProcessMemory.of(quiet.pid())) {
            assertThat(memory.refreshResident()).isEqualTo(memory.residentBytes());
        }
    }

    @Test
    void shouldReadTheExactFiguresOnDemandOnly() throws IOException {
        try (QuietProcess quiet = new QuietProcess(); ProcessMemory memory = ProcessMemory.of(quiet.pid())) {
            assertThat(memory.exactResidentBytes()).isEqualTo(-1);
            assertThat(memory.proportionalBytes()).isEqualTo(-1);
            memory.refreshExact();
            assertThat(memory.exactResidentBytes()).isEqualTo(quiet.bytes("smaps_rollup", "Rss:")).isPositive();
            assertThat(memory.proportionalBytes()).isPositive().isLessThanOrEqualTo(memory.exactResidentBytes());
        }
    }

    @Test
    void shouldReadThePeakThatTheKernelReports() {
        try (ProcessMemory memory = ProcessMemory.self()) {
            assertThat(memory.peakResidentBytes()).isGreaterThanOrEqualTo(memory.residentBytes());
            long before = memory.peakResidentBytes();
            memory.refresh();
            assertThat(memory.peakResidentBytes()).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void shouldSeeMemoryThatIsTouched() {
        try (ProcessMemory memory = ProcessMemory.self()) {
            ByteBuffer[] touched = new ByteBuffer[4];
            long anonymous = 0;
            long resident = 0;
            // Other memory may be given back meanwhile, by a collection that also frees older buffers: hardly in each round.
            for (int i = 0; i < touched.length && Math.min(anonymous, resident) <= 48 * MEGABYTE; i++) {
                memory.refresh();
                long anonymousBefore = memory.anonymousBytes();
                long residentBefore = memory.refreshResident();
                // Fresh direct memory is zeroed, which touches each page.
                touched[i] = ByteBuffer.allocateDirect(64 * MEGABYTE);
                memory.refresh();
                anonymous = memory.anonymousBytes() - anonymousBefore;
                resident = memory.refreshResident() - residentBefore;
            }
            assertThat(anonymous).isGreaterThan(48 * MEGABYTE);
            assertThat(resident).isGreaterThan(48 * MEGABYTE);
            assertThat(touched[0].capacity()).isEqualTo(64 * MEGABYTE);
        }
    }

    @Test
    void shouldKeepWhatARefreshReadWhenOnlyTheResidentMemoryIsRead() {
        try (ProcessMemory memory = ProcessMemory.self()) {
            long resident = memory.residentBytes();
            ByteBuffer touched = ByteBuffer.allocateDirect(16 * MEGABYTE);
            memory.refreshResident();
            assertThat(memory.residentBytes()).isEqualTo(resident);
            assertThat(touched.capacity()).isPositive();
        }
    }

    @Test
    void shouldAllocateNothingWhenRead() {
        try (ProcessMemory memory = ProcessMemory.self()) {
            Allocations.assertNone(memory::refresh);
            Allocations.assertNone(memory::refreshResident);
        }
    }

    @Test
    void shouldAllocateNothingWhenThePageTablesAreWalked() {
        try (ProcessMemory memory = ProcessMemory.self()) {
            memory.refreshExact();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 100 && least > 0; i++) {
                least = Math.min(least, Allocations.bytes(memory::refreshExact));
            }
            assertThat(least).isZero();
        }
    }

    @Test
    void shouldSurviveAnInterrupt() {
        try (ProcessMemory memory = ProcessMemory.self()) {
            Thread.currentThread().interrupt();
            memory.refresh();
            memory.refreshResident();
            assertThat(Thread.interrupted()).isTrue();
            memory.refresh();
            assertThat(memory.residentBytes()).isPositive();
        }
    }

    @Test
    void shouldNameTheProcessThatDoesNotExist() {
        assertThatThrownBy(() -> ProcessMemory.of(ABOVE_EVERY_PID)).isInstanceOf(UncheckedIOException.class)
            .hasMessage("/proc/4194305/status is not readable: pid=4194305");
        assertThatThrownBy(() -> ProcessMemory.of(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a process number is positive: pid=0");
    }

    @Test
    void shouldRefuseAProcessThatHasEnded() throws IOException {
        QuietProcess quiet = new QuietProcess();
        try (ProcessMemory memory = ProcessMemory.of(quiet.pid())) {
            quiet.close();
            assertThatThrownBy(memory::refresh).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("its process is gone");
            assertThat(memory.residentBytes()).as("the last reading").isPositive();
        }
    }

    @Test
    void shouldRefuseToReadWhenClosed() {
        ProcessMemory memory = ProcessMemory.self();
        memory.close();
        assertThatThrownBy(memory::refresh).isInstanceOf(UncheckedIOException.class).hasMessageContaining("closed");
        assertThatThrownBy(memory::refreshResident).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void shouldReportMissingFieldsAsMinusOne() {
        try (ProcFile file = new ProcFile(ProcFile.ownFolder(), "statm", 192)) {
            file.read();
            assertThat(file.field(ProcFile.label("VmHWM:"))).isEqualTo(-1);
            assertThat(file.word(100, 0)).isEqualTo(-1);
        }
    }

    @Test
    void shouldNotTakeANumberThatIsCutOff() {
        try (ProcFile file = new ProcFile(ProcFile.ownFolder(), "statm", 2)) {
            file.read();
            assertThat(file.word(0, 0)).isEqualTo(-1);
        }
    }
}
