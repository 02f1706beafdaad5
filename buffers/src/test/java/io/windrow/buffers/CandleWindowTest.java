package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CandleWindowTest extends WindowContract<CandleWindow, CandleField> {

    private static final CandleSpec MINUTE = CandleSpec.of(Timeframe.minutes(1));

    private final CandleSnapshot snapshot = new CandleSnapshot();

    @Override
    CandleWindow open(OffHeapMemory from, Instrument instrument, int capacity) {
        return CandleWindow.open(from, instrument, MINUTE.capacity(capacity));
    }

    @Override
    long footprintBytes(int capacity) {
        return MINUTE.capacity(capacity).footprintBytes();
    }

    @Override
    int rowBytes() {
        return 48;
    }

    @Override
    int overheadBytes() {
        return 136;
    }

    @Override
    CandleField[] fields() {
        return Arrays.copyOf(CandleField.values(), 6);
    }

    @Override
    String tag() {
        return "candles";
    }

    @Override
    void append(CandleWindow window, long number) {
        window.append(number, number * 3, number * 5, -number, ~number, number * number);
    }

    @Override
    long[] row(long number) {
        return new long[] {number, number * 3, number * 5, -number, ~number, number * number};
    }

    @Override
    long[] readByIndex(CandleWindow window, int ago) {
        return new long[] {window.openTimeNanos(ago), window.open(ago), window.high(ago), window.low(ago), window.close(ago),
            window.volume(ago)};
    }

    @Override
    long sum(CandleWindow window, int ago) {
        return window.openTimeNanos(ago) + window.open(ago) + window.high(ago) + window.low(ago) + window.close(ago) + window.volume(ago);
    }

    @Override
    ReadStatus read(CandleWindow window, long sequence) {
        return window.read(sequence, snapshot);
    }

    @Override
    long[] lastRead() {
        return new long[] {snapshot.openTimeNanos(), snapshot.open(), snapshot.high(), snapshot.low(), snapshot.close(), snapshot.volume()};
    }

    @Override
    Map<Class<?>, Object> arguments() {
        return Map.of(CandleSnapshot.class, snapshot, CandleField.class, CandleField.CLOSE);
    }

    @Override
    Set<String> constants() {
        return Set.of("close", "isClosed", "instrument", "capacity", "memoryBytes", "spec", "timeframe", "index");
    }

    @Test
    void shouldGiveTheDoublesNearestToItsDecimals() {
        CandleWindow window = open(memory, BTC, 2);
        window.append(0, 6183763, 6183801, 6183700, 6183799, 12345);
        assertThat(window.openAsDouble(0)).isEqualTo(61837.63);
        assertThat(window.highAsDouble(0)).isEqualTo(61838.01);
        assertThat(window.lowAsDouble(0)).isEqualTo(61837.00);
        assertThat(window.closeAsDouble(0)).isEqualTo(61837.99);
        assertThat(window.volumeAsDouble(0)).isEqualTo(0.12345);
    }

    @Test
    void shouldRefuseACandleThatIsNotNewer() {
        CandleWindow window = open(memory, BTC, 2);
        append(window, 7);
        for (long openTime : new long[] {7, 6, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> window.append(openTime, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("open time must increase: openTimeNanos=" + openTime + ", newest=7, instrument=BTCUSDT");
        }
        assertThat(window.newestSequence()).isZero();
        assertThat(readByIndex(window, 0)).isEqualTo(row(7));
    }

    @ParameterizedTest
    @EnumSource(CandleField.class)
    void shouldHaveNoFormingCandleUntilSomethingIsMerged(CandleField field) {
        CandleWindow window = open(memory, BTC, 2);
        assertThat(window.hasForming()).isFalse();
        if (!window.spec().layout().has(field)) {
            assertThatThrownBy(() -> window.forming(field)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the window's layout does not keep this field: field=" + field + ", window=candles of BTCUSDT, 1m");
            return;
        }
        assertThatThrownBy(() -> window.forming(field)).isInstanceOf(IllegalStateException.class)
            .hasMessage("no candle is forming: window=candles of BTCUSDT, 1m");
        window.beginForming(null).addCandle(60_000_000_000L, 61, 62, 1, 2, 3, 4, 5);
        long[] expected = {60_000_000_000L, 1, 2, 3, 4, 5};
        assertThat(window.forming(field)).isEqualTo(expected[field.ordinal()]);
    }

    @Test
    void shouldRefuseAFieldThatItsLayoutDoesNotKeep() {
        CandleWindow window = open(memory, BTC, 2);
        append(window, 1);
        assertThatThrownBy(() -> window.value(CandleField.TRADE_COUNT, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the window's layout does not keep this field: field=TRADE_COUNT, window=candles of BTCUSDT, 1m");
        assertThatThrownBy(() -> window.append(2, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the window's layout must be that of the values: values=FULL, layout=OHLCV");
        assertThat(window.read(0, snapshot)).isEqualTo(ReadStatus.OK);
        assertThatThrownBy(() -> snapshot.value(CandleField.QUOTE_VOLUME)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the window read does not keep this field: field=QUOTE_VOLUME");
    }

    @Test
    void shouldDescribeItselfInItsBlock() {
        CandleWindow window = open(memory, BTC, 5);
        MemoryBlock block = window.block();
        assertThat(block.getLong(0)).isEqualTo(0x57494e44524f5702L);
        int[] words = {1, 6, 5, 3};
        for (int i = 0; i < words.length; i++) {
            assertThat(block.getInt(8 + 4 * i)).isEqualTo(words[i]);
        }
        assertThat(block.getLong(24)).isEqualTo(60_000_000_000L);
        assertThat(block.getInt(32)).isEqualTo(2);
        assertThat(block.getInt(36)).isEqualTo(5);
    }
}
