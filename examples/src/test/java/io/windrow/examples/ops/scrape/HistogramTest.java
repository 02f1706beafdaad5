package io.windrow.examples.ops.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.1};

    @Test
    void shouldInterpolateWithinTheBucketOfTheShare() {
        Histogram.Quantile p95 = histogram(0, 0, 50, 50, 0, 0).quantile(0.95);
        assertThat(p95.lower()).isEqualTo(0.005);
        assertThat(p95.upper()).isEqualTo(0.01);
        assertThat(p95.value()).isEqualTo(0.0095, within(1e-12));
        assertThat(histogram(100, 0, 0, 0, 0, 0).quantile(0.95).value()).isEqualTo(0.00095, within(1e-12));
    }

    @Test
    void shouldTakeTheLowerBoundWhereThereIsNoUpper() {
        Histogram.Quantile p95 = histogram(0, 0, 0, 0, 0, 7).quantile(0.95);
        assertThat(p95.value()).isEqualTo(0.1);
        assertThat(p95.upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(histogram(0, 0, 0, 0, 0, 0).quantile(0.95).value()).isNaN();
    }

    @Test
    void shouldSumAllLabelsAndCountSinceAnEarlierScrape() {
        Histogram earlier = of(text("{a=\"1\",", 1, 2, 3, 0, 0, 0));
        Histogram later = of(text("{a=\"1\",", 1, 2, 5, 1, 0, 0) + text("{a=\"2\",", 0, 0, 0, 0, 4, 0).lines().skip(2)
            .reduce("", (all, line) -> all + line + "\n"));
        assertThat(later.count()).isEqualTo(13);
        Histogram between = later.since(earlier);
        assertThat(between.count()).isEqualTo(7);
        assertThat(between.quantile(0.95).lower()).isEqualTo(0.01);
    }

    @Test
    void shouldHoldTheTrueValueBetweenItsBounds() {
        Seeds.forEach(200, random -> {
            double[] values = new double[1 + random.nextInt(500)];
            long[] counts = new long[BOUNDS.length + 1];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.pow(10, -4 + 4 * random.nextDouble());
                int bucket = 0;
                while (bucket < BOUNDS.length && values[i] > BOUNDS[bucket]) {
                    bucket++;
                }
                counts[bucket]++;
            }
            Arrays.sort(values);
            double exact = values[Math.max(0, (int) Math.ceil(0.95 * values.length) - 1)];
            Histogram.Quantile p95 = histogram(counts).quantile(0.95);
            assertThat(exact).isGreaterThan(p95.lower()).isLessThanOrEqualTo(p95.upper());
            assertThat(p95.value()).isBetween(p95.lower(), p95.upper());
        });
    }

    private static Histogram histogram(long... counts) {
        return of(text("{", counts));
    }

    private static Histogram of(String text) {
        Scrape scrape = Scrape.of(text);
        assertThat(scrape.violations()).isEmpty();
        return Histogram.of(scrape.families().get("h"));
    }

    private static String text(String labels, long... counts) {
        StringBuilder text = new StringBuilder("# HELP h a\n# TYPE h histogram\n");
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
            text.append("h_bucket").append(labels).append("le=\"").append(bound).append("\"} ").append(sum).append('\n');
        }
        String end = labels.equals("{") ? " " : labels.substring(0, labels.length() - 1) + "} ";
        return text.append("h_sum").append(end).append("1\nh_count").append(end).append(sum).append('\n').toString();
    }
}
