package io.windrow.pipeline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import org.junit.jupiter.api.Test;

class ReplayInstrumentsTest {

    private static InstrumentRegistry registry(Instrument... instruments) {
        InstrumentRegistry registry = new InstrumentRegistry(5);
        for (Instrument one : instruments) {
            registry.register(one.symbol(), one.priceDecimals(), one.quantityDecimals(), one.quoteDecimals(), one.tickSize(),
                one.lotSize());
        }
        return registry;
    }

    @Test
    void shouldTakeEverySymbolOnce() {
        InstrumentRegistry all = ReplayInstruments.of(registry(new Instrument(0, "A", 1, 2), new Instrument(1, "B", 3, 4)), registry(),
            registry(new Instrument(0, "C", 5, 6), new Instrument(1, "A", 1, 2)));
        assertThat(all.size()).isEqualTo(3);
        assertThat(all.get(0)).isEqualTo(new Instrument(0, "A", 1, 2));
        assertThat(all.get(1)).isEqualTo(new Instrument(1, "B", 3, 4));
        assertThat(all.get(2)).isEqualTo(new Instrument(2, "C", 5, 6));
        assertThat(ReplayInstruments.of(registry()).size()).isZero();
    }

    @Test
    void shouldTakeTheFinestScalesAndTheStepsThatAgree() {
        assertThat(ReplayInstruments.of(registry(new Instrument(0, "A", 2, 0, 2, 5, 10)), registry(new Instrument(0, "A", 0, 3, 3, 5, 10)))
            .get(0)).isEqualTo(new Instrument(0, "A", 2, 3, 5, 1, 1));
        assertThat(ReplayInstruments.of(registry(new Instrument(0, "A", 2, 1, 8, 5, 10)), registry(new Instrument(0, "A", 2, 1, 3, 5, 20)))
            .get(0)).isEqualTo(new Instrument(0, "A", 2, 1, 8, 5, 1));
        assertThat(ReplayInstruments.of(registry(new Instrument(0, "A", 12, 1)), registry(new Instrument(0, "A", 1, 12))).get(0))
            .isEqualTo(new Instrument(0, "A", 12, 12));
    }
}
