package io.windrow.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.metrics.trend.TrendVerdict.Trend;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrendRuleTest {

    private static final int PAGE = 4096;

    private final TrendRule rule = new TrendRule(1024, PAGE, "B per million events");

    @Test
    void shouldSeeAPagePerMillionEvents() {
        TrendVerdict verdict = rule.judge(floors(i -> 40_000_000 + PAGE * (i / 10), 20));
        assertThat(verdict.trend()).isEqualTo(Trend.GROWTH);
        assertThat(verdict.slope()).isBetween(4000.0, 4200.0);
        assertThat(verdict.reason()).startsWith("grows by more than 1024 B per million events: slope=4");
    }

    @Test
    void shouldSayHowSmallAGrowthAFlatSeriesWouldHaveShown() {
        TrendVerdict verdict = rule.judge(floors(i -> 40_000_000, 20));
        assertThat(verdict).isEqualTo(new TrendVerdict(Trend.NO_GROWTH, 0, -PAGE / 19.9, PAGE / 19.9, 1024,
            "grows by no more than 1024 B per million events: slope=0.0, 95 % interval=-206 to 206, would have shown=1024"));
    }

    @Test
    void shouldNotTakeOneStepForGrowth() {
        for (int at = 1; at < 200; at++) {
            int step = at;
            TrendVerdict verdict = rule.judge(floors(i -> i < step ? 0 : PAGE, 20));
            assertThat(verdict.trend()).as("step at %s: %s", at, verdict.reason()).isNotEqualTo(Trend.GROWTH);
        }
    }

    @Test
    void shouldNotTakeAStepInNoiseForGrowth() {
        Random random = new Random(17);
        TrendRule strict = new TrendRule(0, 0, "a place");
        int alarms = 0;
        for (int i = 0; i < 500; i++) {
            double[] y = Noise.STEP.series(random, 1200);
            alarms += strict.judge(floors(at -> y[at], 20, 1200)).trend() == Trend.GROWTH ? 1 : 0;
        }
        assertThat(alarms).as("of 500").isLessThanOrEqualTo(25);
    }

    @Test
    void shouldBeInconclusiveWhereNoiseHidesWhatIsNotAllowed() {
        Random random = new Random(3);
        TrendVerdict verdict = rule.judge(floors(i -> 1e6 * random.nextGaussian(), 20));
        assertThat(verdict.trend()).isEqualTo(Trend.INCONCLUSIVE);
        assertThat(verdict.detectionLimit()).isGreaterThan(10_000);
        assertThat(verdict.reason()).startsWith("is too short or too noisy to rule out more than 1024 B per million events: ");
    }

    /** Code that is compiled late adds a granule now and then; such steps tell so little of each other that the interval has no end. */
    @Test
    void shouldBoundStairsByTheirHeight() {
        TrendVerdict verdict = new TrendRule(500, 0, "B").judge(floors(i -> i / 67 * 1000, 20));
        assertThat(verdict.upper()).isLessThan(201);
        assertThat(verdict.trend()).isEqualTo(Trend.NO_GROWTH);
        assertThat(new TrendRule(50, 0, "B").judge(floors(i -> i / 67 * 1000, 20)).trend()).isNotEqualTo(Trend.NO_GROWTH);
    }

    @Test
    void shouldBeInconclusiveWhereABlockIsEmpty() {
        TrendVerdict verdict = rule.judge(BlockFloors.of(new double[] {0, 1, 50}, new double[3], 3, 10));
        assertThat(verdict.trend()).isEqualTo(Trend.INCONCLUSIVE);
        assertThat(verdict.reason()).startsWith("has blocks without a sample for 1024 B per million events: ");
    }

    @Test
    void shouldAllowGrowthThatIsAllowed() {
        assertThat(rule.judge(floors(i -> 80.0 * i, 20)).trend()).isEqualTo(Trend.NO_GROWTH);
        assertThat(rule.judge(floors(i -> 100.0 * i, 20)).trend()).as("the upper end is above").isEqualTo(Trend.INCONCLUSIVE);
        assertThat(rule.judge(floors(i -> 110.0 * i, 20)).trend()).isEqualTo(Trend.GROWTH);
        assertThat(rule.judge(floors(i -> -500.0 * i, 20)).trend()).as("it falls").isEqualTo(Trend.NO_GROWTH);
    }

    /** Growth of the size that a verdict names is seen, nine times of ten, in another series of that kind. */
    @Test
    void shouldSeeGrowthOfTheSizeOfItsDetectionLimit() {
        Random random = new Random(11);
        TrendRule strict = new TrendRule(0, 0, "a place");
        int seen = 0;
        for (int i = 0; i < 200; i++) {
            double[] clean = Noise.LASTING.series(random, 1200);
            double limit = strict.judge(floors(at -> clean[at], 20, 1200)).detectionLimit();
            double[] other = Noise.LASTING.series(random, 1200);
            seen += strict.judge(floors(at -> other[at] + limit * at / 10, 20, 1200)).trend() == Trend.GROWTH ? 1 : 0;
        }
        assertThat(seen).as("of 200").isGreaterThanOrEqualTo(180);
    }

    @Test
    void shouldRefuseWhatIsNoRule() {
        assertThatThrownBy(() -> new TrendRule(-1, 0, "B")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("allowed must be 0 or more: allowed=-1.0");
        assertThatThrownBy(() -> new TrendRule(0, Double.NaN, "B")).hasMessage("resolution must be 0 or more: resolution=NaN");
    }

    private static BlockFloors floors(IntToDoubleFunction value, int blocks) {
        return floors(value, blocks, 200);
    }

    /** Ten samples per place. */
    private static BlockFloors floors(IntToDoubleFunction value, int blocks, int samples) {
        double[] x = new double[samples];
        double[] y = new double[samples];
        for (int i = 0; i < samples; i++) {
            x[i] = i / 10.0;
            y[i] = value.applyAsDouble(i);
        }
        return BlockFloors.of(x, y, samples, blocks);
    }
}
