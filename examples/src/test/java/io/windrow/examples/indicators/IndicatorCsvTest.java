package io.windrow.examples.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.indicators.CandleInput;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.IndicatorState;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.examples.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorCsvTest {

    @TempDir
    private Path folder;

    @Test
    void shouldHaveAColumnForEachOutputInTheirOrderAndNothingWhereThereIsNoValue() throws IOException {
        Path file = folder.resolve("out.csv");
        CandleInput candle = new CandleInput();
        IndicatorSpec[] specs = {new Extremes("low:1(x:2,y:3)", "upper", "lower"), IndicatorSpec.parse("sma:2"), new Extremes("one:2")};
        try (OffHeapMemory memory = OffHeapMemory.withBudget(10_000); Output output = Output.to(file, List.of());
            IndicatorSet set = IndicatorSet.open(memory, specs)) {
            IndicatorCsv csv = new IndicatorCsv(output, set);
            for (int i = 1; i <= 2; i++) {
                set.update(candle.set(i, 1, 3, 0.1, 1.0 / 3, 5));
                csv.begin().append("t").append(i);
                csv.values();
            }
            output.complete();
        }
        assertThat(file).hasContent("""
            time,"low_1(x_2,y_3).upper","low_1(x_2,y_3).lower",sma_2,one_2
            t1,3.0,,,3.0
            t2,3.0,0.1,0.3333333333333333,3.0
            """);
    }

    @Test
    void shouldLeaveTheFileAsItWasWhereTheRunFailsHalfWay() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "before");
        try (OffHeapMemory memory = OffHeapMemory.withBudget(10_000); Output output = Output.to(file, List.of());
            IndicatorSet set = IndicatorSet.open(memory, IndicatorSpec.parse("sma:2"))) {
            IndicatorCsv csv = new IndicatorCsv(output, set);
            csv.begin().append("t".repeat(100_000));
            csv.values();
            set.close();
            csv.begin();
            assertThatThrownBy(csv::values).isInstanceOf(IllegalStateException.class);
        }
        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("out.csv");
    }

    /** The high, and if there is a second output the low of each candle from the second on. */
    private static final class Extremes extends IndicatorSpec {

        Extremes(String text, String... outputs) {
            super(text, outputs);
        }

        @Override
        protected void update(IndicatorState state, CandleInput candle) {
            state.putOutput(0, candle.high());
            if (outputCount() > 1 && state.samples() > 0) {
                state.putOutput(1, candle.low());
            }
        }

        @Override
        public int warmUpPeriod(int output) {
            return output + 1;
        }

        @Override
        public int longestPeriod() {
            return 1;
        }
    }
}
