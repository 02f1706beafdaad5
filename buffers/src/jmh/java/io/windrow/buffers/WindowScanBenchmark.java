package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Sum of the last 200 closes, newest first, through a ring that has wrapped: as doubles and as mantissas. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class WindowScanBenchmark {

    private static final int CANDLES = 200;
    private static final int WRAPPED = 270;

    private final HeapCandles arrays = new HeapCandles(CANDLES, 1);
    private final double[] doubles = new double[CANDLES];
    private OffHeapMemory memory;
    private CandleWindow window;

    /** Fills the rings with the same closes. */
    @Setup
    public void fill() {
        memory = OffHeapMemory.withBudget(1 << 20);
        window = CandleWindow.open(memory, new Instrument(0, "BTCUSDT", 2, 5), CandleSpec.of(Timeframe.minutes(1)).capacity(CANDLES));
        for (int i = 0; i < WRAPPED; i++) {
            long close = 6_183_763L + i * 7919L % 1000;
            window.append(i, close, close, close, close, 1);
            arrays.append(i, close, close, close, close, 1);
            doubles[arrays.slot(0)] = close / 100.0;
        }
    }

    /** Checks that all ways give the same sums. */
    @TearDown
    public void verify() {
        boolean same = windowDoubles() == arrayDoubles() && arrayDoubles() == arrayMantissasAsDoubles()
            && windowMantissas() == arrayMantissas() && arrayDoubles() > 0;
        memory.close();
        if (!same) {
            throw new IllegalStateException("sums must be equal");
        }
    }

    /** Windrow, converted to double on the way. */
    @Benchmark
    public double windowDoubles() {
        double sum = 0;
        for (int ago = 0; ago < CANDLES; ago++) {
            sum += window.closeAsDouble(ago);
        }
        return sum;
    }

    /** An array that keeps doubles, which are not exact. */
    @Benchmark
    public double arrayDoubles() {
        double sum = 0;
        for (int ago = 0; ago < CANDLES; ago++) {
            sum += doubles[arrays.slot(ago)];
        }
        return sum;
    }

    /** An array of mantissas, converted on the way: what exactness costs without Windrow. */
    @Benchmark
    public double arrayMantissasAsDoubles() {
        double sum = 0;
        for (int ago = 0; ago < CANDLES; ago++) {
            sum += arrays.closes[arrays.slot(ago)] / 100.0;
        }
        return sum;
    }

    /** Windrow, exact. */
    @Benchmark
    public long windowMantissas() {
        long sum = 0;
        for (int ago = 0; ago < CANDLES; ago++) {
            sum += window.close(ago);
        }
        return sum;
    }

    /** An array of mantissas. */
    @Benchmark
    public long arrayMantissas() {
        long sum = 0;
        for (int ago = 0; ago < CANDLES; ago++) {
            sum += arrays.closes[arrays.slot(ago)];
        }
        return sum;
    }
}
