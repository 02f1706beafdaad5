package io.windrow.examples.prove.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CurvesTest {

    @Test
    void shouldThinALongCurveWithoutLosingItsEndsItsPeakOrItsOrder() {
        Seeds.forEach(200, random -> {
            int size = 1 + random.nextInt(20_000);
            double[] x = new double[size];
            for (int i = 0; i < size; i++) {
                x[i] = i;
            }
            double[] y = random.doubles(size).toArray();
            int most = 10 + random.nextInt(1_000);
            Series thin = Curves.thin(new Series(x, y), most);
            assertThat(thin.x().length).isEqualTo(thin.y().length).isBetween(1, most);
            assertThat(thin.x()[0]).isZero();
            assertThat(thin.x()[thin.x().length - 1]).isEqualTo(size - 1);
            assertThat(Arrays.stream(thin.y()).max()).isEqualTo(Arrays.stream(y).max());
            assertThat(Arrays.stream(thin.y()).min()).isEqualTo(Arrays.stream(y).min());
            assertThat(thin.x()).isSorted();
        });
    }

    @Test
    void shouldLeaveOutPointsThatHaveNoPlace() {
        Series finite = Curves.finite(new Series(new double[] {0, 1, Double.NaN, 3}, new double[] {5, Double.POSITIVE_INFINITY, 6, 7}));
        assertThat(finite.x()).containsExactly(0, 3);
        assertThat(finite.y()).containsExactly(5, 7);
    }

    @Test
    void shouldBeginWhereItIsTold() {
        Series curve = new Series(new double[] {10, 50, 90}, new double[] {1, 2, 3});
        assertThat(Curves.from(curve, 50).y()).containsExactly(2, 3);
        assertThat(Curves.from(curve, 91).y()).isEmpty();
    }

    @Test
    void shouldMoveLabelsApartInTheirOrderAndWithinTheColumn() {
        Seeds.forEach(200, random -> {
            double[] wanted = random.doubles(1 + random.nextInt(12), 0, 200).toArray();
            double[] places = LabelColumn.spread(wanted, 15, 0, 200);
            double[] sorted = places.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < places.length; i++) {
                assertThat(places[i]).isBetween(-1e-9, 200 + 1e-9);
                assertThat(i == 0 || sorted[i] - sorted[i - 1] > 15 - 1e-9).isTrue();
                for (int j = 0; j < i; j++) {
                    assertThat((wanted[i] - wanted[j]) * (places[i] - places[j])).isNotNegative();
                }
            }
        });
    }
}
