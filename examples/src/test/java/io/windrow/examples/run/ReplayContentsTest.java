package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a replay takes of recorded messages, by the setting {@code contents}. */
@Timeout(120)
class ReplayContentsTest {

    private static final String RECORDING = "binance-ws/spot_btcusdt_20240808.gz";
    private static final Pattern QUOTE = Pattern.compile(
        "(\\d+) .*@bookTicker.*\"b\":\"([\\d.]+)\",\"B\":\"([\\d.]+)\",\"a\":\"([\\d.]+)\",\"A\":\"([\\d.]+)\".*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"trades|trades=9757 quotes=0 ", "quotes|trades=0 quotes=28040 ",
        "quotes, trades|trades=9757 quotes=28040 "})
    void shouldTakeWhatIsChosen(String contents, String counts) {
        assertThat(run("contents=" + contents, "quotes=16")).contains("source replay: ENDED " + counts).endsWith("exit=0\n");
    }

    @Test
    void shouldGiveTradesAndQuotesInTheirOrderToAStrategyOfQuotes() throws IOException {
        Path file = folder.resolve("signals.csv");
        run("contents=trades,quotes", "quotes=16", "strategies=imbalance", "signals=4096", "clock=0s", "sink=file", "sink-file=" + file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.subList(1, lines.size())).isEqualTo(imbalances()).hasSizeGreaterThan(900);
    }

    @Test
    void shouldRefuseWhatTheFormatDoesNotHave() {
        // Here and not within, where an absent recording would count as the wrong exception and not skip the test.
        SharedData.file(RECORDING);
        assertThatThrownBy(() -> run("contents=quotes", "quotes=16", "format=csv", "columns=time,bid,ask"))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("contents must be of the format: format=csv, contents=quotes");
        assertThatThrownBy(() -> run("contents=trades,candles", "format=kraken-ws")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("contents must be of the format: format=kraken-ws, contents=trades,candles (known: trades,quotes,depth)");
    }

    private static String run(String... own) {
        List<String> settings = new ArrayList<>(List.of("feed=replay", "files=" + SharedData.file(RECORDING), "loop=1", "speed=max",
            "metrics=false"));
        settings.addAll(List.of(own));
        if (settings.stream().noneMatch(setting -> setting.startsWith("format="))) {
            settings.add("format=binance-ws");
        }
        RunSettings all = RunConfig.read(null, settings);
        try (TradingEngine engine = TradingEngine.open(all)) {
            return engine.run(new EngineLog(new PrintStream(new ByteArrayOutputStream()), true)).report();
        }
    }

    /** What the strategy has to signal, by the recording's text and fractions. */
    private static List<String> imbalances() throws IOException {
        List<String> signals = new ArrayList<>();
        String before = "";
        long event = 0;
        for (String line : SharedData.lines(RECORDING)) {
            Matcher quote = QUOTE.matcher(line);
            if (quote.matches()) {
                String side = heavier(new BigDecimal(quote.group(3)), new BigDecimal(quote.group(5)));
                if (!side.isEmpty() && !side.equals(before)) {
                    BigDecimal price = new BigDecimal(quote.group(side.equals("BUY") ? 4 : 2)).setScale(2);
                    signals.add(event + "," + quote.group(1) + ",BTCUSDT," + side + "," + price + ",,0");
                }
                before = side;
            }
            // An event takes two numbers.
            event += line.contains("@bookTicker") || line.contains("@trade") ? 2 : 0;
        }
        return signals;
    }

    private static String heavier(BigDecimal bid, BigDecimal ask) {
        BigDecimal four = BigDecimal.valueOf(4);
        if (bid.compareTo(ask.multiply(four)) >= 0) {
            return "BUY";
        }
        return ask.compareTo(bid.multiply(four)) >= 0 ? "SELL" : "";
    }
}
