package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trades out of order and twice, against the same trades in order and once. */
class CandlesLateTest {

    private static final String CSV = "--format csv --columns time,price,quantity,side,id ";
    private static final int TRADES = 400;
    private static final long LATENESS_MILLIS = 5_000;

    @TempDir
    private Path folder;

    /** A trade and where it stands in the file. */
    private record Arrival(long timeMillis, long atMillis, String line) {
    }

    @Test
    void shouldMakeTheCandlesOfTheTradesInOrder() {
        Seeds.forEach(15, random -> {
            List<Arrival> trades = trades(random);
            for (String kind : new String[] {"time --timeframe 1s", "time --timeframe 1s --gaps flat", "time --timeframe 1m",
                "time --timeframe 1w", "heikin-ashi --timeframe 1s --gaps flat"}) {
                assertThat(merged(trades, kind)).as(kind).isEqualTo(inOrder(trades, kind));
            }
        });
    }

    private String inOrder(List<Arrival> trades, String kind) {
        List<Arrival> sorted = new ArrayList<>(trades);
        sorted.sort(Comparator.comparing(Arrival::timeMillis));
        return CandleRows.run(write(sorted), CSV + "--kind " + kind).out;
    }

    private String merged(List<Arrival> trades, String kind) {
        List<Arrival> arrived = new ArrayList<>(trades);
        arrived.sort(Comparator.comparing(Arrival::atMillis));
        CommandLineRun run = CandleRows.run(write(arrived), CSV + "--late merge --lateness " + LATENESS_MILLIS + "ms --kind " + kind);
        assertThat(run.err).contains(" 0 late and dropped, ");
        return run.out;
    }

    /** At different times, each up to the lateness behind its time; the first is the first to arrive. Now and then there is a long gap. */
    private static List<Arrival> trades(Random random) {
        List<Arrival> trades = new ArrayList<>();
        long time = 1_700_000_000_000L + random.nextInt(100_000);
        for (int i = 0; i < TRADES; i++) {
            long at = i == 0 ? time : time + random.nextInt((int) LATENESS_MILLIS);
            trades.add(new Arrival(time, at, time + "," + (100 + random.nextInt(50)) + "." + random.nextInt(10) + ","
                + (1 + random.nextInt(9)) + "," + (random.nextBoolean() ? "buy" : "sell") + "," + (i + 1)));
            time += 1 + random.nextInt(random.nextInt(20) == 0 ? 60_000 : 700);
        }
        return trades;
    }

    @Test
    void shouldCountWhatIsLateAndWhatCameTwice() {
        Path file = write("1000,5,1,buy,10\n61000,6,1,buy,11\n2000,7,1,buy,12\n61500,8,1,buy,11\n59000,9,1,sell,13\n61200,4,1,buy,999\n"
            + "61300,4,1,buy,1\n");
        assertThat(CandleRows.run(file, CSV + "--timeframe 1m").err).contains("5 taken, 0 late and merged, 2 late and dropped, 0 dup");
        CommandLineRun merged = CandleRows.run(file, CSV + "--timeframe 1m --late merge --lateness 3s --dedupe 60");
        assertThat(merged.err).contains(
            "trades of late: 3 taken, 1 late and merged, 1 late and dropped, 1 duplicates, 1 with a number too old to tell");
        assertThat(merged.out).contains("\n0,5,9,5,9,2,59999,14,2,1,5\n", "\n60000,6,6,4,4,2,119999,10,2,2,10\n");
    }

    @Test
    void shouldNotTakeADuplicatesTimeForTheNewest() {
        Path file = write("1000,5,1,buy,10\n61000,6,1,buy,11\n900000,6,1,buy,11\n59000,9,1,sell,12\n");
        CommandLineRun run = CandleRows.run(file, CSV + "--timeframe 1m --late merge --lateness 3s --dedupe 64");
        assertThat(run.err).contains("2 taken, 1 late and merged, 0 late and dropped, 1 duplicates,");
        assertThat(run.out).contains("\n0,5,9,5,9,2,59999,14,2,1,5\n").hasLineCount(3);
    }

    @Test
    void shouldPutALateTradeIntoASpanThatHadNone() {
        Path file = write("1000,5,1,buy,1\n121000,6,1,buy,2\n62000,7,1,buy,3\n");
        CommandLineRun run = CandleRows.run(file, CSV + "--timeframe 1m --late merge --lateness 1h");
        assertThat(CandleRows.column(CandleRows.read(run.out), 1)).isEqualTo(CandleRows.row(5, 7, 6));
        assertThat(run.err).contains("2 taken, 1 late and merged, 0 late and dropped");
    }

    @Test
    void shouldHoldNoMoreThanTheLatenessCovers() {
        List<String> trades = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            trades.add(i * 900L + ",5,1,buy," + (i + 1));
        }
        String call = CSV + "--timeframe 1s --late merge --lateness 10s --gaps flat";
        CommandLineRun few = CandleRows.run(write(String.join("\n", trades.subList(0, 200))), call);
        CommandLineRun many = CandleRows.run(write(String.join("\n", trades)), call);
        assertThat(CandleRows.read(many.out)).hasSize(18_000);
        assertThat(bytes(many)).isEqualTo(bytes(few)).isLessThan(2_500);
    }

    private static int bytes(CommandLineRun run) {
        assertThat(run.exit).as(run.err).isZero();
        String number = run.err.substring(run.err.lastIndexOf("; ") + 2, run.err.indexOf(" bytes off the heap"));
        return Integer.parseInt(number.replace(",", ""));
    }

    @Test
    void shouldTakeTradesOfOtherKindsAsTheyComeWhereTheyAreMerged() {
        List<Arrival> trades = trades(new Random(7));
        Collections.swap(trades, 8, 9);
        String text = trades.stream().map(Arrival::line).collect(Collectors.joining("\n"));
        CommandLineRun run = CandleRows.run(write(text), CSV + "--kind tick --size 10 --late merge --lateness 2m");
        assertThat(run.err).contains("399 taken, 1 late and merged");
        assertThat(CandleRows.column(CandleRows.read(run.out), 8)).hasSize(40).containsOnly(CandleRows.row(10).get(0));
        // The late trade completes the first candle, which closes at the newest time.
        assertThat(CandleRows.read(run.out).get(0).get(6)).isEqualTo(CandleRows.row(trades.get(8).timeMillis()).get(0));
    }

    private Path write(List<Arrival> trades) {
        return write(trades.stream().map(Arrival::line).collect(Collectors.joining("\n")));
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("late.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
