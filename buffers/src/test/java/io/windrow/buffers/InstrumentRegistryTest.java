package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentRegistryTest {

    private final InstrumentRegistry registry = new InstrumentRegistry(2);

    @Test
    void shouldNumberInstrumentsFromZero() {
        Instrument first = registry.register("BTCUSDT", 2, 5);
        Instrument second = registry.register("ETHUSDT", 2, 4);

        assertThat(first).isEqualTo(new Instrument(0, "BTCUSDT", 2, 5));
        assertThat(registry.get(1)).isSameAs(second);
        assertThat(registry.size()).isEqualTo(2);
        assertThat(idOf("ETHUSDT")).isEqualTo(1);
    }

    @Test
    void shouldKnowASymbolOnlyByAllItsBytes() {
        registry.register("BTCUSDT", 2, 5);
        byte[] message = "{\"s\":\"BTCUSDT\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(registry.idOf(message, 6, 13)).isZero();
        assertThat(registry.idOf(message, 6, 12)).isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(registry.idOf(message, 7, 13)).isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(registry.idOf(message, 6, 6)).isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(idOf("btcusdt")).isEqualTo(InstrumentRegistry.UNKNOWN);
    }

    @Test
    void shouldTellSymbolsWithTheSameHashApart() {
        registry.register("Aa", 0, 0);
        registry.register("BB", 0, 0);
        assertThat(idOf("Aa")).isZero();
        assertThat(idOf("BB")).isEqualTo(1);
    }

    @Test
    void shouldKnowASymbolByItsCharactersOnlyWhereTheyAreLatin1() {
        registry.register("AB", 2, 5);
        registry.register("Z", 2, 5);
        assertThat(registry.idOf("AB")).as("longer than the one registered last").isZero();
        assertThat(registry.idOf(new StringBuilder("xABx").subSequence(1, 3))).isZero();
        assertThat(registry.idOf("A\u0142")).as("its low byte is the B").isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(registry.idOf("A")).isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(registry.idOf("ABC")).isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(registry.idOf("")).isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(new InstrumentRegistry(1).idOf("A")).isEqualTo(InstrumentRegistry.UNKNOWN);
    }

    @Test
    void shouldKeepWhatAnInstrumentIsRegisteredWith() {
        Instrument instrument = registry.register("BTCUSDT", 2, 5, 8, 10, 100);
        assertThat(instrument).isEqualTo(new Instrument(0, "BTCUSDT", 2, 5, 8, 10, 100));
        assertThat(registry.get(0)).isSameAs(instrument);
        assertThatThrownBy(() -> registry.register("A", 0, 0, 19, 1, 1)).hasMessage("decimals must be 0 to 18: decimals=19");
        assertThatThrownBy(() -> registry.register("A", 0, 0, 0, 0, 1))
            .hasMessage("tick size must be positive: tickSize=0, instrument=A");
        assertThat(registry.size()).isEqualTo(1);
    }

    @Test
    void shouldRefuseASymbolTwiceAndOneTooMany() {
        registry.register("A", 0, 0);
        assertThatThrownBy(() -> registry.register("A", 1, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("symbol is registered already: symbol=A");
        registry.register("B", 0, 0);
        assertThatThrownBy(() -> registry.register("C", 0, 0)).isInstanceOf(IllegalStateException.class)
            .hasMessage("registry is full: capacity=2, symbol=C");
        assertThat(registry.size()).isEqualTo(2);
        assertThat(registry.get(0).priceDecimals()).isZero();
    }

    @Test
    void shouldRefuseASymbolThatIsNotLatin1() {
        assertThatThrownBy(() -> registry.register("\u65e5\u7d4c", 0, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("ISO-8859-1");
        assertThat(idOf("??")).isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(registry.size()).isZero();
        registry.register("\u00c4\u00ff", 0, 0);
        assertThat(idOf("\u00c4\u00ff")).isZero();
    }

    @Test
    void shouldRefuseAnInstrumentThatIsWrong() {
        assertThatThrownBy(() -> registry.register("", 0, 0)).hasMessage("symbol must not be empty: id=0");
        assertThatThrownBy(() -> registry.register(null, 0, 0)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> registry.register("A", 19, 0)).hasMessage("decimals must be 0 to 18: decimals=19");
        assertThatThrownBy(() -> registry.register("A", 0, -1)).hasMessage("decimals must be 0 to 18: decimals=-1");
        assertThatThrownBy(() -> new Instrument(-1, "A", 0, 0)).hasMessage("id must not be negative: id=-1");
        assertThat(registry.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, Integer.MAX_VALUE})
    void shouldRefuseAnIdThatWasNotGiven(int id) {
        registry.register("A", 0, 0);
        assertThatThrownBy(() -> registry.get(id)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessage("no such instrument: id=" + id + ", size=1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void shouldRefuseACapacityThatIsNotPositive(int capacity) {
        assertThatThrownBy(() -> new InstrumentRegistry(capacity)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("capacity must be positive: capacity=" + capacity);
    }

    @Test
    void shouldAnswerAsAMapOfStringsDoes() {
        Seeds.forEach(20, random -> {
            int capacity = 1 + random.nextInt(300);
            InstrumentRegistry filled = new InstrumentRegistry(capacity);
            Map<String, Integer> expected = new HashMap<>();
            while (filled.size() < capacity) {
                String symbol = Integer.toString(1 + random.nextInt(2000), 36);
                if (expected.putIfAbsent(symbol, filled.size()) == null) {
                    filled.register(symbol, 0, 0);
                }
            }
            for (int number = 0; number < 2100; number++) {
                byte[] padded = ("x" + Integer.toString(number, 36) + "x").getBytes(StandardCharsets.ISO_8859_1);
                int id = expected.getOrDefault(Integer.toString(number, 36), InstrumentRegistry.UNKNOWN);
                assertThat(filled.idOf(padded, 1, padded.length - 1)).isEqualTo(id);
                assertThat(id < 0 || filled.get(id).symbol().equals(Integer.toString(number, 36))).isTrue();
            }
        });
    }

    @Test
    void shouldAllocateNothingOnLookup() {
        registry.register("BTCUSDT", 2, 5);
        byte[] known = "BTCUSDT".getBytes(StandardCharsets.ISO_8859_1);
        int[] sum = new int[1];
        Allocations.assertNone(() -> sum[0] += registry.idOf(known, 0, 7) + registry.idOf(known, 0, 3) + registry.get(0).id()
            + registry.idOf("BTCUSDT") + registry.idOf("BTC") + registry.idOf("a symbol longer than all"));
    }

    private int idOf(String symbol) {
        byte[] bytes = symbol.getBytes(StandardCharsets.ISO_8859_1);
        int id = registry.idOf(bytes, 0, bytes.length);
        assertThat(registry.idOf(symbol)).isEqualTo(id);
        return id;
    }
}
