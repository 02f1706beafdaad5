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

/** One candle, all six values, copied by a thread that is not the writer, which is idle; and the same values as the writer reads them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class SharedReadBenchmark {

    private static final int CANDLES = 200;

    private final CandleSnapshot snapshot = new CandleSnapshot();
    private final long[] values = new long[6];
    private OffHeapMemory memory;
    private CandleWindow window;
    private long newest;
    private int ago;

    /** Fills the window. */
    @Setup
    public void fill() {
        memory = OffHeapMemory.withBudget(1 << 20);
        CandleSpec spec = CandleSpec.of(Timeframe.minutes(1)).capacity(CANDLES);
        window = CandleWindow.open(memory, new Instrument(0, "BTCUSDT", 2, 5), spec);
        for (int i = 0; i < 3 * CANDLES / 2; i++) {
            window.append(i, i, i, i, i, i);
        }
        newest = window.newestSequence();
    }

    /** Checks both ways. */
    @TearDown
    public void verify() {
        // Both reads advance: from a known place, so that no wrap lies between them.
        ago = 0;
        boolean same = shared() == ReadStatus.OK && snapshot.close() == plain()[4] + 1;
        memory.close();
        if (!same) {
            throw new IllegalStateException("both must read the candles in turn");
        }
    }

    /** From another thread, whole or not at all. */
    @Benchmark
    public ReadStatus shared() {
        return window.read(newest - next(), snapshot);
    }

    /** The same, having asked which is the newest. */
    @Benchmark
    public ReadStatus sharedNewest() {
        return window.read(window.newestSequence() - next(), snapshot);
    }

    /** As the writer. */
    @Benchmark
    public long[] plain() {
        int at = next();
        values[0] = window.openTimeNanos(at);
        values[1] = window.open(at);
        values[2] = window.high(at);
        values[3] = window.low(at);
        values[4] = window.close(at);
        values[5] = window.volume(at);
        return values;
    }

    private int next() {
        ago = ago + 1 == CANDLES ? 0 : ago + 1;
        return ago;
    }
}
