package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.SharedData;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code candles} in a process of its own, with little memory. */
@Timeout(120)
class CandlesIT {

    private static final int TRADES = 250_601;

    @TempDir
    private Path folder;

    @Test
    void shouldTakeTheSameMemoryForTenTimesTheTrades() throws Exception {
        CommandLineRun once = generated(100_000);
        CommandLineRun tenTimes = generated(1_000_000);
        assertThat(once.err).contains(": 100,000 taken, ");
        assertThat(tenTimes.err).contains(": 1,000,000 taken, ");
        String bytes = once.err.substring(once.err.lastIndexOf("; "));
        assertThat(bytes).startsWith("; 296 bytes off the heap");
        assertThat(tenTimes.err).endsWith(bytes);
    }

    @Test
    void shouldCountEveryTradeOfADayOfShares() throws Exception {
        CommandLineRun run = spy("1d");
        assertThat(CandleRows.column(CandleRows.read(run.out), 8).stream().mapToInt(Number::intValue).sum()).isEqualTo(TRADES);
    }

    private CommandLineRun generated(int trades) throws Exception {
        Path file = folder.resolve("trades.csv");
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file))) {
            for (int i = 0; i < trades; i++) {
                lines.println(1_700_000_000_000L + i * 250L + "," + (100 + i % 7) + "," + (1 + i % 3));
            }
        }
        return run(file, "--timeframe 1m");
    }

    private CommandLineRun spy(String timeframe) throws Exception {
        return run(SharedData.file("us-equity-ticks/spy_20131007_trade.zip"),
            "--day 2013-10-07 --zone America/New_York --price-scale 10000 --timeframe " + timeframe);
    }

    private CommandLineRun run(Path file, String options) throws Exception {
        CommandLineRun run = CommandLineRun.withHeap("32m", folder,
            ("candles --input " + file + " --format csv --columns time,price,quantity " + options).split(" "));
        assertThat(run.exit).as(run.err).isZero();
        return run;
    }
}
