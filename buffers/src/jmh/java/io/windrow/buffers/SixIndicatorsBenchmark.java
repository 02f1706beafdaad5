package io.windrow.buffers;

import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Bollinger;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.Macd;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.buffers.indicators.Sma;
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
import org.ta4j.core.num.DecimalNum;
import org.ta4j.core.num.DoubleNum;

/**
 * SMA 20, EMA 20, RSI 14, ATR 14, the upper Bollinger band 20 and MACD after one more closed candle, which is appended to a window of 200
 * or added to a series that keeps 200. And ta4j in the case kindest to it: its bars lie ready in an uncapped series, and each value is
 * asked for once; its indicators are made anew every 20,000 candles.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class SixIndicatorsBenchmark {

    /** Windrow. */
    @State(Scope.Thread)
    public static class WindrowState {

        private static final int SPARE_BYTES = 1 << 20;

        private final double[] values = new double[Ta4jSix.COUNT];
        private OffHeapMemory memory;
        private CandleWindow window;
        private IndicatorSet set;
        private long number;

        /** Opens, and holds the first 20,000 candles against ta4j. */
        @Setup
        public void open() {
            memory = OffHeapMemory.withBudget(SPARE_BYTES);
            window = CandleWindow.open(memory, new Instrument(0, "BTCUSD", WalkOfCandles.DECIMALS, 0), CandleSpec.of(Timeframe.minutes(1)));
            set = IndicatorSet.open(memory, window, Sma.of(20), Ema.of(20), Rsi.of(14), Atr.of(14), Bollinger.of(20, 2),
                Macd.of(12, 26, 9));
            Ta4jSix.verify(values, this::candle);
        }

        /** Gives the memory back. */
        @TearDown
        public void close() {
            memory.close();
        }

        private double[] candle() {
            WalkOfCandles.append(window, number++);
            set.update();
            for (int i = 0; i < values.length; i++) {
                values[i] = set.get(i).value();
            }
            return values;
        }
    }

    /** ta4j with doubles. */
    @State(Scope.Thread)
    public static class DoubleState {
        private final Ta4jSix six = Ta4jSix.live(DoubleNum::valueOf);
    }

    /** ta4j with its default numbers. */
    @State(Scope.Thread)
    public static class DecimalState {
        private final Ta4jSix six = Ta4jSix.live(DecimalNum::valueOf);
    }

    /** ta4j with doubles, whose bars lie ready. */
    @State(Scope.Thread)
    public static class ReadyState {
        private final Ta4jSix six = Ta4jSix.ready(DoubleNum::valueOf);
    }

    /** One candle for Windrow. */
    @Benchmark
    public double[] windrow(WindrowState state) {
        return state.candle();
    }

    /** One candle for ta4j with doubles. */
    @Benchmark
    public double[] ta4jDouble(DoubleState state) {
        return state.six.candle();
    }

    /** One candle for ta4j with decimals. */
    @Benchmark
    public double[] ta4jDecimal(DecimalState state) {
        return state.six.candle();
    }

    /** The values of one candle for ta4j with doubles, whose bars lie ready. */
    @Benchmark
    public double[] ta4jDoubleReady(ReadyState state) {
        return state.six.candle();
    }
}
