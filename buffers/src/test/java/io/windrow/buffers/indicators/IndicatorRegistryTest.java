package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndicatorRegistryTest {

    private static final long SMA_BYTES = 64 + IndicatorSet.setBytes(Sma.of(3));

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final CandleWindow btc = window("BTC");
    private final CandleWindow eth = window("ETH");
    private final IndicatorRegistry registry = IndicatorRegistry.open(memory, 4, 100_000);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private CandleWindow window(String symbol) {
        return CandleWindow.open(memory, new Instrument(0, symbol, 2, 0), CandleSpec.of(Timeframe.parse("1m")).capacity(10));
    }

    private static void append(CandleWindow window, long price) {
        window.append((window.newestSequence() + 1) * 60_000_000_000L, price * 100, price * 100, price * 100, price * 100, 1);
    }

    private void assertCounters(long hits, long misses, long evictions, long failures, long orphans) {
        assertThat(new long[] {registry.hits(), registry.misses(), registry.evictions(), registry.failures(), registry.orphans()})
            .containsExactly(hits, misses, evictions, failures, orphans);
    }

    @Test
    void shouldHoldTheSameIndicatorOnTheSameWindowOnce() {
        Indicator sma = registry.get(btc, Sma.of(3));
        assertThat(registry.get(btc, IndicatorSpec.parse("sma:3"))).isSameAs(sma);
        assertThat(registry.get(eth, Sma.of(3))).isNotSameAs(sma);
        assertThat(registry.get(btc, Sma.of(2))).isNotSameAs(sma);
        assertCounters(1, 3, 0, 0, 0);
        assertThat(registry.size()).isEqualTo(3);
        assertThat(registry.usedBytes()).isEqualTo(memory.usedBytes("indicators"));
    }

    @Test
    void shouldOpenItFilledAndUpdateItOnceForEachCandle() {
        append(btc, 10);
        append(btc, 20);
        Indicator sma = registry.get(btc, Sma.of(2));
        Indicator other = registry.get(eth, Sma.of(2));
        assertThat(sma.value()).isEqualTo(15);
        append(btc, 40);
        registry.onCandle(btc);
        registry.onCandle(btc);
        assertThat(sma.samples()).isEqualTo(3);
        assertThat(sma.value()).isEqualTo(30);
        assertThat(other.samples()).isZero();
        append(btc, 50);
        append(btc, 70);
        registry.onCandle(btc);
        assertThat(sma.samples()).as("two at once").isEqualTo(5);
        assertThat(sma.value()).isEqualTo(60);
        registry.onCandle(window("SOL"));
    }

    @Test
    void shouldBeginAnewWhereCandlesWereLostOrRevised() {
        Indicator sma = registry.get(btc, Sma.of(2));
        for (int i = 0; i < 12; i++) {
            append(btc, i);
        }
        registry.onCandle(btc);
        assertThat(sma.samples()).isEqualTo(10);
        assertThat(sma.value()).isEqualTo(10.5);
        append(btc, 13);
        registry.onCandle(btc);
        assertThat(sma.samples()).isEqualTo(11);
        registry.onRevision(btc);
        assertThat(sma.samples()).as("all that are kept").isEqualTo(10);
    }

    @Test
    void shouldEvictTheLeastRecentlyAskedFor() {
        Indicator first = registry.get(btc, Sma.of(1));
        Indicator second = registry.get(btc, Sma.of(2));
        Indicator third = registry.get(eth, Sma.of(1));
        registry.get(btc, Sma.of(3));
        registry.get(btc, Sma.of(1));
        registry.get(btc, Sma.of(4));
        assertCounters(1, 5, 1, 0, 0);
        assertGone(second, "indicator was evicted", "sma:2", "BTC");
        assertThat(first.value()).isNaN();
        registry.get(btc, Sma.of(5));
        assertGone(third, "indicator was evicted", "sma:1", "ETH");
        Indicator again = registry.get(btc, Sma.of(2));
        assertThat(again).isNotSameAs(second);
        append(btc, 1);
        append(btc, 3);
        registry.onCandle(btc);
        assertThat(again.value()).isEqualTo(2);
        assertGone(second, "indicator was evicted", "sma:2", "BTC");
        assertThat(registry.size()).isEqualTo(4);
    }

    private static void assertGone(Indicator indicator, String because, String text, String symbol) {
        assertThatThrownBy(indicator::value).isInstanceOf(IllegalStateException.class)
            .hasMessage(because + ": indicator=" + text + ", instrument=" + symbol);
        assertThatThrownBy(indicator::samples).isInstanceOf(IllegalStateException.class).hasMessageStartingWith(because);
        assertThatThrownBy(indicator::peek).isInstanceOf(IllegalStateException.class).hasMessageStartingWith(because);
        assertThat(indicator.spec().text()).isEqualTo(text);
    }

    @Test
    void shouldStayWithinItsBytes() {
        IndicatorRegistry tight = IndicatorRegistry.open(memory, 100, 2 * SMA_BYTES);
        Indicator first = tight.get(btc, Sma.of(3));
        tight.get(eth, Sma.of(3));
        assertThat(tight.usedBytes()).isEqualTo(2 * SMA_BYTES);
        tight.get(btc, Sma.of(1));
        assertGone(first, "indicator was evicted", "sma:3", "BTC");
        assertThat(tight.size()).isEqualTo(2);
        assertThatThrownBy(() -> tight.get(btc, Large.SPEC)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("indicator must fit the registry: indicator=sma:10(sma:9), bytes=" + Large.BYTES + ", maxBytes=" + 2 * SMA_BYTES);
        assertThatThrownBy(() -> tight.get(btc, Sma.of(11))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("period must be at most the window's capacity: indicator=sma:11, period=11, capacity=10");
        assertThat(tight.size()).as("nothing is evicted for what cannot be opened").isEqualTo(2);
        assertThat(tight.evictions()).isEqualTo(1);
    }

    /** One that takes more than two averages of three. */
    private static final class Large {
        static final IndicatorSpec SPEC = IndicatorSpec.parse("sma:10(sma:9)");
        static final long BYTES = 64 + IndicatorSet.setBytes(SPEC);
    }

    @Test
    void shouldTakeAtMostWhatThePlanSays() {
        MemoryPlan.Builder plan = MemoryPlan.builder();
        IndicatorRegistry.plan(plan, 100_000);
        assertThat(plan.build().bytes("indicators")).isEqualTo(100_000);
        for (Object[] bounds : new Object[][] {{0, 1L, "indicators must be positive: maxIndicators=0"},
            {1, 0L, "bytes must be positive: maxBytes=0"}}) {
            assertThatThrownBy(() -> IndicatorRegistry.open(memory, (int) bounds[0], (long) bounds[1]))
                .isInstanceOf(IllegalArgumentException.class).hasMessage((String) bounds[2]);
        }
    }

    @Test
    void shouldHoldOnWhereTheMemoryHasNoRoom() {
        try (OffHeapMemory small = OffHeapMemory.withBudget(SMA_BYTES)) {
            IndicatorRegistry starved = IndicatorRegistry.open(small, 9, 100_000);
            Indicator sma = starved.get(btc, Sma.of(3));
            assertThatThrownBy(() -> starved.get(btc, Sma.of(4))).isInstanceOf(MemoryBudgetExceededException.class);
            assertThat(starved.size()).isEqualTo(1);
            assertThat(starved.misses()).isEqualTo(1);
            assertThat(starved.get(btc, Sma.of(3))).isSameAs(sma);
        }
    }

    @Test
    void shouldGoOnWithTheOthersWhereAFormulaThrows() {
        Indicator before = registry.get(btc, Sma.of(2));
        Indicator failing = registry.get(btc, new Failing(2));
        Indicator after = registry.get(btc, Sma.of(1));
        Indicator elsewhere = registry.get(eth, new Failing(2));
        for (int i = 0; i < 3; i++) {
            append(btc, 10 + i);
            registry.onCandle(btc);
        }
        assertCounters(0, 4, 0, 1, 0);
        assertGone(failing, "indicator has failed with java.lang.IllegalStateException: sample 1", "failing:2", "BTC");
        assertThat(before.samples()).isEqualTo(3);
        assertThat(after.value()).isEqualTo(12);
        assertThat(elsewhere.samples()).isZero();
        assertThat(registry.size()).isEqualTo(3);
        assertThatThrownBy(() -> registry.get(btc, new Failing(2))).isInstanceOf(IllegalStateException.class).hasMessage("sample 1");
        assertThat(registry.size()).isEqualTo(3);
        assertThat(registry.usedBytes()).isEqualTo(memory.usedBytes("indicators"));
    }

    @Test
    void shouldLoseTheIndicatorsOfAClosedWindowAndNoOthers() {
        Indicator first = registry.get(btc, Sma.of(1));
        Indicator other = registry.get(eth, Sma.of(1));
        Indicator second = registry.get(btc, Sma.of(2));
        append(btc, 7);
        registry.onCandle(btc);
        btc.close();
        assertThat(first.value()).as("until the registry sees it").isEqualTo(7);
        registry.onCandle(btc);
        registry.onCandle(btc);
        assertGone(first, "indicator has lost its window", "sma:1", "BTC");
        assertGone(second, "indicator has lost its window", "sma:2", "BTC");
        append(eth, 8);
        registry.onCandle(eth);
        assertThat(other.value()).isEqualTo(8);
        assertCounters(0, 3, 0, 0, 2);
        eth.close();
        assertThatThrownBy(() -> registry.get(eth, Sma.of(1))).isInstanceOf(IllegalStateException.class)
            .hasMessage("the window of the indicators is closed: instrument=ETH, candles=" + eth.spec());
        assertThat(registry.orphans()).isEqualTo(3);
        assertThat(registry.size()).isZero();
        assertThat(memory.usedBytes("indicators")).isZero();
    }

    @Test
    void shouldCloseAll() {
        Indicator sma = registry.get(btc, Sma.of(1));
        registry.get(eth, Sma.of(1));
        registry.close();
        registry.close();
        assertThat(memory.usedBytes("indicators")).isEqualTo(registry.usedBytes()).isZero();
        assertThat(registry.size()).isZero();
        assertGone(sma, "indicator registry is closed", "sma:1", "BTC");
        for (Runnable use : new Runnable[] {() -> registry.get(btc, Sma.of(1)), () -> registry.onCandle(btc),
            () -> registry.onRevision(btc)}) {
            assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class)
                .hasMessage("indicator registry is closed: maxIndicators=4, maxBytes=100000");
        }
    }

    @Test
    void shouldAllocateNothingOnAHitAndOnACandle() {
        IndicatorSpec[] specs = {Sma.of(2), Rsi.of(3), Atr.of(3)};
        for (IndicatorSpec spec : specs) {
            registry.get(btc, spec);
        }
        long[] calls = new long[1];
        Allocations.assertNone(() -> {
            append(btc, 100 + calls[0] % 7);
            registry.onCandle(btc);
            registry.get(btc, specs[(int) (calls[0]++ % 3)]);
        });
        assertThat(registry.hits()).isEqualTo(calls[0]);
    }
}
