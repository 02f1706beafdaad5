package io.windrow.buffers;

import io.windrow.buffers.indicators.CandleInput;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.OffHeapMemory;
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

/** One candle into a set of one indicator, and its value; or a look at it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class UpdateBenchmark {

    private static final int CANDLES = 1 << 10;
    private static final int BUDGET_BYTES = 1 << 20;

    /** Which. */
    @Param({"sma:20", "ema:20", "wma:20", "rma:14", "dema:20", "tema:20", "hma:20", "kama:10", "vwap:20", "sessionvwap", "highest:20",
        "lowest:20", "stddev:20", "bbands", "tr", "atr:14", "natr", "keltner", "donchian", "macd", "roc", "mom", "rsi:14", "stoch",
        "stochf", "stochrsi", "cci", "willr", "adx", "aroon", "sar", "obv", "mfi", "cmf", "supertrend", "cross(ema:20,ema:50)"})
    public String indicator;

    private final CandleInput[] candles = new CandleInput[CANDLES];
    private OffHeapMemory memory;
    private IndicatorSet set;
    private Indicator measured;
    private int next;

    /** Opens the set and makes the candles. */
    @Setup
    public void open() {
        memory = OffHeapMemory.withBudget(BUDGET_BYTES);
        set = IndicatorSet.open(memory, IndicatorSpec.parse(indicator));
        measured = set.get(0);
        for (int i = 0; i < CANDLES; i++) {
            candles[i] = new CandleInput().set(i, price(WalkOfCandles.open(i)), price(WalkOfCandles.high(i)), price(WalkOfCandles.low(i)),
                price(WalkOfCandles.close(i)), 1 + i % 7);
        }
    }

    /** It must be ready, and have a number. */
    @TearDown
    public void verify() {
        for (int i = 0; i < measured.spec().outputCount(); i++) {
            if (!measured.isReady() || !Double.isFinite(measured.value(i))) {
                throw new IllegalStateException("must be ready: indicator=" + indicator + ", value=" + measured.value(i));
            }
        }
        memory.close();
    }

    /** A candle closes. */
    @Benchmark
    public double update() {
        set.update(candles[next++ & CANDLES - 1]);
        return measured.value();
    }

    /** A candle forms. */
    @Benchmark
    public double peek() {
        return measured.peek(candles[next++ & CANDLES - 1], 0);
    }

    private static double price(long mantissa) {
        return Decimals.toDouble(mantissa, WalkOfCandles.DECIMALS);
    }
}
