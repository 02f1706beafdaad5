package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code indicators} in a process of its own, with little memory. */
@Timeout(120)
class IndicatorsIT {

    @TempDir
    private Path folder;

    @Test
    void shouldTakeTheSameMemoryForTenTimesTheCandles() throws Exception {
        String once = bytesFor(100_000);
        assertThat(once).matches("indicators: 4; [0-9,]+ bytes off the heap\\R");
        assertThat(bytesFor(1_000_000)).isEqualTo(once);
    }

    private String bytesFor(int candles) throws IOException, InterruptedException {
        Path file = folder.resolve("candles.csv");
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file))) {
            for (int i = 0; i < candles; i++) {
                int price = 100 + i % 7;
                lines.println(1_500_000_000L + i * 60L + "," + price + "," + (price + 2) + "," + (price - 1) + "," + price + ".5," + i % 3);
            }
        }
        Path out = folder.resolve("out.csv");
        CommandLineRun run = CommandLineRun.withHeap("32m", folder, ("indicators --input " + file + " " + IndicatorRows.CSV
            + " --time-unit s --indicator ema:20,rsi:14,atr:14,sma:200 --out " + out).split(" "));
        assertThat(run.exit).as(run.err).isZero();
        try (Stream<String> rows = Files.lines(out)) {
            assertThat(rows.count()).isEqualTo(candles + 1);
        }
        return run.err.substring(run.err.lastIndexOf("indicators: "));
    }
}
