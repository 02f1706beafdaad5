package io.windrow.examples.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.pipeline.PipelineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowFormulaTest {

    private static final int LINE = 64;

    @ParameterizedTest
    @CsvSource({"candles, 1", "candles, 7", "candles, 200", "candles, 4099", "trades, 1", "trades, 13", "trades, 1024", "trades, 4099"})
    void shouldComeToWhatThePlanSaysForAnyCapacity(String owner, int rows) {
        WindowFormula formula = owner.equals("candles") ? WindowFormula.ofCandles() : WindowFormula.ofTrades();
        PipelineSettings settings = PipelineSettings.production().with("instruments", "1").with("timeframes", "1m")
            .with(owner, Integer.toString(rows));

        long bytes = rows * formula.rowBytes() + formula.fixedBytes();
        assertThat((bytes + LINE - 1) / LINE * LINE + LINE).as("one window, and the block's alignment")
            .isEqualTo(settings.plan().bytes(owner));
    }

    @ParameterizedTest
    @CsvSource({"5, 10", "200, 3000", "1, 1"})
    void shouldFindTheMostInstrumentsOfABudget(int candles, int instruments) {
        PipelineSettings settings = PipelineSettings.production().with("candles", Integer.toString(candles));
        long total = settings.with("instruments", Integer.toString(instruments)).plan().totalBytes();

        assertThat(Fit.mostInstruments(settings.with("budget", Long.toString(total)))).isEqualTo(instruments);
        assertThat(Fit.mostInstruments(settings.with("budget", Long.toString(total - 1)))).isEqualTo(instruments - 1);
        assertThat(Fit.mostInstruments(settings.with("budget", Long.toString(Long.MAX_VALUE)))).isEqualTo(Integer.MAX_VALUE - 1);
    }

    @Test
    void shouldFindTheMostInstrumentsThatALongCanCount() {
        PipelineSettings settings = PipelineSettings.production().with("timeframes", "1s,5s,1m,5m,15m,1h,4h,12h,1d,1w")
            .with("candles", "10000000").with("budget", Long.toString(Long.MAX_VALUE));
        int most = Fit.mostInstruments(settings);

        settings.with("instruments", Integer.toString(most)).plan().requireWithin(Long.MAX_VALUE);
        assertThatThrownBy(() -> settings.with("instruments", Integer.toString(most + 1))).isInstanceOf(ArithmeticException.class);
    }
}
