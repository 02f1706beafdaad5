package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 5,000 instruments of the worst kind: the same hash for most, and a common beginning for the rest. */
class InstrumentRegistryLoadTest {

    private static final int COLLIDING = 4096;
    private static final int PREFIXES = 904;
    private static final byte[] LONGEST = new byte[PREFIXES];

    private final List<String> symbols = symbols();
    private final InstrumentRegistry registry = new InstrumentRegistry(symbols.size());

    /** "Aa" and "BB" have the same hash, and so has every row of them of one length; then P, PP, PPP and so on. */
    private static List<String> symbols() {
        List<String> symbols = new ArrayList<>();
        for (int number = 0; number < COLLIDING; number++) {
            StringBuilder symbol = new StringBuilder();
            for (int bit = COLLIDING / 2; bit > 0; bit /= 2) {
                symbol.append((number & bit) == 0 ? "Aa" : "BB");
            }
            symbols.add(symbol.toString());
        }
        Arrays.fill(LONGEST, (byte) 'P');
        for (int length = 1; length <= PREFIXES; length++) {
            symbols.add("P".repeat(length));
        }
        return symbols;
    }

    @Test
    void shouldFindEachOf5000InstrumentsAndNoOther() {
        symbols.forEach(symbol -> registry.register(symbol, 2, 5));

        assertThat(registry.size()).isEqualTo(5000);
        assertThat(symbols.stream().limit(COLLIDING).map(String::hashCode).distinct()).hasSize(1);
        for (int id = 0; id < symbols.size(); id++) {
            byte[] bytes = symbols.get(id).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(registry.idOf(symbols.get(id))).isEqualTo(id);
            assertThat(registry.idOf(bytes, 0, bytes.length)).isEqualTo(id);
            assertThat(registry.get(id).symbol()).isEqualTo(symbols.get(id));
        }
        assertThat(registry.idOf("Aa".repeat(11))).isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(registry.idOf("Aa".repeat(11) + "C#")).as("the same hash").isEqualTo(InstrumentRegistry.UNKNOWN);
        assertThat(registry.idOf("P".repeat(PREFIXES + 1))).isEqualTo(InstrumentRegistry.UNKNOWN);
    }

    @Test
    void shouldTellACommonBeginningByItsLength() {
        symbols.forEach(symbol -> registry.register(symbol, 2, 5));
        for (int from = 0; from < PREFIXES; from += 7) {
            for (int to = from + 1; to <= PREFIXES; to += 11) {
                assertThat(registry.idOf(LONGEST, from, to)).isEqualTo(COLLIDING + to - from - 1);
            }
        }
    }

    @Test
    void shouldAllocateNothingWhereHashesCollide() {
        symbols.stream().limit(20).forEach(symbol -> registry.register(symbol, 2, 5));
        String last = symbols.get(19);
        String unknown = symbols.get(20);
        int[] sum = new int[1];
        Allocations.assertNone(() -> sum[0] += registry.idOf(last) + registry.idOf(unknown));
    }
}
