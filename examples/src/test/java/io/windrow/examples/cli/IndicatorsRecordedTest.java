package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.buffers.indicators.CandleInput;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.SharedData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code indicators} of two years of recorded days, against what others worked out of them. */
class IndicatorsRecordedTest {

    private static final String DAYS = "indicators/default.csv";

    /** From a row on: the faster average of the MACD starts later than theirs, as TA-Lib's does. */
    @ParameterizedTest
    @CsvSource({"sma:20, sma_20, sma, sma, 0", "ema:20, ema_20, ema, ema, 0", "rsi:14, rsi_14, rsi, rsi, 0",
        "atr:14, atr_14, atr, atr, 0", "stddev:14, stddev_14_1, stdev, stdDev, 0", "bbands, bbands_20_2.upper, bb, upperBand, 0",
        "bbands, bbands_20_2.middle, bb, sma, 0", "bbands, bbands_20_2.lower, bb, lowerBand, 0",
        "bbands, bbands_20_2.percentB, bb, percentB, 0", "bbands, bbands_20_2.width, bb, width, 0",
        "macd, macd_12_26_9.macd, macd, macd, 250", "macd, macd_12_26_9.signal, macd, signal, 250",
        "macd, macd_12_26_9.histogram, macd, histogram, 250"})
    void shouldPrintWhatOthersWorkedOut(String indicator, String column, String file, String field, int from) throws IOException {
        JsonNode expected = new ObjectMapper().readTree(SharedData.file("indicators/expected/" + file + ".standard.json").toFile());
        CommandLineRun run = IndicatorRows.run(SharedData.file(DAYS), IndicatorRows.CSV + " --indicator rsi:3," + indicator + ",ema:7");
        List<String> times = IndicatorRows.column(run, "time");
        List<String> values = IndicatorRows.column(run, column);
        assertThat(values).hasSize(expected.size()).hasSize(502);
        for (int i = from; i < values.size(); i++) {
            JsonNode value = expected.get(i).get(field);
            assertThat(expected.get(i).get("timestamp").asText()).isEqualTo(times.get(i) + "T00:00:00");
            assertThat(values.get(i).isEmpty()).as("row %s", i).isEqualTo(value.isNull());
            if (!value.isNull()) {
                assertThat(Double.parseDouble(values.get(i))).as("row %s", i).isCloseTo(value.asDouble(), within(1e-9));
            }
        }
    }

    @Test
    void shouldPrintEveryDigitOfEveryValueThatTheIndicatorsHave() {
        List<String> lines = SharedData.lines(DAYS);
        String[] texts = {"ema:20", "sma:3(rsi:14)", "macd", "rsi:14@typical", "cross(ema:3,sma:9)", "bbands:5:1.5"};
        CommandLineRun run = IndicatorRows.run(SharedData.file(DAYS), IndicatorRows.CSV + " --indicator " + String.join(",", texts));
        List<String> rows = run.out.lines().skip(1).toList();
        assertThat(rows).as(run.err).hasSize(lines.size() - 1);
        IndicatorSpec[] specs = new IndicatorSpec[texts.length];
        for (int i = 0; i < texts.length; i++) {
            specs[i] = IndicatorSpec.parse(texts[i]);
        }
        try (OffHeapMemory memory = OffHeapMemory.withBudget(10_000); IndicatorSet set = IndicatorSet.open(memory, specs)) {
            for (int row = 0; row < rows.size(); row++) {
                String[] day = lines.get(row + 1).split(",");
                set.update(new CandleInput().set(row, number(day[1]), number(day[2]), number(day[3]), number(day[4]), number(day[5])));
                StringBuilder expected = new StringBuilder(day[0]);
                for (int i = 0; i < specs.length; i++) {
                    for (int output = 0; output < specs[i].outputCount(); output++) {
                        double value = set.get(i).value(output);
                        expected.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
                    }
                }
                assertThat(rows.get(row)).isEqualTo(expected.toString());
            }
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
