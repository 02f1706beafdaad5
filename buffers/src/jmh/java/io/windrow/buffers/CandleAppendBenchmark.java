package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
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
 * One closed candle into a full window of 200: Windrow in both layouts, the same bytes as bare stores of Agrona without its checks,
 * primitive arrays on the heap, objects in a deque.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-Dagrona.disable.bounds.checks=true")
public class CandleAppendBenchmark {

    private static final int CAPACITY = 200;
    private static final int COLUMN_BYTES = CAPACITY * Long.BYTES;

    private final HeapCandles arrays = new HeapCandles(CAPACITY, 1);
    private final ArrayDeque<Candle> objects = new ArrayDeque<>(CAPACITY + 1);
    private final UnsafeBuffer bare = new UnsafeBuffer(ByteBuffer.allocateDirect(10 * COLUMN_BYTES));
    private OffHeapMemory memory;
    private CandleWindow window;
    private CandleWindow full;
    private int slot;
    private long number;

    /** Fills every ring. */
    @Setup
    public void open() {
        memory = OffHeapMemory.withBudget(1 << 20);
        Instrument instrument = new Instrument(0, "BTCUSDT", 2, 5);
        CandleSpec spec = CandleSpec.of(Timeframe.minutes(1)).capacity(CAPACITY);
        window = CandleWindow.open(memory, instrument, spec);
        full = CandleWindow.open(memory, instrument, spec.layout(CandleLayout.FULL));
        Runnable[] all = {this::window, this::windowFull, this::agrona, this::agronaFull, this::arrays, this::objects};
        for (Runnable one : all) {
            number = 0;
            for (int i = 0; i < CAPACITY; i++) {
                one.run();
            }
        }
    }

    /** Checks that the ring that was appended to holds the newest candles in order. */
    @TearDown
    public void verify() {
        long[] newest = {window.close(0), full.value(CandleField.TAKER_BUY_QUOTE_VOLUME, 0), arrays.closes[arrays.slot(0)],
            objects.getLast().close, bare.getLong((slot == 0 ? CAPACITY - 1 : slot - 1) * Long.BYTES)};
        long[] oldest = {window.close(CAPACITY - 1), full.value(CandleField.TAKER_BUY_QUOTE_VOLUME, CAPACITY - 1),
            arrays.closes[arrays.slot(CAPACITY - 1)], objects.getFirst().close, bare.getLong(slot * Long.BYTES)};
        boolean found = false;
        for (int i = 0; i < newest.length; i++) {
            found |= newest[i] == number && oldest[i] == number - CAPACITY + 1;
        }
        memory.close();
        if (!found) {
            throw new IllegalStateException("the last candle appended must be the newest: number=" + number);
        }
    }

    /** Windrow, six values. */
    @Benchmark
    public void window() {
        long n = ++number;
        window.append(n, n, n, n, n, n);
    }

    /** Windrow, ten values. */
    @Benchmark
    public void windowFull() {
        long n = ++number;
        full.append(n, n, n, n, n, n, n, n, n, n);
    }

    /** Six bare stores. */
    @Benchmark
    public void agrona() {
        long n = ++number;
        int at = slot * Long.BYTES;
        bare.putLong(at, n);
        bare.putLong(at + COLUMN_BYTES, n);
        bare.putLong(at + 2 * COLUMN_BYTES, n);
        bare.putLong(at + 3 * COLUMN_BYTES, n);
        bare.putLong(at + 4 * COLUMN_BYTES, n);
        bare.putLong(at + 5 * COLUMN_BYTES, n);
        slot = slot + 1 == CAPACITY ? 0 : slot + 1;
    }

    /** Ten bare stores. */
    @Benchmark
    public void agronaFull() {
        long n = ++number;
        int at = slot * Long.BYTES;
        bare.putLong(at, n);
        bare.putLong(at + COLUMN_BYTES, n);
        bare.putLong(at + 2 * COLUMN_BYTES, n);
        bare.putLong(at + 3 * COLUMN_BYTES, n);
        bare.putLong(at + 4 * COLUMN_BYTES, n);
        bare.putLong(at + 5 * COLUMN_BYTES, n);
        bare.putLong(at + 6 * COLUMN_BYTES, n);
        bare.putLong(at + 7 * COLUMN_BYTES, n);
        bare.putLong(at + 8 * COLUMN_BYTES, n);
        bare.putLong(at + 9 * COLUMN_BYTES, n);
        slot = slot + 1 == CAPACITY ? 0 : slot + 1;
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
