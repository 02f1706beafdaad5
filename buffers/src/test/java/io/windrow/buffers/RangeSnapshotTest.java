package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeSnapshotTest {

    private static final Instrument BTC = new Instrument(0, "BTCUSDT", 2, 5);

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void shouldRefuseACapacityThatIsNotPositive(int capacity) {
        assertThatThrownBy(() -> new RangeSnapshot<>(capacity, List.of(TradeField.PRICE))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("capacity must be positive: capacity=" + capacity);
    }

    @Test
    void shouldRefuseNoFieldAndAFieldNamedTwice() {
        assertThatThrownBy(() -> new RangeSnapshot<TradeField>(1, List.of())).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("there must be a field, and each once: fields=[]");
        assertThatThrownBy(() -> new RangeSnapshot<>(1, List.of(TradeField.PRICE, TradeField.TIME, TradeField.PRICE)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("there must be a field, and each once: fields=[PRICE, TIME, PRICE]");
    }

    @Test
    void shouldRefuseAValueThatItDoesNotHold() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 10)) {
            RangeSnapshot<TradeField> range = new RangeSnapshot<>(3, List.of(TradeField.QUANTITY, TradeField.PRICE));
            assertThatThrownBy(() -> range.value(TradeField.PRICE, 0)).isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("no such row in the snapshot: row=0, size=0");
            TradeWindow window = TradeWindow.open(memory, BTC, 3);
            window.append(1, 2, 3, 4, 0);
            window.append(11, 12, 13, 14, 0);
            assertThat(window.readRange(0, 2, range)).isEqualTo(ReadStatus.OK);
            assertThat(range.value(TradeField.PRICE, 0)).isEqualTo(2);
            assertThat(range.value(TradeField.QUANTITY, 1)).isEqualTo(13);
            for (int row : new int[] {2, -1}) {
                assertThatThrownBy(() -> range.value(TradeField.PRICE, row)).isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("no such row in the snapshot: row=" + row + ", size=2");
            }
            for (TradeField field : new TradeField[] {TradeField.TIME, TradeField.SIDE}) {
                assertThatThrownBy(() -> range.value(field, 0)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the snapshot does not copy this field: field=" + field);
            }
        }
    }

    @Test
    void shouldRefuseAWindowThatDoesNotKeepEveryColumn() {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 10)) {
            CandleWindow window = CandleWindow.open(memory, BTC, CandleSpec.of(Timeframe.minutes(1)).capacity(2));
            RangeSnapshot<CandleField> range = new RangeSnapshot<>(1, List.of(CandleField.CLOSE, CandleField.TRADE_COUNT));
            window.append(0, 1, 1, 1, 1, 1);
            assertThatThrownBy(() -> window.readRange(0, 1, range)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the window's layout does not keep every column of the snapshot: columns=6, needed=8");
        }
    }
}
