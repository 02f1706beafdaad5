package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a pipeline shows an instrument that looks again and again. */
@Timeout(60)
class PipelineFiguresTest {

    @Test
    void shouldShowItsPublishersInTheirOrder() {
        try (Rig rig = Rig.started(plan -> { })) {
            MarketPublisher one = rig.pipeline.publisher("one");
            MarketPublisher two = rig.pipeline.publisher("two");
            List<MarketPublisher> shown = new ArrayList<>();
            rig.pipeline.forEachPublisher(shown::add);
            assertThat(shown).extracting(MarketPublisher::name).containsExactly("main", "one", "two");
            assertThat(shown).isEqualTo(rig.pipeline.publishers()).contains(one, two);
        }
    }

    @Test
    void shouldAddItsLatenciesToAHistogramOfTheCallers() {
        try (Rig rig = Rig.started(PipelineBuilder::measureLatency)) {
            for (int i = 1; i <= 5; i++) {
                rig.pipeline.publishTrade(0, i, 1, 1, i, 0, System.nanoTime());
            }
            rig.drain();
            Histogram sum = rig.pipeline.latency(LatencyStage.TOTAL);
            assertThat(sum.getTotalCount()).isEqualTo(5);
            rig.pipeline.addLatency(LatencyStage.TOTAL, sum);
            assertThat(sum.getTotalCount()).isEqualTo(10);
        }
    }

    @Test
    void shouldRefuseToTellLatenciesThatAreNotMeasured() {
        try (Rig rig = Rig.started(plan -> { })) {
            assertThat(rig.pipeline.measuresLatency()).isFalse();
            assertThatThrownBy(() -> rig.pipeline.addLatency(LatencyStage.TOTAL, Durations.histogram()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("latency must be measured to be looked at: measureLatency=false");
        }
    }

    @Test
    void shouldTellTheSizeOfItsRingsWindowsAndPools() {
        try (Rig rig = new Rig(4, plan -> plan.ringSize(64).shards(2).quotes(8).signals(16))) {
            assertThat(rig.pipeline.ringCapacity()).isEqualTo(128);
            assertThat(rig.pipeline.windowCount()).as("trades, quotes and two frames of candles, of four instruments").isEqualTo(16);
            assertThat(rig.pipeline.signalPools()).hasSize(2).allSatisfy(pool -> assertThat(pool.capacity()).isEqualTo(16));
        }
    }

    @Test
    void shouldBeLookedAtWithoutGarbage() {
        try (Rig rig = Rig.started(PipelineBuilder::measureLatency)) {
            Histogram sum = Durations.histogram();
            long[] events = new long[1];
            Consumer<MarketPublisher> look = publisher -> events[0] += publisher.eventCount();
            Allocations.assertNone(() -> {
                rig.pipeline.forEachPublisher(look);
                events[0] += rig.pipeline.backlog() + rig.pipeline.signalCount() + rig.pipeline.refusedSignals();
                if (events[0]++ % 100 == 0) {
                    rig.pipeline.addLatency(LatencyStage.TOTAL, sum);
                }
            });
        }
    }
}
