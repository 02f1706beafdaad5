package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The cache against a map in the order of use, whose least recently used entry goes. */
class WindowCacheRandomTest {

    @Test
    void shouldKeepAndLoseWhatAMapInTheOrderOfUseDoes() {
        Seeds.forEach(60, random -> {
            try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
                new Run(memory, random).steps(400);
            }
        });
    }

    /** One cache and its model. */
    private static final class Run {
        private final Random random;
        private final int places;
        private final int capacity;
        private final int instruments;
        private final WindowCache<TradeWindow> cache;
        /** Newest rows of each instrument that has a place, oldest first. */
        private final Map<Integer, List<Long>> model = new LinkedHashMap<>(16, 0.75f, true);
        private final Map<Integer, TradeWindow> seen = new TreeMap<>();
        /** Of each instrument the rows that a sequence ever named. */
        private final Map<Integer, Map<Long, Long>> named = new TreeMap<>();
        private long hits;
        private long misses;
        private long evictions;
        private long number;

        Run(OffHeapMemory memory, Random random) {
            this.random = random;
            places = 1 + random.nextInt(5);
            capacity = 1 + random.nextInt(6);
            instruments = 1 + random.nextInt(9);
            cache = WindowCache.ofTrades(memory, WindowCacheTest.registry(instruments), capacity, places);
        }

        void steps(int count) {
            for (int step = 0; step < count; step++) {
                int id = random.nextInt(instruments);
                if (random.nextInt(8) == 0) {
                    assertThat(cache.peek(id)).isSameAs(model.keySet().contains(id) ? seen.get(id) : null);
                    continue;
                }
                use(id);
                assertThat(new long[] {cache.hits(), cache.misses(), cache.evictions()}).containsExactly(hits, misses, evictions);
                assertSameAsModel();
            }
        }

        private void use(int id) {
            TradeWindow window = cache.get(id);
            assertThat(window).isSameAs(seen.computeIfAbsent(id, key -> window));
            if (model.containsKey(id)) {
                hits++;
            } else {
                misses++;
                if (model.size() == places) {
                    evictions++;
                    model.remove(model.keySet().iterator().next());
                }
            }
            List<Long> rows = model.computeIfAbsent(id, key -> new ArrayList<>());
            model.get(id);
            for (int row = random.nextInt(2 * capacity); row > 0; row--) {
                window.append(++number, id, number, number, 0);
                rows.add(number);
                Long before = named.computeIfAbsent(id, key -> new TreeMap<>()).put(window.newestSequence(), number);
                assertThat(before).as("a sequence names one row for ever").isNull();
            }
            while (rows.size() > capacity) {
                rows.remove(0);
            }
        }

        private void assertSameAsModel() {
            TradeSnapshot row = new TradeSnapshot();
            for (Map.Entry<Integer, TradeWindow> entry : seen.entrySet()) {
                int id = entry.getKey();
                TradeWindow window = entry.getValue();
                assertThat(window.isClosed()).isEqualTo(!model.keySet().contains(id));
                if (window.isClosed()) {
                    assertThatThrownBy(() -> window.price(0)).isInstanceOf(IllegalStateException.class);
                    continue;
                }
                List<Long> rows = rowsOf(id);
                assertThat(window.size()).isEqualTo(rows.size());
                for (int ago = 0; ago < rows.size(); ago++) {
                    assertThat(window.quantity(ago)).isEqualTo(rows.get(rows.size() - 1 - ago));
                    assertThat(window.price(ago)).isEqualTo(id);
                }
                assertEverySequenceIsItsRowOrEvicted(window, id, row, rows.size());
            }
        }

        /** Without counting as a use. */
        private List<Long> rowsOf(int id) {
            return model.entrySet().stream().filter(entry -> entry.getKey() == id).findAny().orElseThrow().getValue();
        }

        private void assertEverySequenceIsItsRowOrEvicted(TradeWindow window, int id, TradeSnapshot row, int kept) {
            int readable = 0;
            for (Map.Entry<Long, Long> name : named.getOrDefault(id, Map.of()).entrySet()) {
                ReadStatus status = window.read(name.getKey(), row);
                if (status == ReadStatus.OK) {
                    readable++;
                    assertThat(row.quantity()).isEqualTo(name.getValue());
                } else {
                    assertThat(status).isEqualTo(ReadStatus.EVICTED);
                }
            }
            assertThat(readable).isEqualTo(kept);
        }
    }
}
