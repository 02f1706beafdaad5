package io.windrow.examples.prove.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.BlockingWaitStrategy;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.testing.Seeds;
import io.windrow.pipeline.feeds.TradeGenerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five engines written apart, one of them in decimal arithmetic and one with a library of others: each is the oracle of the rest. */
@Timeout(120)
class EnginesTest {

    private static final Timeframe[] FRAMES = {Timeframe.seconds(1), Timeframe.minutes(1), Timeframe.minutes(5)};
    private static final int TRADES = 60_000;

    @ParameterizedTest
    @ValueSource(strings = {"bigdecimal", "objects", "arrays", "ta4j", "pooled"})
    void shouldGiveTheSignalsAndWindowsOfWindrow(String rival) {
        Seeds.forEach(2, random -> {
            long seed = random.nextLong();
            Outcome windrow = run("windrow", seed);
            Outcome other = run(rival, seed);
            assertThat(windrow.signals).hasSizeGreaterThan(100);
            assertThat(windrow.candles).hasSizeGreaterThan(500);
            assertThat(other.signals).as("signals of %s", rival).isEqualTo(windrow.signals);
            assertThat(other.candles).as("candles of %s", rival).isEqualTo(windrow.candles);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"windrow", "bigdecimal", "objects", "arrays", "ta4j", "pooled"})
    void shouldHaveNoCandleWhereNoneHasClosed(String name) {
        TradeGenerator one = TradeGenerator.builder().trades(1).instruments(2).seed(1).build();
        Outcome outcome = run(name, one);
        assertThat(outcome.candles).isEmpty();
        assertThat(outcome.signals).isEmpty();
    }

    @Test
    void shouldRefuseAnEngineThatDoesNotExist() {
        assertThatThrownBy(() -> Engines.open("fast", null)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("unknown engine: engine=fast (known: windrow, bigdecimal, objects, arrays, ta4j, pooled)");
    }

    private static Outcome run(String name, long seed) {
        return run(name, TradeGenerator.builder().trades(TRADES).instruments(3).tradesPerSecond(20).seed(seed).build());
    }

    private static Outcome run(String name, TradeGenerator trades) {
        Outcome outcome = new Outcome();
        EngineSetup setup = new EngineSetup(trades.registry(), FRAMES, 200, 64, 256, BlockingWaitStrategy::new, Thread::new,
            (instrument, side, step, time, price, due) -> outcome.signals.add(List.of((long) instrument, (long) side, step, time, price)));
        try (Engine engine = Engines.open(name, setup)) {
            engine.start();
            trades.replay((id, time, price, quantity, tradeId, side) -> engine.publish(id, time, price, quantity, tradeId, side, 0));
            engine.awaitDrained();
            assertThat(engine.fault()).isNull();
            engine.forEachCandle((id, step, time, open, high, low, close, volume) ->
                outcome.candles.add(List.of((long) id, step, time, open, high, low, close, volume)));
        }
        return outcome;
    }

    private static final class Outcome {
        private final List<List<Long>> signals = new ArrayList<>();
        private final List<List<Long>> candles = new ArrayList<>();
    }
}
