package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Indicators after a hundred million candles against the same ones that have seen the last of them only. Left out are those whose value
 * is of all candles since a start: obv, sar, sessionvwap.
 */
class DriftIT {

    private static final int CANDLES = 100_000_000;
    /** Enough for the slowest of the recursive ones to forget where it began. */
    private static final int FRESH = 30_000;
    private static final int COMPARED = 1_000;
    private static final double TOLERANCE = 1e-9;
    private static final IndicatorSpec[] SPECS = parsed("sma:20", "ema:20", "wma:20", "rma:14", "dema:20", "tema:20", "hma:16",
        "kama:10:2:30", "vwap:20", "stddev:20", "bbands:20", "atr:14", "natr:14", "keltner", "highest:20", "lowest:20", "donchian:20",
        "macd", "roc:10", "mom:10", "rsi:14", "stoch", "stochf", "stochrsi", "cci:20", "willr:14", "adx:14", "aroon:14", "mfi:14", "cmf:20",
        "supertrend", "cross(sma:5,ema:20)", "tr");

    private static IndicatorSpec[] parsed(String... texts) {
        return Arrays.stream(texts).map(IndicatorSpec::parse).toArray(IndicatorSpec[]::new);
    }

    @Test
    void shouldLeaveOutNoneThatForgets() {
        List<String> names = new ArrayList<>(List.of("obv", "sar", "sessionvwap"));
        for (IndicatorSpec spec : SPECS) {
            names.add(spec.text().split("[^a-z]")[0]);
        }
        assertThat(names).containsExactlyInAnyOrder(IndicatorCatalog.NAMES.split(", "));
    }

    @Test
    void shouldEqualAFreshComputationAfterAHundredMillionCandles() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            IndicatorSet old = IndicatorSet.open(memory, SPECS); IndicatorSet fresh = IndicatorSet.open(memory, SPECS)) {
            Walk walk = new Walk(42);
            for (int i = 0; i < CANDLES - FRESH; i++) {
                old.update(walk.next());
            }
            for (int i = 0; i < FRESH - COMPARED; i++) {
                old.update(walk.next());
                fresh.update(walk.candle);
            }
            compare(old, fresh, walk);
        }
    }

    /** Where a value is what is left of larger ones, of the largest of the last candles. */
    private static void compare(IndicatorSet old, IndicatorSet fresh, Walk walk) {
        double[][] apart = Outputs.of(fresh);
        double[][] largest = Outputs.of(fresh);
        for (int i = 0; i < COMPARED; i++) {
            old.update(walk.next());
            fresh.update(walk.candle);
            double[][] values = Outputs.of(old);
            double[][] expected = Outputs.of(fresh);
            for (int spec = 0; spec < values.length; spec++) {
                for (int output = 0; output < values[spec].length; output++) {
                    double difference = Math.abs(values[spec][output] - expected[spec][output]);
                    apart[spec][output] = i == 0 ? difference : Math.max(apart[spec][output], difference);
                    largest[spec][output] = Math.max(Math.abs(largest[spec][output]), Math.abs(expected[spec][output]));
                }
            }
        }
        assertThat(old.get(0).samples()).isEqualTo(CANDLES);
        for (int spec = 0; spec < apart.length; spec++) {
            for (int output = 0; output < apart[spec].length; output++) {
                assertThat(apart[spec][output]).as("%s output %s", old.get(spec), output).isLessThanOrEqualTo(
                    TOLERANCE * largest[spec][output]);
            }
        }
    }

    /** Candles of a price from 100 to 100,000,000, a bitcoin in won, below 200 in the last million, where what large ones left shows. */
    private static final class Walk {
        private static final int CHEAP = 1_000_000;
        private final SplittableRandom random;
        private final CandleInput candle = new CandleInput();
        private long close = 60_000_00;
        private int count;

        Walk(long seed) {
            random = new SplittableRandom(seed);
        }

        CandleInput next() {
            long bits = random.nextLong();
            long open = close;
            close = step(open, bits & 0xFFF);
            double high = Math.max(open, close) + (bits >>> 12 & 0x7) * open / 4096;
            double low = Math.min(open, close) - (bits >>> 15 & 0x7) * open / 4096;
            return candle.set(count++ * 60_000_000_000L, open / 100.0, high / 100, low / 100, close / 100.0, 1 + (bits >>> 18 & 0xFFFFF));
        }

        /** By up to half a percent either way, and as much upwards as keeps its logarithm from falling. */
        private long step(long open, long twelveBits) {
            long next = open + Math.round(open * (twelveBits - 2045.8) / 409_600);
            long most = count < CANDLES - CHEAP ? 100_000_000_00L : 200_00;
            return Math.max(100_00, Math.min(most, next));
        }
    }
}
