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

/**
 * The last 200 closes of a ring that has wrapped: their mean, their highest, a copy, and a loop by index. The rivals are an array that is a
 * ring of doubles, and one that is shifted so that it needs no ring.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class WindowScanBenchmark {

    private static final int CANDLES = 200;
    private static final int WRAPPED = 270;

    private final HeapCandles ring = new HeapCandles(CANDLES, 1);
    private final double[] ringDoubles = new double[CANDLES];
    private final double[] doubles = new double[CANDLES];
    private final double[] copied = new double[CANDLES];
    private OffHeapMemory memory;
    private CandleWindow window;

    /** Fills all with the same closes. */
    @Setup
    public void fill() {
        memory = OffHeapMemory.withBudget(1 << 20);
        CandleSpec spec = CandleSpec.of(Timeframe.minutes(1)).capacity(CANDLES);
        window = CandleWindow.open(memory, new Instrument(0, "BTCUSDT", 2, 5), spec);
        for (int i = 0; i < WRAPPED; i++) {
            long close = 6_183_763L + i * 7919L % 1000;
            window.append(i, close, close, close, close, 1);
            ring.append(i, close, close, close, close, 1);
            ringDoubles[ring.slot(0)] = close / 100.0;
            System.arraycopy(doubles, 1, doubles, 0, CANDLES - 1);
            doubles[CANDLES - 1] = close / 100.0;
        }
    }

    /** Checks that all ways give the same. */
    @TearDown
    public void verify() {
        double mean = windowMean();
        boolean same = Math.abs(mean - arrayMean()) < 1e-8 && Math.abs(mean - arrayRingMean()) < 1e-8
            && Math.abs(mean - windowLoop() / CANDLES) < 1e-8 && Math.abs(mean - windowLoopExact() / 100.0 / CANDLES) < 1e-8
            && windowMaximum() / 100.0 == arrayMaximum() && windowCopy()[0] == arrayCopy()[0] && mean > 0;
        memory.close();
        if (!same) {
            throw new IllegalStateException("scans must give the same");
        }
    }

    /** Windrow's mean, of an exact sum. */
    @Benchmark
    public double windowMean() {
        return window.mean(CandleField.CLOSE, CANDLES);
    }

    /** The mean of doubles side by side. */
    @Benchmark
    public double arrayMean() {
        double sum = 0;
        for (int i = 0; i < CANDLES; i++) {
            sum += doubles[i];
        }
        return sum / CANDLES;
    }

    /** The mean of a ring of doubles. */
    @Benchmark
    public double arrayRingMean() {
        double sum = 0;
        for (int ago = 0; ago < CANDLES; ago++) {
            sum += ringDoubles[ring.slot(ago)];
        }
        return sum / CANDLES;
    }

    /** Windrow's highest close. */
    @Benchmark
    public long windowMaximum() {
        return window.maximum(CandleField.CLOSE, CANDLES);
    }

    /** The highest of doubles side by side. */
    @Benchmark
    public double arrayMaximum() {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDLES; i++) {
            most = Math.max(most, doubles[i]);
        }
        return most;
    }

    /** Windrow's copy into an array of the caller, as doubles. */
    @Benchmark
    public double[] windowCopy() {
        window.copyAsDouble(CandleField.CLOSE, CANDLES, copied, 0);
        return copied;
    }

    /** The same copy of doubles side by side. */
    @Benchmark
    public double[] arrayCopy() {
        System.arraycopy(doubles, 0, copied, 0, CANDLES);
        return copied;
    }

    /** A loop by index, each close converted. */
    @Benchmark
    public double windowLoop() {
        double sum = 0;
        for (int ago = 0; ago < CANDLES; ago++) {
            sum += window.closeAsDouble(ago);
        }
        return sum;
    }

    /** A loop by index, exact. */
    @Benchmark
    public long windowLoopExact() {
        long sum = 0;
        for (int ago = 0; ago < CANDLES; ago++) {
            sum += window.close(ago);
        }
        return sum;
    }
}
