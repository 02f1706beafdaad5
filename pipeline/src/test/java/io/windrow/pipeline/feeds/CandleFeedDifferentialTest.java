package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.testing.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random candles, many of them impossible, scanned and replayed, against {@link BigDecimal} and the rules in one line each. */
class CandleFeedDifferentialTest {

    private static final String COLUMNS = "time,open,high,low,close,volume,quote_volume";
    private static final int LINES = 200;

    @TempDir
    private Path folder;

    @Test
    void shouldScanAndReplayAsTheRulesSay() {
        Seeds.forEach(100, random -> {
            try {
                check(random);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void check(Random random) throws IOException {
        List<List<BigDecimal>> candles = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Map<String, Long> faults = new HashMap<>();
        for (int i = 0; i < LINES; i++) {
            List<BigDecimal> candle = new ArrayList<>(List.of(BigDecimal.valueOf(i)));
            for (int column = 1; column <= 6; column++) {
                // Prices may be below zero; so are a few volumes, which then are bad.
                int least = column < 5 || random.nextInt(20) == 0 ? -3 : 0;
                BigDecimal fraction = new BigDecimal(random.nextInt(1_000)).movePointLeft(random.nextInt(6));
                candle.add(new BigDecimal(random.nextInt(4) + least).add(fraction));
            }
            candle.forEach(number -> text.append(number.toPlainString()).append(','));
            text.append('\n');
            String fault = fault(candle);
            if (fault == null) {
                candles.add(candle);
            } else {
                faults.merge(fault, 1L, Long::sum);
            }
        }
        Path file = Feeds.write(folder, "x.csv", text.toString());
        FeedOptions options = Feeds.csvCandles(COLUMNS, "s").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 1);
        assertThat(Feeds.map(scan.report().badByReason())).isEqualTo(faults);
        if (!candles.isEmpty()) {
            FileSource source = Feeds.open(List.of(file), options, scan);
            assertThat(Feeds.rows(source)).isEqualTo(rows(candles, scan));
            assertThat(source.report()).hasToString(scan.report().toString());
        }
    }

    private static String fault(List<BigDecimal> candle) {
        if (candle.get(5).signum() < 0 || candle.get(6).signum() < 0) {
            return candle.get(5).signum() < 0 ? "volume is negative" : "quote_volume is negative";
        }
        if (candle.get(3).compareTo(candle.get(2)) > 0) {
            return "low is above high";
        }
        for (int column : new int[] {1, 4}) {
            if (candle.get(column).compareTo(candle.get(3)) < 0 || candle.get(column).compareTo(candle.get(2)) > 0) {
                return (column == 1 ? "open" : "close") + " is not between low and high";
            }
        }
        return null;
    }

    private static List<List<Long>> rows(List<List<BigDecimal>> candles, FeedScan scan) {
        int price = decimals(candles, 1, 4);
        int quantity = decimals(candles, 5, 5);
        int quote = decimals(candles, 6, 6);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "x", price, quantity, quote, 1, 1));
        List<List<Long>> rows = new ArrayList<>();
        for (List<BigDecimal> candle : candles) {
            rows.add(Feeds.row(0, at(candle, 0, 9), at(candle, 1, price), at(candle, 2, price), at(candle, 3, price), at(candle, 4, price),
                at(candle, 5, quantity), at(candle, 6, quote), 0, 0, 0));
        }
        return rows;
    }

    private static long at(List<BigDecimal> candle, int column, int decimals) {
        return candle.get(column).movePointRight(decimals).longValueExact();
    }

    private static int decimals(List<List<BigDecimal>> candles, int from, int to) {
        int decimals = 0;
        for (List<BigDecimal> candle : candles) {
            for (int column = from; column <= to; column++) {
                decimals = Math.max(decimals, candle.get(column).stripTrailingZeros().scale());
            }
        }
        return decimals;
    }
}
