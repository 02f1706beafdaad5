package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayDeque;
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

/** One closed candle into a full window of 200: Windrow, primitive arrays on the heap, objects in a deque. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CandleAppendBenchmark {

    private static final int CAPACITY = 200;

    private final HeapCandles arrays = new HeapCandles(CAPACITY, 1);
    private final ArrayDeque<Candle> objects = new ArrayDeque<>(CAPACITY + 1);
    private OffHeapMemory memory;
    private CandleWindow window;
    private long number;

    /** Fills every ring. */
    @Setup
    public void open() {
        memory = OffHeapMemory.withBudget(1 << 20);
        window = CandleWindow.open(memory, new Instrument(0, "BTCUSDT", 2, 5), CandleSpec.of(Timeframe.minutes(1)).capacity(CAPACITY));
        for (int i = 0; i < CAPACITY; i++) {
            window();
            number--;
            arrays();
            number--;
            objects();
        }
    }

    /** Checks that the ring that was appended to holds the newest candles in order. */
    @TearDown
    public void verify() {
        int newest = 0;
        long[] newestNumbers = {window.close(0), arrays.closes[arrays.slot(0)], objects.getLast().close};
        for (long candidate : newestNumbers) {
            newest += candidate == number ? 1 : 0;
        }
        boolean inOrder = window.close(CAPACITY - 1) == newestNumbers[0] - CAPACITY + 1 && window.volume(0) == newestNumbers[0]
            && arrays.closes[arrays.slot(CAPACITY - 1)] == newestNumbers[1] - CAPACITY + 1
            && objects.getFirst().close == newestNumbers[2] - CAPACITY + 1;
        memory.close();
        if (newest == 0 || !inOrder) {
            throw new IllegalStateException("the last candle appended must be the newest: number=" + number);
        }
    }

    /** Windrow. */
    @Benchmark
    public void window() {
        long n = ++number;
        window.append(n, n, n, n, n, n);
    }

    /** Primitive arrays. */
    @Benchmark
    public void arrays() {
        long n = ++number;
        arrays.append(n, n, n, n, n, n);
    }

    /** An object for each candle. */
    @Benchmark
    public void objects() {
        long n = ++number;
        objects.addLast(new Candle(n, n, n, n, n, n));
        if (objects.size() > CAPACITY) {
            objects.removeFirst();
        }
    }

    private record Candle(long openTime, long open, long high, long low, long close, long volume) {
    }
}
