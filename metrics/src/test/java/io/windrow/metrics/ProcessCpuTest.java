package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessCpuTest {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Path NAME = Path.of("/proc/self/comm");

    @Test
    void shouldAgreeWithTheJvm() {
        try (ProcessCpu cpu = ProcessCpu.self()) {
            assertAgreement(cpu);
        }
    }

    @Test
    void shouldReadPastANameWithBlanksAndParentheses() throws IOException {
        String name = Files.readString(NAME).trim();
        try (ProcessCpu cpu = ProcessCpu.self()) {
            Files.writeString(NAME, "a) S 1 2 (3) 4");
            assertAgreement(cpu);
        } finally {
            Files.writeString(NAME, name);
        }
    }

    @Test
    void shouldCountTheTimeOfThisThread() {
        try (ProcessCpu cpu = ProcessCpu.self()) {
            long before = cpu.totalNanos();
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (cpu.totalNanos() - before < 100_000_000L && System.nanoTime() < deadline) {
                cpu.refresh();
            }
            assertThat(cpu.totalNanos() - before).isGreaterThanOrEqualTo(100_000_000L);
            assertThat(cpu.totalNanos()).isEqualTo(cpu.userNanos() + cpu.systemNanos());
        }
    }

    @Test
    void shouldSeeThatASleeperUsesNoTime() throws IOException {
        try (QuietProcess quiet = new QuietProcess(); ProcessCpu cpu = ProcessCpu.of(quiet.pid())) {
            assertThat(cpu.totalNanos()).isBetween(0L, 10 * cpu.resolutionNanos());
        }
    }

    @Test
    void shouldAllocateNothing() {
        try (ProcessCpu cpu = ProcessCpu.self()) {
            Allocations.assertNone(cpu::refresh);
        }
    }

    @Test
    void shouldNameTheProcessThatDoesNotExist() {
        assertThatThrownBy(() -> ProcessCpu.of((1L << 22) + 1)).isInstanceOf(UncheckedIOException.class)
            .hasMessage("/proc/4194305/stat is not readable: pid=4194305");
    }

    /** The JVM's figure, from the same kernel, lies between two readings, but for the size of a tick. */
    private static void assertAgreement(ProcessCpu cpu) {
        cpu.refresh();
        long before = cpu.totalNanos();
        long jvm = SYSTEM.getProcessCpuTime();
        cpu.refresh();
        long slack = 3 * cpu.resolutionNanos();
        assertThat(jvm).isBetween(before - slack, cpu.totalNanos() + slack);
        assertThat(cpu.resolutionNanos()).isEqualTo(10_000_000L);
    }
}
