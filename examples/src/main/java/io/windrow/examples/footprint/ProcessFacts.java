package io.windrow.examples.footprint;

import io.windrow.metrics.Figure;
import io.windrow.metrics.HotspotCounters;
import io.windrow.metrics.ProcessMemory;
import io.windrow.metrics.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the kernel and the JVM tell of a process at its end.
 *
 * @param memory {@code VmHWM}, {@code VmRSS} and its parts, by {@link Measure}.
 * @param parts where the resident memory goes.
 * @param jdk version of its JVM.
 * @param flags of its JVM.
 */
record ProcessFacts(Map<Measure, Double> memory, MemoryParts parts, String jdk, String flags) {

    /**
     * Reads them.
     *
     * @param sample the newest of the process.
     * @param offHeap the ledger's owners.
     * @throws UncheckedIOException if the process has ended.
     * @throws IllegalStateException if its JVM has no counters.
     */
    static ProcessFacts read(long pid, Sample sample, Map<String, Long> offHeap) {
        try (HotspotCounters counters = HotspotCounters.of(pid); ProcessMemory memory = ProcessMemory.of(pid)) {
            String smaps = Files.readString(Path.of("/proc", Long.toString(pid), "smaps"), StandardCharsets.ISO_8859_1);
            MemoryParts parts = MemoryParts.of(Smaps.parse(smaps), sample.get(Figure.HEAP_LIMIT),
                counters.value(counters.find("sun.gc.compressedclassspace.maxCapacity")), offHeap);
            return new ProcessFacts(figures(memory), parts, text(counters, "java.property.java.vm.name") + " "
                + text(counters, "java.property.java.vm.version"), text(counters, "java.rt.vmArgs"));
        } catch (IOException e) {
            throw new UncheckedIOException("the mappings of the process cannot be read: pid=" + pid, e);
        }
    }

    private static Map<Measure, Double> figures(ProcessMemory memory) {
        Map<Measure, Double> figures = new EnumMap<>(Measure.class);
        figures.put(Measure.PEAK, (double) memory.peakResidentBytes());
        figures.put(Measure.RESIDENT, (double) memory.residentBytes());
        figures.put(Measure.ANONYMOUS, (double) memory.anonymousBytes());
        figures.put(Measure.FILE, (double) memory.fileBytes());
        figures.put(Measure.SHARED, (double) memory.sharedBytes());
        return figures;
    }

    private static String text(HotspotCounters counters, String name) {
        return counters.has(name) ? counters.text(name).strip() : "";
    }
}
