package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every indicator. */
class IndicatorPropertiesTest {

    private static final IndicatorSpec[] ALL = BuiltIn.all();
    private static final int ROUNDS = 10;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(64 << 20);
    private final CandleInput candle = new CandleInput();

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void shouldNotChangeALaterValueByAPeek() {
        Seeds.forEach(ROUNDS, random -> {
            Series series = Series.random(random, Outputs.enough(ALL, random));
            Series others = Series.random(random, series.size());
            try (IndicatorSet peeked = IndicatorSet.open(memory, ALL); IndicatorSet plain = IndicatorSet.open(memory, ALL)) {
                for (int i = 0; i < series.size(); i++) {
                    for (int peeks = random.nextInt(4); peeks > 0; peeks--) {
                        Outputs.peeked(peeked, others.into(candle, random.nextInt(others.size())));
                    }
                    peeked.update(series.into(candle, i));
                    plain.update(candle);
                    Outputs.assertSame(peeked, plain, i);
                }
            }
        });
    }

    @Test
    void shouldPeekWhatAnUpdateThenGives() {
        Seeds.forEach(ROUNDS, random -> {
            Series series = Series.random(random, Outputs.enough(ALL, random));
            try (IndicatorSet set = IndicatorSet.open(memory, ALL)) {
                for (int i = 0; i < series.size(); i++) {
                    double[][] peeked = Outputs.peeked(set, series.into(candle, i));
                    set.update(candle);
                    Outputs.assertSame(set, peeked, i);
                }
            }
        });
    }

    @Test
    void shouldCopyIndependently() {
        Seeds.forEach(ROUNDS, random -> {
            int size = Outputs.enough(ALL, random);
            Series series = Series.random(random, size);
            Series others = Series.random(random, size);
            int split = random.nextInt(size);
            try (OffHeapMemory elsewhere = OffHeapMemory.withBudget(1 << 20); IndicatorSet plain = IndicatorSet.open(memory, ALL)) {
                IndicatorSet set = IndicatorSet.open(memory, ALL);
                Outputs.feed(set, series, 0, split);
                IndicatorSet copy = set.copy(elsewhere);
                assertThat(elsewhere.usedBytes()).isEqualTo(IndicatorSet.setBytes(ALL) + 64);
                Outputs.assertSame(copy, set, "copied");
                Outputs.feed(copy, others, split, size);
                Outputs.feed(set, series, split, size);
                Outputs.feed(plain, series, 0, size);
                Outputs.assertSame(set, plain, "after the copy went on");
                set.close();
                plain.reset();
                Outputs.feed(plain, series, 0, split);
                Outputs.feed(plain, others, split, size);
                Outputs.assertSame(copy, plain, "after the first was closed");
            }
        });
    }

    @Test
    void shouldBeginAnewAfterAReset() {
        Seeds.forEach(ROUNDS, random -> {
            int size = Outputs.enough(ALL, random);
            Series series = Series.random(random, size);
            try (IndicatorSet set = IndicatorSet.open(memory, ALL); IndicatorSet fresh = IndicatorSet.open(memory, ALL)) {
                Outputs.feed(set, Series.random(random, size), 0, random.nextInt(size));
                set.reset();
                Outputs.assertSame(set, fresh, "reset");
                for (int i = 0; i < size; i++) {
                    Outputs.feed(set, series, i, i + 1);
                    Outputs.feed(fresh, series, i, i + 1);
                    Outputs.assertSame(set, fresh, i);
                }
                assertThat(set.get(0).samples()).isEqualTo(size);
            }
        });
    }

    @Test
    void shouldGiveTogetherWhatEachGivesAlone() {
        Seeds.forEach(ROUNDS, random -> {
            Series series = Series.random(random, Outputs.enough(ALL, random));
            double[][][] alone = Arrays.stream(ALL).map(spec -> Streamed.outputs(spec, series)).toArray(double[][][]::new);
            try (IndicatorSet set = IndicatorSet.open(memory, ALL)) {
                for (int i = 0; i < series.size(); i++) {
                    set.update(series.into(candle, i));
                    double[][] expected = Outputs.of(set);
                    for (int spec = 0; spec < ALL.length; spec++) {
                        for (int output = 0; output < expected[spec].length; output++) {
                            expected[spec][output] = alone[spec][output][i];
                        }
                    }
                    Outputs.assertSame(set, expected, i);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("io.windrow.buffers.indicators.BuiltIn#specs")
    void shouldBeNotANumberBeforeItIsReadyAndNeverAfter(IndicatorSpec spec) {
        Seeds.forEach(ROUNDS, random -> {
            int size = Outputs.enough(new IndicatorSpec[] {spec}, random);
            assertReadyInTime(spec, Series.random(random, size));
        });
    }

    @ParameterizedTest
    @MethodSource("io.windrow.buffers.indicators.BuiltIn#specs")
    void shouldNeverBeNotANumberWhereNothingMovesOrIsTraded(IndicatorSpec spec) {
        Seeds.forEach(ROUNDS, random -> {
            int size = Outputs.enough(new IndicatorSpec[] {spec}, random);
            Series moving = Series.random(random, size);
            double[] same = new double[size];
            Arrays.fill(same, 100);
            assertReadyInTime(spec, new Series(moving.times(), same, same, same, same, new double[size]));
            int still = random.nextInt(size);
            for (int i = still; i < size; i++) {
                moving.opens()[i] = moving.highs()[i] = moving.lows()[i] = moving.closes()[i] = moving.closes()[still];
                moving.volumes()[i] = 0;
            }
            assertReadyInTime(spec, moving);
        });
    }

    private void assertReadyInTime(IndicatorSpec spec, Series series) {
        try (IndicatorSet set = IndicatorSet.open(memory, spec)) {
            Indicator indicator = set.get(0);
            assertThat(indicator.isReady()).isFalse();
            for (int i = 0; i < series.size(); i++) {
                set.update(series.into(candle, i));
                for (int output = 0; output < spec.outputCount(); output++) {
                    double value = indicator.value(output);
                    boolean isReady = i + 1 >= spec.warmUpPeriod(output);
                    assertThat(isReady ? Double.isFinite(value) : Double.isNaN(value))
                        .as("%s output %s at %s: %s", spec, output, i, value).isTrue();
                }
                assertThat(indicator.isReady()).as("%s at %s", spec, i).isEqualTo(i + 1 >= indicator.warmUpPeriod());
                assertThat(indicator.samples()).isEqualTo(i + 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.windrow.buffers.indicators.BuiltIn#specs")
    void shouldAllocateNothing(IndicatorSpec spec) {
        Series series = Series.random(new Random(1), 1024);
        int[] next = new int[1];
        try (IndicatorSet set = IndicatorSet.open(memory, spec)) {
            Indicator indicator = set.get(0);
            Allocations.assertNone(() -> {
                series.into(candle, next[0]++ & 1023);
                indicator.peek(candle, spec.outputCount() - 1);
                set.update(candle);
                indicator.value();
            });
        }
    }
}
