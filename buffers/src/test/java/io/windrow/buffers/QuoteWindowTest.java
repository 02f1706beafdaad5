package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuoteWindowTest extends WindowContract<QuoteWindow, QuoteField> {

    private final QuoteSnapshot snapshot = new QuoteSnapshot();

    @Override
    QuoteWindow open(OffHeapMemory from, Instrument instrument, int capacity) {
        return QuoteWindow.open(from, instrument, capacity);
    }

    @Override
    long footprintBytes(int capacity) {
        return QuoteWindow.footprintBytes(capacity);
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
    QuoteField[] fields() {
        return QuoteField.values();
    }

    @Override
    String tag() {
        return "quotes";
    }

    @Override
    void append(QuoteWindow window, long number) {
        window.append(number, number * 3, -number, ~number, number * number);
    }

    @Override
    long[] row(long number) {
        return new long[] {number, number * 3, -number, ~number, number * number};
    }

    @Override
    long[] readByIndex(QuoteWindow window, int ago) {
        return new long[] {window.timeNanos(ago), window.bid(ago), window.bidSize(ago), window.ask(ago), window.askSize(ago)};
    }

    @Override
    long sum(QuoteWindow window, int ago) {
        return window.timeNanos(ago) + window.bid(ago) + window.bidSize(ago) + window.ask(ago) + window.askSize(ago);
    }

    @Override
    ReadStatus read(QuoteWindow window, long sequence) {
        return window.read(sequence, snapshot);
    }

    @Override
    long[] lastRead() {
        return new long[] {snapshot.timeNanos(), snapshot.bid(), snapshot.bidSize(), snapshot.ask(), snapshot.askSize()};
    }

    @Override
    Map<Class<?>, Object> arguments() {
        return Map.of(QuoteSnapshot.class, snapshot);
    }

    @Override
    Set<String> constants() {
        return Set.of("close", "isClosed", "instrument", "capacity", "memoryBytes");
    }

    @Test
    void shouldAnswerTheSpreadAlsoOfACrossedQuote() {
        QuoteWindow window = open(memory, BTC, 2);
        window.append(1, 100, 0, 103, 0);
        window.append(2, 103, 0, 100, 0);
        assertThat(window.spread(1)).isEqualTo(3);
        assertThat(window.spread(0)).isEqualTo(-3);
        window.append(3, Long.MIN_VALUE, 0, 1, 0);
        assertThatThrownBy(() -> window.spread(0)).isInstanceOf(ArithmeticException.class);
    }
}
