package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeWindowTest extends WindowContract<TradeWindow, TradeField> {

    private final TradeSnapshot snapshot = new TradeSnapshot();

    @Override
    TradeWindow open(OffHeapMemory from, Instrument instrument, int capacity) {
        return TradeWindow.open(from, instrument, capacity);
    }

    @Override
    long footprintBytes(int capacity) {
        return TradeWindow.footprintBytes(capacity);
    }

    @Override
    int rowBytes() {
        return 40;
    }

    @Override
    int overheadBytes() {
        return 136;
    }

    @Override
    TradeField[] fields() {
        return TradeField.values();
    }

    @Override
    String tag() {
        return "trades";
    }

    @Override
    void append(TradeWindow window, long number) {
        window.append(number, number * 3, -number, ~number, side(number));
    }

    @Override
    long[] row(long number) {
        return new long[] {number, number * 3, -number, ~number, side(number)};
    }

    @Override
    long[] readByIndex(TradeWindow window, int ago) {
        return new long[] {window.timeNanos(ago), window.price(ago), window.quantity(ago), window.tradeId(ago), window.side(ago).code()};
    }

    @Override
    long sum(TradeWindow window, int ago) {
        return window.timeNanos(ago) + window.price(ago) + window.quantity(ago) + window.tradeId(ago) + window.side(ago).code();
    }

    @Override
    ReadStatus read(TradeWindow window, long sequence) {
        return window.read(sequence, snapshot);
    }

    @Override
    long[] lastRead() {
        return new long[] {snapshot.timeNanos(), snapshot.price(), snapshot.quantity(), snapshot.tradeId(), snapshot.side().code()};
    }

    @Override
    Map<Class<?>, Object> arguments() {
        return Map.of(TradeSnapshot.class, snapshot);
    }

    @Override
    Set<String> constants() {
        return Set.of("close", "isClosed", "instrument", "capacity", "memoryBytes");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 1, BUY", "SELL, -1, SELL", "UNKNOWN, 0, UNKNOWN", "UNKNOWN, 7, UNKNOWN", "UNKNOWN, -2147483648, UNKNOWN"})
    void shouldKeepTheSideOfATrade(Side side, int code, Side read) {
        TradeWindow window = open(memory, BTC, 1);
        window.append(1, 2, 3, 4, code);
        assertThat(window.side(0)).isEqualTo(read);
        assertThat(Side.of(side.code())).isEqualTo(side);
    }

    private static int side(long number) {
        return (int) (number % 3) - 1;
    }
}
