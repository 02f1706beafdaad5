package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.WindowGroup;
import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.buffers.memory.OffHeapMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndicatorGroupTest {

    private static final int WINDOWS = 300;
    private static final IndicatorSpec[] SPECS = {Sma.of(3), Rsi.of(5), Atr.of(4)};

    private final OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);
    private final InstrumentRegistry instruments = new InstrumentRegistry(WINDOWS);
    private final WindowGroup<CandleWindow> windows;

    IndicatorGroupTest() {
        for (int id = 0; id < WINDOWS; id++) {
            instruments.register("S" + id, 2, 0);
        }
        windows = WindowGroup.ofCandles(memory, instruments, CandleSpec.of(Timeframe.parse("1m")).capacity(20), 0, 1);
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private IndicatorGroup open() {
        return IndicatorGroup.open(memory, WINDOWS, windows::get, SPECS);
    }

    private void append(int id, int number) {
        long price = 1000 + (id * 31L + number * number * 17L) % 500;
        windows.get(id).append(number * 60_000_000_000L, price, price + number % 7, price - id % 5, price + id % 3, id);
    }

    @Test
    void shouldTakeWhatThePlanSays() {
        MemoryPlan.Builder builder = MemoryPlan.builder();
        IndicatorGroup.plan(builder, WINDOWS, 2, SPECS);
        MemoryPlan plan = builder.build();
        open();
        open();
        assertThat(memory.usedBytes("indicators")).isEqualTo(plan.bytes("indicators")).isEqualTo(plan.totalBytes());
        assertThat(memory.usedBytes("indicators")).isEqualTo(2 * IndicatorGroup.footprintBytes(WINDOWS, SPECS));
        assertThat(IndicatorGroup.footprintBytes(WINDOWS, SPECS)).isEqualTo(WINDOWS * ((IndicatorSet.setBytes(SPECS) + 63) / 64 * 64) + 64);
    }

    @Test
    void shouldGiveEveryWindowWhatASetAloneGives() {
        IndicatorGroup group = open();
        IndicatorSet[] alone = new IndicatorSet[WINDOWS];
        for (int id = 0; id < WINDOWS; id++) {
            alone[id] = IndicatorSet.open(memory, windows.get(id), SPECS);
        }
        for (int number = 1; number <= 30; number++) {
            for (int id = 0; id < WINDOWS; id++) {
                append(id, number);
                group.get(id).update();
                alone[id].update();
            }
        }
        assertThat(group.size()).isEqualTo(WINDOWS);
        for (int id = 0; id < WINDOWS; id++) {
            for (int i = 0; i < SPECS.length; i++) {
                assertThat(group.get(id).get(i).value()).as("%s of %s", SPECS[i], id).isEqualTo(alone[id].get(i).value()).isFinite();
            }
        }
    }

    @Test
    void shouldLeaveTheOthersOpenWhenOneCloses() {
        IndicatorGroup group = open();
        long used = memory.usedBytes();
        append(6, 1);
        append(7, 1);
        group.get(6).close();
        group.get(6).close();
        group.get(7).update();
        assertThat(group.get(6).isClosed()).isTrue();
        assertThat(group.get(7).isClosed()).isFalse();
        assertThat(group.get(7).get(0).samples()).isEqualTo(1);
        assertThat(memory.usedBytes()).as("the bytes are the group's").isEqualTo(used);
        assertThatThrownBy(() -> group.get(6).get(0).value()).isInstanceOf(IllegalStateException.class)
            .hasMessage("indicators are closed: indicator=sma:3, instrument=S6");
        assertThatThrownBy(() -> group.get(6).update()).isInstanceOf(IllegalStateException.class)
            .hasMessage("indicators are closed: indicators=sma:3,rsi:5,atr:4, instrument=S6");
    }

    @Test
    void shouldCloseAll() {
        long before = memory.usedBytes();
        IndicatorGroup group = open();
        group.close();
        group.close();
        assertThat(memory.usedBytes()).isEqualTo(before);
        for (int id = 0; id < WINDOWS; id++) {
            IndicatorSet set = group.get(id);
            assertThat(set.isClosed()).isTrue();
            assertThatThrownBy(set::update).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldTakeNothingWhereItCannotBeOpened() {
        long before = memory.usedBytes();
        assertThatThrownBy(() -> IndicatorGroup.open(memory, WINDOWS, windows::get, Sma.of(21)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("period must be at most the window's capacity: indicator=sma:21, period=21, capacity=20");
        windows.get(WINDOWS - 1).close();
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class)
            .hasMessage("the window of the indicators is closed: instrument=S299, candles=" + windows.get(0).spec());
        try (OffHeapMemory tight = OffHeapMemory.withBudget(IndicatorGroup.footprintBytes(9, SPECS) - 1)) {
            assertThatThrownBy(() -> IndicatorGroup.open(tight, 9, windows::get, SPECS)).isInstanceOf(MemoryBudgetExceededException.class);
            assertThat(tight.usedBytes()).isZero();
        }
        assertThat(memory.usedBytes()).isEqualTo(before);
        assertThat(IndicatorGroup.open(memory, 0, windows::get, SPECS).size()).isZero();
    }
}
