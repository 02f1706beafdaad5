package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GeneratorCursorTest extends FeedCursorContract {

    @Override
    FeedCursor open(int rows) {
        return TradeGenerator.builder().trades(rows).instruments(7).seed(3).build().cursor();
    }

    @Test
    void shouldGiveWhatTheReplayGives() throws IOException {
        TradeGenerator generator = TradeGenerator.builder().trades(10_000).instruments(5).seed(9).build();
        CallLog log = new CallLog();
        generator.replay(log);
        assertThat(rest(generator.cursor())).isEqualTo(log.calls()).hasSize(10_000);
    }

    @Test
    void shouldGiveTheIdsOfARegistry() throws IOException {
        TradeGenerator generator = TradeGenerator.builder().trades(100).instruments(2).build();
        InstrumentRegistry registry = new InstrumentRegistry(3);
        registry.register("RYEUSD", 2, 3);
        registry.register("BTCUSDT", 2, 5);
        registry.register("OATUSD", 2, 3);
        FeedCursor own = generator.cursor();
        FeedCursor given = generator.cursor(registry);
        CallLog log = new CallLog();
        while (own.next()) {
            assertThat(given.next()).isTrue();
            assertThat(given.instrumentId()).isEqualTo(own.instrumentId() == 0 ? 2 : 0);
            assertThat(given.timeNanos()).isEqualTo(own.timeNanos());
            given.deliver(log);
            assertThat(log.calls().get(log.calls().size() - 1).get(1)).isEqualTo(given.instrumentId());
        }
        assertThat(given.next()).isFalse();
    }

    @Test
    void shouldRefuseARegistryThatDoesNotFit() {
        TradeGenerator generator = TradeGenerator.builder().instruments(2).build();
        InstrumentRegistry registry = new InstrumentRegistry(2);
        registry.register("OATUSD", 2, 3);
        assertThatThrownBy(() -> generator.cursor(registry)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("registry must hold what is generated: symbol=RYEUSD");
        registry.register("RYEUSD", 2, 4);
        assertThatThrownBy(() -> generator.cursor(registry)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("generated trades have 2 decimals in prices and 3 in quantities: instrument=Instrument[id=1");
    }
}
