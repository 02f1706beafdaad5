package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The registry against a map in the order of use, whose least recently used entry goes. */
class IndicatorRegistryRandomTest {

    private static final IndicatorSpec[] SPECS = {Sma.of(1), Sma.of(5), Sma.of(9), Rsi.of(3), Ema.of(4),
        IndicatorSpec.parse("sma:3(rsi:2)")};

    @Test
    void shouldHoldAndLoseWhatAMapInTheOrderOfUseDoes() {
        Seeds.forEach(60, random -> {
            try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
                new Run(memory, random).steps(400);
            }
        });
    }

    private record Key(CandleWindow window, IndicatorSpec spec) {

        long bytes() {
            return 64 + IndicatorSet.setBytes(spec);
        }
    }

    /** One registry and its model. */
    private static final class Run {
        private final Random random;
        private final OffHeapMemory memory;
        private final CandleWindow[] windows;
        private final Series series;
        private final int maxIndicators;
        private final long maxBytes;
        private final IndicatorRegistry registry;
        private final Map<Key, Indicator> model = new LinkedHashMap<>(16, 0.75f, true);
        /** Candles that each should have taken in. */
        private final Map<Indicator, Long> samples = new LinkedHashMap<>();
        private final List<Indicator> gone = new ArrayList<>();
        private long hits;
        private long misses;
        private long evictions;

        Run(OffHeapMemory memory, Random random) {
            this.random = random;
            this.memory = memory;
            windows = new CandleWindow[1 + random.nextInt(4)];
            for (int i = 0; i < windows.length; i++) {
                CandleSpec spec = CandleSpec.of(Timeframe.parse("1m")).capacity(20);
                windows[i] = CandleWindow.open(memory, new Instrument(i, "S" + i, 2, 0), spec);
            }
            series = Series.random(random, 400);
            maxIndicators = 1 + random.nextInt(8);
            maxBytes = 400 + random.nextInt(2000);
            registry = IndicatorRegistry.open(memory, maxIndicators, maxBytes);
        }

        void steps(int count) {
            for (int step = 0; step < count; step++) {
                CandleWindow window = windows[random.nextInt(windows.length)];
                if (random.nextBoolean()) {
                    ask(new Key(window, SPECS[random.nextInt(SPECS.length)]));
                } else {
                    close(window, step);
                }
                check();
            }
            for (Map.Entry<Key, Indicator> entry : model.entrySet()) {
                assertThat(registry.get(entry.getKey().window, entry.getKey().spec)).isSameAs(entry.getValue());
            }
        }

        private void ask(Key key) {
            if (key.bytes() > maxBytes) {
                assertThatThrownBy(() -> registry.get(key.window, key.spec)).hasMessageStartingWith("indicator must fit the registry");
                return;
            }
            Indicator held = model.get(key);
            Indicator indicator = registry.get(key.window, key.spec);
            if (held != null) {
                hits++;
                assertThat(indicator).isSameAs(held);
                return;
            }
            misses++;
            makeRoom(key.bytes());
            model.put(key, indicator);
            samples.put(indicator, (long) key.window.size());
        }

        private void makeRoom(long bytes) {
            Iterator<Indicator> oldest = model.values().iterator();
            while (model.size() == maxIndicators || modelBytes() + bytes > maxBytes) {
                gone.add(oldest.next());
                oldest.remove();
                evictions++;
            }
        }

        private long modelBytes() {
            return model.keySet().stream().mapToLong(Key::bytes).sum();
        }

        private void close(CandleWindow window, int i) {
            window.append(series.times()[i], Math.round(series.opens()[i] * 100), Math.round(series.highs()[i] * 100),
                Math.round(series.lows()[i] * 100), Math.round(series.closes()[i] * 100), (long) series.volumes()[i]);
            registry.onCandle(window);
            model.forEach((key, indicator) -> samples.computeIfPresent(indicator, (same, before) ->
                key.window == window ? before + 1 : before));
        }

        private void check() {
            assertThat(new long[] {registry.hits(), registry.misses(), registry.evictions(), registry.size(), registry.usedBytes()})
                .containsExactly(hits, misses, evictions, model.size(), modelBytes());
            assertThat(memory.usedBytes("indicators")).isEqualTo(modelBytes());
            for (Indicator indicator : model.values()) {
                assertThat(indicator.samples()).as("candles of %s", indicator).isEqualTo(samples.get(indicator));
            }
            for (Indicator indicator : gone) {
                assertThatThrownBy(indicator::value).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("indicator was evicted: indicator=" + indicator);
            }
        }
    }
}
