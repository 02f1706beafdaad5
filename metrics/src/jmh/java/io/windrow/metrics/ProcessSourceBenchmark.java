package io.windrow.metrics;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one sample costs: at one a second, 1000 us would be 0.1 % of a core. With {@code -prof gc} also what it allocates, which is
 * nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ProcessSourceBenchmark {

    @Param({"false", "true"})
    public boolean allocation;

    private final Sample sample = new Sample();
    private ProcessSource source;

    @Setup
    public void open() {
        source = ProcessSource.self();
        if (allocation) {
            source.withAllocation();
        }
    }

    @Benchmark
    public long read() {
        source.read(sample);
        return sample.get(Figure.RESIDENT);
    }

    @TearDown
    public void close() {
        source.close();
    }
}
