package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HotspotCountersTest {

    private final HotspotCounters counters = HotspotCounters.self();

    @AfterEach
    void close() {
        counters.close();
    }

    @Test
    void shouldReadThisVeryJvm() {
        assertThat(counters.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(counters.text("java.property.java.version")).isEqualTo(System.getProperty("java.version"));
        assertThat(counters.text("java.property.java.home")).isEqualTo(System.getProperty("java.home"));
        assertThat(counters.text("sun.gc.cause")).isNotEmpty();
        assertThat(counters.value(counters.find("sun.os.hrt.frequency"))).isEqualTo(1_000_000_000L);
    }

    @Test
    void shouldSeeACounterMove() {
        int safepoints = counters.find("sun.rt.safepoints");
        long before = counters.value(safepoints);
        System.gc();
        assertThat(counters.value(safepoints)).isGreaterThan(before);
    }

    @Test
    void shouldReadByNumberOfProcess() {
        try (HotspotCounters same = HotspotCounters.of(ProcessHandle.current().pid())) {
            assertThat(same.text("java.rt.vmArgs")).isEqualTo(counters.text("java.rt.vmArgs"));
        }
    }

    @Test
    void shouldAllocateNothingPerValue() {
        int safepoints = counters.find("sun.rt.safepoints");
        Allocations.assertNone(() -> counters.value(safepoints));
    }

    @Test
    void shouldReadAllNumbersAtOnceWithoutAllocating() {
        int safepoints = counters.find("sun.rt.safepoints");
        int frequency = counters.find("sun.os.hrt.frequency");
        assertThatThrownBy(() -> counters.valueAtRefresh(safepoints)).isInstanceOf(IllegalStateException.class)
            .hasMessage("the counters were never refreshed: pid=" + counters.pid());
        counters.refresh();
        long before = counters.valueAtRefresh(safepoints);
        assertThat(before).isLessThanOrEqualTo(counters.value(safepoints));
        System.gc();
        assertThat(counters.valueAtRefresh(safepoints)).as("of the reading before").isEqualTo(before);
        counters.refresh();
        assertThat(counters.valueAtRefresh(safepoints)).isGreaterThan(before);
        assertThat(counters.valueAtRefresh(frequency)).isEqualTo(1_000_000_000L);
        assertThatThrownBy(() -> counters.valueAtRefresh(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        Allocations.assertNone(counters::refresh);
        counters.close();
        assertThatThrownBy(counters::refresh).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> counters.valueAtRefresh(frequency)).hasMessage("the counters are closed: pid=" + counters.pid());
    }

    @Test
    void shouldTellWhichNamesThereAre() {
        assertThat(counters.has("sun.rt.safepoints")).isTrue();
        assertThat(counters.has("sun.gc.cause")).isTrue();
        assertThat(counters.has("sun.rt.safepoint")).as("the beginning of a name").isFalse();
        assertThat(counters.has("sun.rt.safepointsX")).isFalse();
        assertThat(counters.has("")).isFalse();
    }

    @Test
    void shouldRefuseAnUnknownNameAndAWrongType() {
        assertThatThrownBy(() -> counters.find("no.such")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("there is no performance counter of this name and type: name=no.such, type=J");
        assertThatThrownBy(() -> counters.find("sun.gc.cause")).hasMessageContaining("name=sun.gc.cause, type=J");
        assertThatThrownBy(() -> counters.text("sun.rt.safepoints")).hasMessageContaining("name=sun.rt.safepoints, type=B");
        assertThatThrownBy(() -> counters.value(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldRefuseUseAfterClose() {
        int safepoints = counters.find("sun.rt.safepoints");
        counters.close();
        counters.close();
        assertThatThrownBy(() -> counters.value(safepoints)).isInstanceOf(IllegalStateException.class)
            .hasMessage("the counters are closed: pid=" + counters.pid());
        assertThatThrownBy(() -> counters.has("sun.gc.cause")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldSayWhyAProcessHasNoCounters() throws IOException {
        try (QuietProcess quiet = new QuietProcess()) {
            assertThatThrownBy(() -> HotspotCounters.of(quiet.pid())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no performance counters: pid=" + quiet.pid())
                .hasMessageContaining("-XX:-UsePerfData or -XX:+PerfDisableSharedMem");
        }
    }

    @Test
    void shouldRefuseAFileOfAnotherFormat() {
        ByteBuffer file = ByteBuffer.allocate(64);
        assertThatThrownBy(() -> CounterEntries.checked(file, 7)).hasMessage("the performance counters are not ready: pid=7");
        file.put(PerfDataLayout.READY_OFFSET, (byte) 1);
        assertThatThrownBy(() -> CounterEntries.checked(file, 7)).hasMessageContaining("unknown format: pid=7, magic=0");
        assertThatThrownBy(() -> CounterEntries.checked(ByteBuffer.allocate(8), 7)).hasMessageContaining("not ready");
    }

    @Test
    void shouldRefuseADamagedFileInsteadOfSearchingForEver() {
        ByteBuffer file = ByteBuffer.allocate(64);
        file.putInt(PerfDataLayout.FIRST_ENTRY_OFFSET, 32).putInt(PerfDataLayout.ENTRY_COUNT_OFFSET, Integer.MAX_VALUE);
        assertThatThrownBy(() -> CounterEntries.entry(file, "name")).isInstanceOf(IllegalStateException.class)
            .hasMessage("the performance counters are damaged: entry=32, length=0");
    }
}
