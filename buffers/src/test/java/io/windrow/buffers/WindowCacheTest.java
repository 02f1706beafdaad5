package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowCacheTest {

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final InstrumentRegistry instruments = registry(4);
    private final WindowCache<TradeWindow> cache = WindowCache.ofTrades(memory, instruments, 3, 2);

    static InstrumentRegistry registry(int count) {
        InstrumentRegistry registry = new InstrumentRegistry(count);
        for (int id = 0; id < count; id++) {
            registry.register("S" + id, 2, 5);
        }
        return registry;
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void shouldHandOnThePlaceThatWasAskedForLeastRecently() {
        TradeWindow first = cache.get(0);
        TradeWindow second = cache.get(1);
        assertThat(cache.get(0)).isSameAs(first);
        cache.peek(1);
        assertThat(cache.get(2).isClosed()).isFalse();
        assertThat(second.isClosed()).as("a look is not a use").isTrue();
        assertThat(first.isClosed()).isFalse();
        assertThat(cache.peek(1)).isNull();
        assertThat(cache.peek(0)).isSameAs(first);
        assertThat(new long[] {cache.hits(), cache.misses(), cache.evictions(), cache.capacity()}).containsExactly(1, 3, 1, 2);
    }

    @Test
    void shouldHandAWindowBackEmptyAndGoOnWithItsNumbers() {
        TradeSnapshot row = new TradeSnapshot();
        TradeWindow window = cache.get(0);
        for (int i = 0; i < 5; i++) {
            window.append(i, 7, 7, 7, 1);
        }
        long before = window.newestSequence();
        cache.get(1).append(1, 8, 8, 8, 1);
        cache.get(2).append(1, 9, 9, 9, 1);
        assertThat(window.isClosed()).isTrue();
        assertThatThrownBy(() -> window.price(0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> window.append(1, 1, 1, 1, 1)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> window.read(before, row)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(window::newestSequence).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");

        assertThat(cache.get(0)).isSameAs(window);
        assertThat(window.isClosed()).isFalse();
        assertThat(window.size()).isZero();
        assertThatThrownBy(() -> window.price(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(window.oldestSequence()).isGreaterThan(before).isEqualTo(window.newestSequence() + 1);
        assertThat(window.read(before, row)).isEqualTo(ReadStatus.EVICTED);
        assertThat(window.read(window.newestSequence(), row)).as("of another instrument").isEqualTo(ReadStatus.EVICTED);
        window.append(6, 66, 1, 1, 1);
        assertThat(window.size()).isEqualTo(1);
        assertThat(window.read(window.newestSequence(), row)).isEqualTo(ReadStatus.OK);
        assertThat(row.price()).isEqualTo(66);
    }

    @Test
    void shouldTakeCandlesFromAnyTimeOnOnceHandedBack() {
        WindowCache<CandleWindow> candles =
            WindowCache.ofCandles(memory, instruments, CandleSpec.of(Timeframe.minutes(1)).capacity(2), 1);
        candles.get(0).append(1000, 1, 1, 1, 1, 1);
        candles.get(1).append(5, 2, 2, 2, 2, 2);
        candles.get(0).append(10, 3, 3, 3, 3, 3);
        assertThat(candles.get(0).size()).isEqualTo(1);
        assertThat(candles.get(0).index()).isZero();
        assertThat(candles.get(1).index()).isEqualTo(1);
    }

    @Test
    void shouldGiveAWindowThatWasClosedItsPlaceBack() {
        TradeWindow window = cache.get(0);
        window.append(1, 2, 3, 4, 0);
        long before = window.newestSequence();
        window.close();
        assertThat(window.isClosed()).isTrue();
        assertThat(cache.get(0)).isSameAs(window);
        assertThat(window.isClosed()).isFalse();
        assertThat(window.size()).isZero();
        assertThat(window.oldestSequence()).isGreaterThan(before);
    }

    @Test
    void shouldGiveNoWindowOnceClosed() {
        TradeWindow window = cache.get(0);
        cache.close();
        cache.close();
        assertThat(window.isClosed()).isTrue();
        for (int id = 0; id < 2; id++) {
            int instrumentId = id;
            assertThatThrownBy(() -> cache.get(instrumentId)).isInstanceOf(IllegalStateException.class)
                .hasMessage("window cache is closed: instrumentId=" + id);
        }
        assertThat(cache.misses()).isEqualTo(1);
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldRefuseAnInstrumentThatWasNotThere() {
        for (int id : new int[] {-1, 4}) {
            assertThatThrownBy(() -> cache.get(id)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> cache.peek(id)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(cache.misses()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000_000, Integer.MAX_VALUE})
    void shouldRefuseACountOutOfRange(int count) {
        assertThatThrownBy(() -> WindowCache.ofTrades(memory, instruments, 3, count)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("count must be positive and the windows together at most 1073741824 bytes: count=" + count + ", windowBytes=192");
    }

    @Test
    void shouldTakeNothingBeyondTheBudgetAndElseWhatAGroupOfItsPlacesTakes() {
        assertThat(memory.usedBytes()).isEqualTo(WindowGroup.footprintBytes(TradeWindow.windowBytes(3), 2));
        assertThatThrownBy(() -> WindowCache.ofTrades(memory, instruments, 10_000, 3)).isInstanceOf(MemoryBudgetExceededException.class);
        assertThat(memory.usedBytes()).isEqualTo(WindowGroup.footprintBytes(TradeWindow.windowBytes(3), 2));
    }

    @Test
    void shouldAllocateNothingOnceEveryInstrumentHasItsWindow() {
        int[] step = new int[1];
        Allocations.assertNone(() -> {
            TradeWindow window = cache.get(step[0]++ & 3);
            window.append(step[0], 1, 1, 1, 1);
            cache.peek(step[0] & 1);
        });
        assertThat(cache.evictions()).isPositive();
    }
}
