package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.Timeframe;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.Rsi;
import io.windrow.buffers.indicators.Seed;
import io.windrow.buffers.indicators.Sma;
import io.windrow.buffers.indicators.Source;
import io.windrow.buffers.testing.Seeds;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

    private static final List<List<Timeframe>> CHAINS = List.of(List.of(Timeframe.seconds(1)),
        List.of(Timeframe.minutes(1), Timeframe.hours(1), Timeframe.days(1), Timeframe.weeks(1)),
        List.of(Timeframe.hours(4), Timeframe.days(1), Timeframe.months(1), Timeframe.months(12)));

    private static final List<IndicatorSpec> INDICATORS = List.of(Rsi.of(14), Ema.of(9, Seed.FIRST_VALUE, Source.TYPICAL),
        Sma.of(3, Source.of(Rsi.of(14))));

    @TempDir
    private Path folder;

    @Test
    void shouldTakeFromTheProfileWhatTheFileLeavesOut() throws IOException {
        assertThat(PipelineSettings.read(file(""))).isEqualTo(PipelineSettings.production());
        assertThat(PipelineSettings.read(file("profile = development "))).isEqualTo(PipelineSettings.development());
        assertThat(PipelineSettings.read(file("candles=50 \nprofile=development\nbudget=64MiB\n")))
            .isEqualTo(PipelineSettings.development().with("candles", "50").with("budget", "64MiB"));
    }

    @Test
    void shouldTakeTheProfileThatWasChosenElsewhereInsteadOfTheFiles() throws IOException {
        Path file = file("profile=development\ncandles=50\n");
        assertThat(PipelineSettings.read(file, "production")).isEqualTo(PipelineSettings.production().with("candles", "50"));
        assertThat(PipelineSettings.read(file, "development")).isEqualTo(PipelineSettings.read(file));
        assertThatThrownBy(() -> PipelineSettings.read(file, "staging"))
            .hasMessage("profile must be production or development: profile=staging");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "candles=0|candles must be positive: candles=0|candles|0",
        "candles=|candles must be a whole number up to 2147483647: candles=|candles|''",
        "ring=100|ring must be a power of two: ring=100|ring|100",
        "timeframes=1s,5x|time frame must be a count and s, m, h, d, w or mo, such as 5m: timeframe=5x|timeframes|1s,5x",
        "budget=1TB|size must be digits and a unit, such as 256MB or 1GiB: size=1TB|budget|1TB",
        "profile=live|profile must be production or development: profile=live|profile|live",
        "candels=5|key must be one of instruments, timeframes, candles, indicators, trades, quotes, ring, signals, budget: key=candels"
            + "|candels|5"})
    void shouldNameFileKeyAndValueOfAnError(String text, String rule, String key, String value) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> PipelineSettings.read(file)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage(rule + ", file=" + file + ", key=" + key + ", value=" + value);
    }

    @Test
    void shouldRefuseAFileThatIsNone() throws IOException {
        assertThatThrownBy(() -> PipelineSettings.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        Path twice = file("candles=5\ncandles=6\n");
        assertThatThrownBy(() -> PipelineSettings.read(twice)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("key must be set once: key=candles, value=6, file=" + twice);
        Path malformed = file("candles=\\u12");
        assertThatThrownBy(() -> PipelineSettings.read(malformed)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageEndingWith(", file=" + malformed);
    }

    @Test
    void shouldReadBackWhatItSaves() {
        Seeds.forEach(100, random -> {
            PipelineSettings settings = settings(random);
            try {
                Path file = folder.resolve("saved.properties");
                settings.save(file);
                assertThat(PipelineSettings.read(file)).isEqualTo(settings);
                Properties properties = new Properties();
                properties.load(new StringReader(Files.readString(file)));
                assertThat(properties).isEqualTo(settings.toProperties());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void shouldSayAboveEachKeyWhatItIs() throws IOException {
        Path file = folder.resolve("saved.properties");
        PipelineSettings.production().save(file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).filteredOn(line -> line.contains("=") && !line.startsWith("#")).containsExactly("instruments=1000",
            "timeframes=1s,1m,5m", "candles=200", "indicators=", "trades=1024", "quotes=0", "ring=1024", "signals=256", "budget=256MB");
        assertThat(lines.get(lines.indexOf("candles=200") - 1)).isEqualTo("# Closed candles kept for each instrument and time frame.");
        assertThat(lines.get(lines.indexOf("ring=1024") - 1)).startsWith("# Slots of the ring");
    }

    private static PipelineSettings settings(Random random) {
        List<IndicatorSpec> indicators = INDICATORS.subList(0, random.nextInt(INDICATORS.size() + 1));
        return new PipelineSettings(1 + random.nextInt(5_000), CHAINS.get(random.nextInt(CHAINS.size())), 14 + random.nextInt(1_000),
            indicators, 1 + random.nextInt(10_000), 0, 1 << random.nextInt(16), 1 + random.nextInt(5_000),
            1 + (random.nextLong() >>> 2 + random.nextInt(40)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("engine.properties"), text);
    }
}
