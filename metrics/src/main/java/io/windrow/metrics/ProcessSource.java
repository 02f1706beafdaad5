package io.windrow.metrics;

/** The figures of a process: memory, processor time and collector. */
public final class ProcessSource implements SampleSource {

    private final String name;
    private final ProcessMemory memory;
    private final ProcessCpu cpu;
    private final CollectorStatistics collector;

    private ProcessSource(String name, ProcessMemory memory, ProcessCpu cpu, CollectorStatistics collector) {
        this.name = name;
        this.memory = memory;
        this.cpu = cpu;
        this.collector = collector;
    }

    /**
     * This process.
     *
     * @return the source; the caller closes it.
     */
    public static ProcessSource self() {
        return new ProcessSource("self", ProcessMemory.self(), ProcessCpu.self(), CollectorStatistics.self());
    }

    /**
     * Counts allocated bytes too.
     *
     * @return this.
     */
    public ProcessSource withAllocation() {
        return this;
    }

    @Override
    public void read(Sample sample) {
        sample.clear(System.currentTimeMillis() * 1_000_000);
        memory.refresh();
        cpu.refresh();
        sample.set(Figure.RESIDENT, memory.residentBytes());
        sample.set(Figure.RESIDENT_ANONYMOUS, memory.anonymousBytes());
        sample.set(Figure.THREADS, memory.threads());
        sample.set(Figure.CPU, cpu.totalNanos());
        sample.set(Figure.HEAP_USED, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        sample.set(Figure.HEAP_COMMITTED, Runtime.getRuntime().totalMemory());
        sample.set(Figure.COLLECTIONS, collector.collections());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String missing() {
        return "";
    }

    @Override
    public void close() {
        memory.close();
        cpu.close();
        collector.close();
    }
}
