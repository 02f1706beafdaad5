package io.windrow.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TheilSenTest {

    private final TheilSen line = new TheilSen(240);

    @Test
    void shouldTellTheSlopeOfALineWhateverAQuarterOfThePointsSays() {
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            x[i] = 2 * i;
            y[i] = i % 4 == 3 ? 1e12 : 5 + 3 * i;
        }
        assertThat(line.slope(x, y, 40)).isEqualTo(1.5);
    }

    @Test
    void shouldTakeTheMiddleBetweenTheTwoMiddleSlopes() {
        // Of four points six slopes: 0, 0, 0, 1, 1.5, 3.
        assertThat(line.slope(new double[] {0, 1, 2, 3}, new double[] {0, 0, 0, 3}, 4)).isEqualTo(0.5);
    }

    @Test
    void shouldEqualTheSortedSlopesOfAllPairs() {
        Seeds.forEach(300, random -> {
            int count = random.nextInt(40);
            double[] x = numbers(random, count, 1 + random.nextInt(30));
            double[] y = numbers(random, count, 1 + random.nextInt(1000));
            // Adding 0 makes -0 a 0; boxed, NaN equals itself.
            assertThat(Double.valueOf(line.slope(x, y, count) + 0)).isEqualTo(Double.valueOf(naive(x, y, count) + 0));
        });
    }

    @Test
    void shouldFindEveryRank() {
        Seeds.forEach(300, random -> {
            int count = 1 + random.nextInt(60);
            double[] values = numbers(random, count, 1 + random.nextInt(20));
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int rank = random.nextInt(count);
            assertThat(Selection.ranked(values, count, rank)).isEqualTo(sorted[rank]);
        });
    }

    @Test
    void shouldKnowNoSlopeOfPointsOfOnePlace() {
        assertThat(line.slope(new double[] {1, 1, 1}, new double[] {1, 2, 3}, 3)).isNaN();
        assertThat(line.slope(new double[] {1}, new double[] {1}, 1)).isNaN();
        assertThat(line.slope(new double[0], new double[0], 0)).isNaN();
    }

    @Test
    void shouldRefuseMoreThanItHasRoomFor() {
        assertThatThrownBy(() -> new TheilSen(1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("points must be 2 to 4096: points=1");
        assertThatThrownBy(() -> new TheilSen(4097)).hasMessage("points must be 2 to 4096: points=4097");
        assertThatThrownBy(() -> line.slope(new double[241], new double[241], 241)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("count must be 0 to 240: count=241");
        assertThatThrownBy(() -> line.slope(new double[1], new double[1], -1)).hasMessage("count must be 0 to 240: count=-1");
        assertThatThrownBy(() -> line.slope(new double[1], new double[1], 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldAllocateNothing() {
        double[] x = numbers(new Random(1), 12, 1000);
        double[] y = numbers(new Random(2), 12, 1000);
        Allocations.assertNone(() -> line.slope(x, y, 12));
    }

    private static double[] numbers(Random random, int count, int bound) {
        return random.doubles(count).map(value -> Math.floor(value * bound)).toArray();
    }

    private static double naive(double[] x, double[] y, int count) {
        double[] slopes = new double[count * count];
        int pairs = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (x[i] != x[j]) {
                    slopes[pairs++] = (y[j] - y[i]) / (x[j] - x[i]);
                }
            }
        }
        double[] sorted = Arrays.copyOf(slopes, pairs);
        Arrays.sort(sorted);
        if (pairs == 0) {
            return Double.NaN;
        }
        double low = sorted[(pairs - 1) / 2];
        return low + (sorted[pairs / 2] - low) / 2;
    }
}
