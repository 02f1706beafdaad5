package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.SharedData;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two years of daily candles with the values that another project works out and tests. */
class RecordedIndicatorsTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    /** Both sides round in their last digits only, in a different order. */
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @CsvSource({"EMA, ema, 20", "RSI, rsi, 14", "ATR, atr, 14"})
    void shouldGiveTheRecordedValues(Kind kind, String name, int period) {
        List<String> candles = SharedData.lines("indicators/default.csv");
        List<Double> expected = SharedData.lines("indicators/expected/" + name + ".standard.json").stream()
            .map(String::strip).filter(line -> line.startsWith("\"" + name + "\":"))
            .map(line -> line.substring(line.indexOf(':') + 1).replace(",", "").strip())
            .map(value -> value.equals("null") ? Double.NaN : Double.parseDouble(value)).toList();
        assertThat(expected).hasSize(candles.size() - 1).hasSize(502);

        Indicator indicator = kind.create(period, null);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(10_000);
            CandleWindow window = CandleWindow.open(memory, new Instrument(0, "DAILY", 2, 0),
                CandleSpec.of(Timeframe.parse("1d")).capacity(2))) {
            for (int i = 0; i < expected.size(); i++) {
                append(window, candles.get(i + 1).split(","));
                indicator.update(window);
                assertThat(indicator.isReady()).as("ready after candle %s", i).isNotEqualTo(expected.get(i).isNaN());
                if (indicator.isReady()) {
                    assertThat(indicator.value()).as("after candle %s", i).isCloseTo(expected.get(i), within(ROUNDING));
                }
            }
        }
    }

    private static void append(CandleWindow window, String[] fields) {
        window.append(LocalDate.parse(fields[0]).toEpochDay() * DAY_NANOS, mantissa(fields[1]), mantissa(fields[2]), mantissa(fields[3]),
            mantissa(fields[4]), Long.parseLong(fields[5]));
    }

    private static long mantissa(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Decimals.parse(bytes, 0, bytes.length, 2);
    }
}
