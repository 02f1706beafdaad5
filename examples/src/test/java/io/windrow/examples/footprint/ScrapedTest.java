package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScrapedTest {

    @Test
    void shouldCountEventsOfAllSourcesInEachSecondBetweenTwoAnswers() {
        Scraped before = Scraped.of(text(1_000, 500, 0, 0), 1_000_000_000L);
        Scraped after = Scraped.of(text(4_000, 2_500, 0, 0), 3_500_000_000L);
        assertThat(after.eventsPerSecondSince(before)).isEqualTo(2_000);
    }

    @Test
    void shouldKnowTheLatencyOfWhatCameBetweenAlone() {
        Scraped before = Scraped.of(text(0, 0, 0, 1_000_000), 0);
        Scraped after = Scraped.of(text(0, 0, 900, 1_000_100), 1);
        assertThat(after.latencyNanosSince(before, 0.5)).isEqualTo(0.5 / 0.9 * 1e6, within(1.0));
        assertThat(after.latencyNanosSince(before, 0.95)).isEqualTo(3e6, within(1.0));
        assertThat(before.latencyNanosSince(before, 0.95)).isNaN();
    }

    @Test
    void shouldSumTheOwnersOfTheLedger() {
        assertThat(Scraped.of(text(0, 0, 0, 0), 0).offHeap()).isEqualTo(Map.of("ring", 65_600L, "trades", 821_824L));
    }

    @Test
    void shouldKnowNothingOfAnEmptyAnswer() {
        Scraped empty = Scraped.of("", 0);
        assertThat(empty.offHeap()).isEmpty();
        assertThat(empty.eventsPerSecondSince(Scraped.of("", 1))).isNaN();
        assertThat(empty.latencyNanosSince(empty, 0.5)).isNaN();
    }

    /** Fast ones take up to 1 ms, slow ones 1 to 5; the other stage is of no interest. */
    private static String text(int first, int second, int fast, int slow) {
        return """
            # TYPE windrow_events_total counter
            windrow_events_total{source="a"} %d
            windrow_events_total{source="b"} %d
            # TYPE windrow_latency_seconds histogram
            windrow_latency_seconds_bucket{pipeline="main",stage="ring",le="0.001"} 77
            windrow_latency_seconds_bucket{pipeline="main",stage="ring",le="+Inf"} 77777
            windrow_latency_seconds_bucket{pipeline="main",stage="total",le="0.001"} %d
            windrow_latency_seconds_bucket{pipeline="main",stage="total",le="0.005"} %d
            windrow_latency_seconds_bucket{pipeline="main",stage="total",le="+Inf"} %d
            # TYPE windrow_off_heap_used_bytes gauge
            windrow_off_heap_used_bytes{owner="ring"} 65600.0
            windrow_off_heap_used_bytes{owner="trades"} 821824.0
            """.formatted(first, second, fast, fast + slow, fast + slow);
    }
}
