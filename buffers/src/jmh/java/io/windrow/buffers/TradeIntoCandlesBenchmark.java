package io.windrow.buffers;

import java.util.Arrays;
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

/** One trade, 50 ms after the one before, into a trade window of 1,000 and candles of 1 s, 1 m and 5 m, 200 each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class TradeIntoCandlesBenchmark {

    private static final long GAP_NANOS = 50_000_000L;
    /** More than two candles of the coarsest frame. */
    private static final long REPLAYED = 20_000;

    /** Who keeps them. */
    @Param({"windrow", "windrowFull", "arrays", "objects", "bigdecimal", "ta4jDouble", "ta4jDecimal"})
    public String intake;

    private Intake measured;
    private long number;

    /** Opens the one that is measured. */
    @Setup
    public void open() {
        measured = Intake.of(intake);
    }

    /** Puts the newest trades into arrays and checks that the newest closed candles are equal. */
    @TearDown
    public void verify() {
        Intake expected = Intake.of("arrays");
        for (long n = Math.max(1, number - REPLAYED); n <= number; n++) {
            put(expected, n);
        }
        for (int frame = 0; frame < Intake.FRAMES.length; frame++) {
            if (!Arrays.equals(measured.newest(frame), expected.newest(frame))) {
                throw new IllegalStateException("candles must be equal: frame=" + frame + ", intake=" + intake
                    + ", candle=" + Arrays.toString(measured.newest(frame)) + ", expected=" + Arrays.toString(expected.newest(frame)));
            }
        }
        measured.close();
    }

    /** One trade. */
    @Benchmark
    public void trade() {
        put(measured, ++number);
    }

    private static void put(Intake intake, long n) {
        intake.onTrade(n * GAP_NANOS, 6_183_763L + (n * 0x9E3779B97F4A7C15L >>> 54), n & 1023, n, (int) (n & 2) - 1);
    }
}
