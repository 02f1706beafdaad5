package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowGroupTest {

    private static final int INSTRUMENTS = 3000;
    private static final List<CandleSpec> SPECS = Stream.of("1s", "1m", "1h").map(Timeframe::parse).map(CandleSpec::of).toList();

    private final OffHeapMemory memory = OffHeapMemory.withBudget(200 << 20);
    private final InstrumentRegistry instruments = new InstrumentRegistry(INSTRUMENTS);

    WindowGroupTest() {
        for (int id = 0; id < INSTRUMENTS; id++) {
            instruments.register("S" + id, 2, 5);
        }
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private List<WindowGroup<CandleWindow>> openCandles() {
        return IntStream.range(0, SPECS.size())
            .mapToObj(frame -> WindowGroup.ofCandles(memory, instruments, SPECS.get(frame), frame, SPECS.size())).toList();
    }

    @Test
    void shouldTakeWhatThePlanSays() {
        MemoryPlan.Builder plan = MemoryPlan.builder();
        WindowGroup.plan(plan, CandleWindow.TAG, SPECS.get(0).windowBytes(), INSTRUMENTS, SPECS.size());
        WindowGroup.plan(plan, TradeWindow.TAG, TradeWindow.windowBytes(10), INSTRUMENTS, 1);
        WindowGroup.plan(plan, QuoteWindow.TAG, QuoteWindow.windowBytes(7), INSTRUMENTS, 1);
        MemoryPlan planned = plan.build();
        openCandles();
        WindowGroup.ofTrades(memory, instruments, 10);
        WindowGroup.ofQuotes(memory, instruments, 7);
        for (String tag : new String[] {"candles", "trades", "quotes"}) {
            assertThat(memory.usedBytes(tag)).as(tag).isEqualTo(planned.bytes(tag)).isPositive();
        }
        assertThat(memory.usedBytes()).isEqualTo(planned.totalBytes());
        assertThat(memory.usedBytes("candles")).isEqualTo(3 * WindowGroup.footprintBytes(SPECS.get(0).windowBytes(), INSTRUMENTS));
        assertThat(memory.usedBytes("candles")).as("72 of header, 200 × 48, up to whole lines").isEqualTo(3L * (INSTRUMENTS * 9728 + 64));
    }

    @Test
    void shouldKeepTheRowsOfEveryWindowApart() {
        List<WindowGroup<CandleWindow>> groups = openCandles();
        WindowGroup<TradeWindow> trades = WindowGroup.ofTrades(memory, instruments, 10);
        for (int row = 0; row < 203; row++) {
            for (int id = 0; id < INSTRUMENTS; id++) {
                for (WindowGroup<CandleWindow> group : groups) {
                    long number = number(group.get(id).index(), row);
                    group.get(id).append(row, number, number + 1, number + 2, number + 3, number + 4);
                }
                trades.get(id).append(row, id, row, id + row, 0);
            }
        }
        for (int id = 0; id < INSTRUMENTS; id++) {
            for (int frame = 0; frame < groups.size(); frame++) {
                assertHoldsItsPattern(groups.get(frame).get(id), id * 3 + frame);
            }
            TradeWindow window = trades.get(id);
            for (int ago = 0; ago < 10; ago++) {
                assertThat(window.tradeId(ago) - window.price(ago) - window.quantity(ago)).isZero();
                assertThat(window.price(ago)).isEqualTo(id);
            }
        }
    }

    private static void assertHoldsItsPattern(CandleWindow window, int index) {
        assertThat(window.index()).isEqualTo(index);
        assertThat(window.size()).isEqualTo(200);
        for (int ago = 0; ago < 200; ago++) {
            long number = number(index, 202 - ago);
            boolean same = window.openTimeNanos(ago) == 202 - ago && window.open(ago) == number && window.high(ago) == number + 1
                && window.low(ago) == number + 2 && window.close(ago) == number + 3 && window.volume(ago) == number + 4;
            assertThat(same).as("window %s, ago %s", index, ago).isTrue();
        }
    }

    private static long number(int index, int row) {
        return index * 1_000_000L + row * 10L;
    }

    @Test
    void shouldFindEachInstrumentsWindowByItsId() {
        WindowGroup<TradeWindow> trades = WindowGroup.ofTrades(memory, instruments, 1);
        assertThat(trades.size()).isEqualTo(INSTRUMENTS);
        for (int id = 0; id < INSTRUMENTS; id++) {
            assertThat(trades.get(id).instrument()).isSameAs(instruments.get(id));
        }
        for (int id : new int[] {-1, INSTRUMENTS}) {
            assertThatThrownBy(() -> trades.get(id)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldCloseEveryWindowWithTheGroupAndNoneWithAnother() {
        List<WindowGroup<CandleWindow>> groups = openCandles();
        groups.get(0).get(7).append(1, 1, 1, 1, 1, 1);
        groups.get(1).get(7).append(1, 1, 1, 1, 1, 1);
        groups.get(0).get(6).close();
        assertThat(groups.get(0).get(6).isClosed()).isTrue();
        assertThat(groups.get(0).get(7).isClosed()).as("a window leaves alone").isFalse();
        groups.get(0).close();
        groups.get(0).close();
        for (int id = 0; id < INSTRUMENTS; id++) {
            CandleWindow window = groups.get(0).get(id);
            assertThat(window.isClosed()).isTrue();
            assertThatThrownBy(() -> window.append(2, 1, 1, 1, 1, 1)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(groups.get(1).get(7).open(0)).isEqualTo(1);
        assertThat(memory.usedBytes()).isEqualTo(2 * WindowGroup.footprintBytes(SPECS.get(0).windowBytes(), INSTRUMENTS));
    }

    @Test
    void shouldTakeNothingBeyondTheBudget() {
        try (OffHeapMemory tight = OffHeapMemory.withBudget(WindowGroup.footprintBytes(TradeWindow.windowBytes(10), INSTRUMENTS) - 1)) {
            assertThatThrownBy(() -> WindowGroup.ofTrades(tight, instruments, 10)).isInstanceOf(MemoryBudgetExceededException.class);
            assertThat(tight.usedBytes()).isZero();
        }
        assertThat(WindowGroup.ofQuotes(memory, new InstrumentRegistry(1), 10).size()).isZero();
    }
}
