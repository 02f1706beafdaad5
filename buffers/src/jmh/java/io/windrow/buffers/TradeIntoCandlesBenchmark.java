package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;
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

/** One trade, 50 ms after the one before, into a trade window and candles of 1 s, 1 m and 5 m: Windrow and arrays on the heap. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class TradeIntoCandlesBenchmark {

    private static final int TRADES = 1000;
    private static final int CANDLES = 200;
    private static final long GAP_NANOS = 50_000_000L;
    private static final Timeframe[] FRAMES = {Timeframe.seconds(1), Timeframe.minutes(1), Timeframe.minutes(5)};

    private final HeapCandles[] arrays = new HeapCandles[FRAMES.length];
    private final long[][] tradeColumns = new long[TradeLayout.COLUMNS][TRADES];
    private OffHeapMemory memory;
    private TradeWindow trades;
    private CandleBuilder builder;
    private long number;
    private int slot;

    /** Opens both. */
    @Setup
    public void open() {
        memory = OffHeapMemory.withBudget(1 << 20);
        Instrument instrument = new Instrument(0, "BTCUSDT", 2, 5);
        trades = TradeWindow.open(memory, instrument, TRADES);
        CandleSpec[] specs = Arrays.stream(FRAMES).map(frame -> CandleSpec.of(frame).capacity(CANDLES)).toArray(CandleSpec[]::new);
        builder = CandleBuilder.open(memory, instrument, CandlePolicy.DEFAULT, window -> { }, specs);
        for (int frame = 0; frame < FRAMES.length; frame++) {
            arrays[frame] = new HeapCandles(CANDLES, FRAMES[frame].stepNanos());
        }
    }

    /** Brings the one that was not measured to the same trade and checks that the candles are equal. */
    @TearDown
    public void verify() {
        boolean windrowRan = trades.newestSequence() >= 0;
        long measured = number;
        number = 0;
        for (long i = 0; i < measured; i++) {
            if (windrowRan) {
                arrays();
            } else {
                windrow();
            }
        }
        for (int frame = 0; frame < FRAMES.length; frame++) {
            CandleWindow window = builder.window(frame);
            for (int ago = 0; ago < window.size(); ago++) {
                int at = arrays[frame].slot(ago);
                if (window.openTimeNanos(ago) != arrays[frame].openTimes[at] || window.high(ago) != arrays[frame].highs[at]
                    || window.close(ago) != arrays[frame].closes[at] || window.volume(ago) != arrays[frame].volumes[at]) {
                    throw new IllegalStateException("candles must be equal: frame=" + frame + ", ago=" + ago);
                }
            }
        }
        memory.close();
    }

    /** Windrow. */
    @Benchmark
    public IngestResult windrow() {
        long n = ++number;
        long time = n * GAP_NANOS;
        trades.append(time, price(n), n & 1023, n, 1);
        return builder.onTrade(time, price(n), n & 1023, n, 1);
    }

    /** Primitive arrays. */
    @Benchmark
    public boolean arrays() {
        long n = ++number;
        long time = n * GAP_NANOS;
        int at = slot;
        tradeColumns[TradeLayout.TIME][at] = time;
        tradeColumns[TradeLayout.PRICE][at] = price(n);
        tradeColumns[TradeLayout.QUANTITY][at] = n & 1023;
        tradeColumns[TradeLayout.ID][at] = n;
        tradeColumns[TradeLayout.SIDE][at] = 1;
        slot = at + 1 == TRADES ? 0 : at + 1;
        return intoCandles(time, price(n), n & 1023);
    }

    private boolean intoCandles(long time, long price, long quantity) {
        HeapCandles finest = arrays[0];
        if (finest.forming) {
            if (time < finest.openTime) {
                return false;
            }
            if (time - finest.openTime >= finest.stepNanos) {
                cascade(time);
            }
        }
        finest.merge(time, price, price, price, price, quantity);
        return true;
    }

    private void cascade(long time) {
        for (int i = 0; i < arrays.length; i++) {
            HeapCandles candles = arrays[i];
            if (candles.forming) {
                if (time - candles.openTime < candles.stepNanos) {
                    return;
                }
                candles.closeForming();
                if (i + 1 < arrays.length) {
                    arrays[i + 1].merge(candles.openTime, candles.open, candles.high, candles.low, candles.close, candles.volume);
                }
            }
        }
    }

    private static long price(long n) {
        return 6_183_763L + (n * 0x9E3779B97F4A7C15L >>> 54);
    }
}
