package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.pipeline.feeds.TradeGenerator;
import io.windrow.pipeline.replay.Replay;
import io.windrow.pipeline.replay.ReplayBuilder;
import io.windrow.pools.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A replay into a pipeline gives the same signals however fast it is, in whatever batches and on how many shards. */
@Timeout(120)
class PipelineReplayTest {

    private static final int INSTRUMENTS = 4;
    private static final Consumer<PipelineBuilder> PLAIN = plan -> { };

    @Test
    void shouldGiveTheSameSignalsWhateverTheSpeedTheBatchesAndTheShards() throws IOException {
        List<String> signals = signals(PLAIN, replay -> replay);
        assertThat(signals).hasSizeGreaterThan(200).doesNotHaveDuplicates();
        assertThat(signals(PLAIN, replay -> replay.speed(1e12))).as("paced, all late").isEqualTo(signals);
        assertThat(signals(PLAIN, replay -> replay.speed(2_000))).as("paced, with waits").isEqualTo(signals);
        assertThat(signals(plan -> plan.publishBatch(64), replay -> replay)).as("in batches").isEqualTo(signals);
        assertThat(signals(plan -> plan.shards(2), replay -> replay)).as("on two shards").isEqualTo(signals);
    }

    /** What the strategies say to two generated feeds of about five minutes, whose clock ticks. */
    private static List<String> signals(Consumer<PipelineBuilder> plan, UnaryOperator<ReplayBuilder> pace) throws IOException {
        List<String> signals = new CopyOnWriteArrayList<>();
        try (Rig rig = new Rig(INSTRUMENTS, builder -> plan.accept(builder.strategy(Crossing::new).sink(signal -> {
            signals.add(text(signal));
            signal.close();
        })))) {
            rig.pipeline.start();
            ReplayBuilder replay = Replay.builder(Rig.registry(INSTRUMENTS)).clockEvery(Duration.ofMillis(500))
                .add("one", TradeGenerator.builder().trades(30_000).instruments(INSTRUMENTS).seed(1).build().cursor())
                .add("two", TradeGenerator.builder().trades(30_000).instruments(INSTRUMENTS).seed(2).build().cursor());
            MarketPublisher publisher = rig.pipeline.publisher("replay");
            assertThat(pace.apply(replay).build().run(publisher)).isTrue();
            rig.drain();
        }
        return signals;
    }

    private static String text(Signal signal) {
        return signal.instrumentId() + " " + signal.strategyId() + " " + signal.side() + " " + signal.stepNanos() + " "
            + signal.candleTimeNanos() + " " + signal.price();
    }
}
