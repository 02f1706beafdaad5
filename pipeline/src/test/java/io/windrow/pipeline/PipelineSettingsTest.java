package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Timeframe;
import io.windrow.buffers.indicators.Atr;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {

    private static final List<Timeframe> FRAMES = List.of(Timeframe.seconds(1), Timeframe.minutes(1), Timeframe.minutes(5));
    private static final List<IndicatorSpec> INDICATORS = List.of(Ema.of(5), Atr.of(7));

    @Test
    void shouldHaveTheProfilesThatItsDocumentationNames() {
        assertThat(PipelineSettings.production())
            .isEqualTo(new PipelineSettings(1000, FRAMES, 200, List.of(), 1024, 0, 1024, 256, 256_000_000L))
            .isEqualTo(PipelineSettings.profile("production"));
        assertThat(PipelineSettings.development())
            .isEqualTo(new PipelineSettings(20, FRAMES, 200, List.of(), 256, 0, 256, 64, 16_000_000L))
            .isEqualTo(PipelineSettings.profile("development"));
        assertThatThrownBy(() -> PipelineSettings.profile("staging")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("profile must be production or development: profile=staging");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "development"})
    void shouldFitEachProfileIntoItsOwnBudget(String name) {
        PipelineSettings settings = PipelineSettings.profile(name);
        settings.plan().requireWithin(settings.budgetBytes());
        assertThat(settings.plan().totalBytes()).as("a budget that bounds").isGreaterThan(settings.budgetBytes() / 20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"instruments|3000", "timeframes|1m,5m,1h", "candles|50", "trades|64", "ring|4096", "signals|16",
        "indicators|ema:20,sma:3(rsi:14)", "budget|1GiB"})
    void shouldChangeOneSettingAndNoOther(String key, String value) {
        PipelineSettings changed = PipelineSettings.production().with(key, value);
        Map<Object, Object> expected = PipelineSettings.production().toProperties();
        expected.put(key, value);
        assertThat(changed.toProperties()).isEqualTo(expected).isNotEqualTo(PipelineSettings.production().toProperties());
    }

    @Test
    void shouldReadValuesAsTheyAreMeant() {
        PipelineSettings settings = PipelineSettings.production().with("timeframes", "5s, 1m,1w").with("budget", "64k");
        assertThat(settings.timeframes()).containsExactly(Timeframe.seconds(5), Timeframe.minutes(1), Timeframe.weeks(1));
        assertThat(settings.budgetBytes()).isEqualTo(64_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "instruments|0|instruments must be positive: instruments=0",
        "instruments|-3|instruments must be positive: instruments=-3",
        "instruments|many|instruments must be a whole number up to 2147483647: instruments=many",
        "candles|2147483648|candles must be a whole number up to 2147483647: candles=2147483648",
        "candles|0|candles must be positive: candles=0",
        "candles|100000000|capacity must be positive and the window at most 1073741824 bytes: capacity=100000000",
        "trades|-1|trades must be positive: trades=-1",
        "ring|1000|ring must be a power of two: ring=1000",
        "signals|0|signals must be positive: signals=0",
        "signals|1048577|capacity must be 1 to 1048576: capacity=1048577",
        "budget|0|budget must be positive: budget=0",
        "budget|lots|size must be digits and a unit, such as 256MB or 1GiB: size=lots",
        "timeframes|1s,,5m|time frame must be a count and s, m, h, d, w or mo, such as 5m: timeframe=",
        "timeframes|5m,1m|each time frame must be made of whole candles of the one before: timeframe=1m, before=5m",
        "timeframes|1w,1mo|each time frame must be made of whole candles of the one before: timeframe=1mo, before=1w",
        "indicators|ema:201|period must be at most the candles kept: indicator=ema:201, period=201, candles=200",
        "indicators|ema:0|period must be at least 1: indicator=ema, period=0",
        "quotes|-1|quotes must not be negative: quotes=-1",
        "Candles|1|key must be one of instruments, timeframes, candles, indicators, trades, quotes, ring, signals, budget: key=Candles"})
    void shouldRefuseABadValue(String key, String value, String message) {
        assertThatThrownBy(() -> PipelineSettings.production().with(key, value)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage(message);
    }

    @Test
    void shouldRefuseWhatNoKeySets() {
        assertThatThrownBy(() -> new PipelineSettings(1, FRAMES, 1, List.of(), 1, -5, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("quotes must not be negative: quotes=-5");
        assertThatThrownBy(() -> new PipelineSettings(1, List.of(), 1, List.of(), 1, 0, 1, 1, 1))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("there must be a time frame: timeframes=0");
    }

    @Test
    void shouldReadIndicatorsAndNone() {
        PipelineSettings some = PipelineSettings.production().with("indicators", "ema:5, atr:7");
        assertThat(some.indicators()).isEqualTo(INDICATORS);
        assertThat(some.with("indicators", "")).isEqualTo(PipelineSettings.production());
        assertThat(some.with("indicators", "ema:5,atr:7,ema:5").plan().lines()).as("each once").isEqualTo(some.plan().lines());
        assertThatThrownBy(() -> some.with("indicators", "ema:5,,atr:7")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> some.with("candles", "6")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("period must be at most the candles kept: indicator=atr:7, period=7, candles=6");
    }

    @Test
    void shouldNotChangeWithTheListItWasMadeOf() {
        List<Timeframe> frames = new ArrayList<>(FRAMES);
        PipelineSettings settings = new PipelineSettings(1, frames, 1, List.of(), 1, 0, 1, 1, 1);
        frames.clear();
        assertThat(settings.timeframes()).isEqualTo(FRAMES);
        assertThatThrownBy(() -> settings.timeframes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldPlanWhatABuilderOfTheSameSettingsPlansAndTakes() {
        List<Timeframe> frames = List.of(Timeframe.seconds(5), Timeframe.hours(1));
        PipelineSettings settings = new PipelineSettings(3, frames, 7, INDICATORS, 11, 0, 64, 5, 1 << 20);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(settings.budgetBytes())) {
            PipelineBuilder builder = TradingPipeline.builder().memory(memory).instruments(Rig.registry(3)).settings(settings)
                .strategy(new DeclaredIndicators(INDICATORS));
            assertThat(builder.plan().lines()).isEqualTo(settings.plan().lines());
            try (TradingPipeline pipeline = builder.build()) {
                assertThat(memory.usedBytes()).isEqualTo(settings.plan().totalBytes());
                assertThat(settings.plan().bytes(IndicatorSet.TAG)).isPositive();
                assertThat(pipeline.trades(2).capacity()).isEqualTo(11);
                assertThat(pipeline.candles(2, 1).capacity()).isEqualTo(7);
                assertThat(pipeline.candles(2, 1).timeframe()).hasToString("1h");
            }
        }
    }
}
