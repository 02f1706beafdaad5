package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FullCandleWindowTest extends WindowContract<CandleWindow, CandleField> {

    private static final CandleSpec MINUTE = CandleSpec.of(Timeframe.minutes(1)).layout(CandleLayout.FULL);

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
        return 80;
    }

    @Override
    int overheadBytes() {
        return 136;
    }

    @Override
    CandleField[] fields() {
        return CandleField.values();
    }

    @Override
    String tag() {
        return "candles";
    }

    @Override
    void append(CandleWindow window, long number) {
        window.append(number, number * 3, number * 5, -number, ~number, number * number, number * 7, number + 2, number / 2, -3 * number);
    }

    @Override
    long[] row(long number) {
        return new long[] {number, number * 3, number * 5, -number, ~number, number * number, number * 7, number + 2, number / 2,
            -3 * number};
    }

    @Override
    long[] readByIndex(CandleWindow window, int ago) {
        return Arrays.stream(CandleField.values()).mapToLong(field -> window.value(field, ago)).toArray();
    }

    @Override
    long sum(CandleWindow window, int ago) {
        return window.openTimeNanos(ago) + window.close(ago) + window.value(CandleField.TAKER_BUY_QUOTE_VOLUME, ago);
    }

    @Override
    ReadStatus read(CandleWindow window, long sequence) {
        return window.read(sequence, snapshot);
    }

    @Override
    long[] lastRead() {
        return Arrays.stream(CandleField.values()).mapToLong(snapshot::value).toArray();
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
    void shouldRefuseACandleOfTheOtherLayout() {
        CandleWindow window = open(memory, BTC, 2);
        assertThatThrownBy(() -> window.append(2, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the window's layout must be that of the values: values=OHLCV, layout=FULL");
        assertThat(window.size()).isZero();
    }

    @Test
    void shouldWeighThePriceByTheVolume() {
        CandleWindow window = open(memory, BTC, 2);
        Seeds.forEach(500, random -> {
            long volume = 1 + (random.nextLong() >>> 2 + random.nextInt(60));
            long quote = random.nextLong() >> random.nextInt(60);
            window.append(window.newestSequence(), 1, 1, 1, 1, volume, quote, 1, 0, 0);
            double expected = new BigDecimal(quote).movePointLeft(7)
                .divide(new BigDecimal(volume).movePointLeft(5), MathContext.DECIMAL128).doubleValue();
            assertThat(window.vwap(0)).isBetween(expected - 2 * Math.ulp(expected), expected + 2 * Math.ulp(expected));
        });
        window.append(Long.MAX_VALUE, 1, 1, 1, 250, 0, 0, 0, 0, 0);
        assertThat(window.vwap(0)).as("of a candle without volume").isEqualTo(2.5);
    }
}
