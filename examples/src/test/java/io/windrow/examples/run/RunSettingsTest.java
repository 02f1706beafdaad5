package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.pipeline.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldRunTwentyGeneratedInstrumentsWhereNothingIsSet() {
        RunSettings settings = read();
        assertThat(settings.sizes()).isEqualTo(PipelineSettings.development());
        assertThat(settings.sizes().instruments()).isEqualTo(20);
        assertThat(settings.text(RunKey.FEED)).isEqualTo("generator");
        assertThat(settings.text(RunKey.BATCH)).isEqualTo("1");
        assertThat(settings.text(RunKey.WAIT)).isEqualTo("phased");
    }

    @Test
    void shouldTakeFromThePresetWhatNothingElseSets() {
        RunSettings settings = read("preset=throughput");
        assertThat(settings.sizes().ring()).isEqualTo(8_192);
        assertThat(settings.number(RunKey.BATCH)).isEqualTo(64);
        assertThat(settings.text(RunKey.WAIT)).isEqualTo("yielding");
        RunSettings own = read("preset=throughput", "ring=64", "batch=2", "wait=busy");
        assertThat(own.sizes().ring()).isEqualTo(64);
        assertThat(own.number(RunKey.BATCH)).isEqualTo(2);
        assertThat(own.text(RunKey.WAIT)).isEqualTo("busy");
        assertThat(read("preset=latency", "profile=production").sizes().ring()).isEqualTo(1_024);
    }

    @Test
    void shouldReadBackWhatItPrints() throws IOException {
        RunSettings[] all = {read(), read("preset=throughput", "speed=2.5", "shards=2", "strategies=breakout, crossing"),
            read("profile=production", "feed=replay", "files=a.csv,b.csv", "format=csv", "loop=3", "publishers=2", "contents=trades,quotes",
                "quotes=4", "sink=file", "sink-file=s")};
        for (RunSettings settings : all) {
            Path file = Files.writeString(folder.resolve("engine.properties"), settings.toText());
            assertThat(RunConfig.read(file, List.of()).toText()).isEqualTo(settings.toText());
        }
    }

    @Test
    void shouldPrintEveryKeyOnceWithAComment() throws IOException {
        Properties printed = new Properties();
        printed.load(Files.newBufferedReader(Files.writeString(folder.resolve("p"), read().toText())));
        assertThat(printed).hasSize(RunKey.values().length + PipelineSettings.keys().size());
        assertThat(read().toText().lines().filter(line -> line.startsWith("# "))).hasSize(printed.size() + 1);
    }

    @Test
    void shouldLetTheCommandLineHoldOverTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("engine.properties"), "rate = 5 \nseed=7\n");
        RunSettings settings = RunConfig.read(file, List.of("rate=9"));
        assertThat(settings.number(RunKey.RATE)).isEqualTo(9);
        assertThat(settings.number(RunKey.SEED)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "wait=slow|wait must be one of phased, blocking, yielding, sleeping, busy: wait=slow",
        "wait=|wait must be one of phased, blocking, yielding, sleeping, busy: wait=",
        "preset=fast|preset must be one of balanced, latency, throughput: preset=fast",
        "profile=live|profile must be one of development, production: profile=live",
        "feed=exchange|feed must be one of generator, replay: feed=exchange",
        "backpressure=drop|backpressure must be one of wait, drop-newest, drop-oldest, fail: backpressure=drop",
        "on-fault=crash|on-fault must be one of skip, disable, stop: on-fault=crash",
        "latency=yes|latency must be one of true, false: latency=yes",
        "sink=kafka|sink must be one of none, log, file: sink=kafka",
        "contents=|contents must be one or more of trades, quotes, depth, candles, each once: contents=",
        "contents=trades,books|contents must be one or more of trades, quotes, depth, candles, each once: contents=trades,books",
        "strategies=|strategies must be one or more of crossing, breakout, imbalance, each once: strategies=",
        "strategies=crossing,crossing|"
            + "strategies must be one or more of crossing, breakout, imbalance, each once: strategies=crossing,crossing",
        "rate=0|rate must be 1 to 1000000: rate=0",
        "rate=many|rate must be 1 to 1000000: rate=many",
        "shards=0|shards must be 1 to 64: shards=0",
        "publishers=65|publishers must be 1 to 64: publishers=65",
        "speed=0|speed must be real, max or a number above 0: speed=0",
        "speed=NaN|speed must be real, max or a number above 0: speed=NaN",
        "loop=false|loop must be true or 1 to 2147483647: loop=false",
        "loop=0|loop must be true or 1 to 2147483647: loop=0",
        "duration=10|duration must be up to 9 digits and a unit, such as 250ms, 2s or 1m: duration=10",
        "stop-limit=0s|stop-limit must be positive: stop-limit=0s",
        "metrics=yes|metrics must be one of true, false: metrics=yes",
        "metrics-port=65536|metrics-port must be 0 to 65535: metrics-port=65536",
        "metrics-port=-1|metrics-port must be 0 to 65535: metrics-port=-1",
        "metrics-host=|metrics-host must be a name or an address: metrics-host=, metrics=true",
        "stale-after=0s|stale-after must be positive: stale-after=0s",
        "ring=100|ring must be a power of two: ring=100",
        "candles=0|candles must be positive: candles=0",
        "budget=1TB|size must be digits and a unit, such as 256MB or 1GiB: size=1TB",
    })
    void shouldNameTheKeyAndWhatItMayBe(String setting, String message) throws IOException {
        assertRefused(message, setting);
        Path file = Files.writeString(folder.resolve("engine.properties"), setting);
        assertThatThrownBy(() -> RunConfig.read(file, List.of())).isInstanceOf(IllegalArgumentException.class)
            .hasMessage(message + ", file=" + file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "batch=2 publishers=2|batch must be 1 unless publishers=1: batch=2, publishers=2",
        "batch=2 backpressure=drop-oldest|batch must be 1 for backpressure=drop-oldest: batch=2, backpressure=drop-oldest",
        "batch=512|batch must not be above ring: batch=512, ring=256",
        "feed=replay|files must be set for feed=replay: files=, feed=replay",
        "files=a.csv|files goes with feed=replay only: files=a.csv, feed=generator",
        "loop=2|loop goes with feed=replay only: loop=2, feed=generator",
        "contents=depth|contents goes with feed=replay only: contents=depth, feed=generator",
        "max-gap=1s|max-gap goes with feed=replay only: max-gap=1s, feed=generator",
        "feed=replay files=a rate=5|rate goes with feed=generator only: rate=5, feed=replay",
        "feed=replay files=a seed=5|seed goes with feed=generator only: seed=5, feed=replay",
        "feed=replay files=a publishers=2|publishers must not be more than files: publishers=2, files=a",
        "rate=3 publishers=4|publishers must not be more than trades a second: publishers=4, rate=3",
        "sink=file|sink-file must be set for sink=file and for no other: sink-file=, sink=file",
        "sink-file=x|sink-file must be set for sink=file and for no other: sink-file=x, sink=none",
        "strategies=imbalance|quotes must be positive for the strategy imbalance: quotes=0, strategies=imbalance",
        "feed=replay files=a contents=trades,quotes|"
            + "quotes must be positive for contents with quotes: quotes=0, contents=trades,quotes",
        "rate|settings must be of the form key=value, each key once: setting=rate",
        "rate=5 rate=6|settings must be of the form key=value, each key once: setting=rate=6",
    })
    void shouldRefuseWhatDoesNotGoTogether(String settings, String message) {
        assertRefused(message, settings.split(" "));
    }

    @Test
    void shouldNameTheKeysThatThereAre() {
        assertThatThrownBy(() -> read("rates=5")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("key must be one of instruments, timeframes, ").hasMessageEndingWith(", quiet: key=rates");
    }

    @Test
    void shouldRefuseAKeyThatStandsTwice() throws IOException {
        Path file = Files.writeString(folder.resolve("engine.properties"), "rate=5\nrate=6\n");
        assertThatThrownBy(() -> RunConfig.read(file, List.of())).hasMessage("key must be set once: key=rate, value=6, file=" + file);
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        Path file = folder.resolve("none.properties");
        assertThatThrownBy(() -> RunConfig.read(file, List.of())).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("settings must be a file that can be read: file=" + file);
    }

    private static void assertRefused(String message, String... settings) {
        assertThatThrownBy(() -> read(settings)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static RunSettings read(String... settings) {
        return RunConfig.read(null, List.of(settings));
    }
}
