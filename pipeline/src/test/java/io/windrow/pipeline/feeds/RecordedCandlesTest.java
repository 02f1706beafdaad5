package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recorded candles against the same lines read as {@link BigDecimal}, and seconds against the minutes that others made of them. */
class RecordedCandlesTest {

    private static final String SECONDS = "coinbase-btcusd/second/20161007_trade.zip";
    private static final String MINUTES = "coinbase-btcusd/minute/20161007_trade.zip";
    private static final LocalDate DAY = LocalDate.of(2016, 10, 7);
    private static final long DAY_MILLIS = DAY.toEpochDay() * 86_400_000;
    private static final int QUANTITY_DECIMALS = 8;

    @Test
    void shouldReadTheSecondBarsOfADay() throws IOException {
        FeedOptions options = Feeds.csvCandles("time,open,high,low,close,volume", "ms").day(DAY).build();
        List<Path> file = List.of(SharedData.file(SECONDS));
        FeedScan scan = FeedScan.of(file, options, 1);
        List<String> lines = SharedData.lines(SECONDS);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "20161007", decimals(lines, 1, 5), decimals(lines, 5, 6)));
        FileSource source = Feeds.open(file, options, scan);
        assertThat(Feeds.rows(source)).isEqualTo(plain(lines, scan.registry().get(0).priceDecimals(),
            scan.registry().get(0).quantityDecimals()));
        assertThat(source.report()).hasToString("lines=%1$d, rows=%1$d, skipped=0, bad=0".formatted(lines.size()));
        assertThat(source.has(FeedColumn.QUOTE_VOLUME)).isFalse();
    }

    @Test
    void shouldMakeTheMinuteBarsOfTheDay() throws IOException {
        FeedOptions options = Feeds.csvCandles("time,open,high,low,close,volume", "ms").day(DAY).priceDecimals(2)
            .quantityDecimals(QUANTITY_DECIMALS).build();
        List<Path> file = List.of(SharedData.file(SECONDS));
        List<List<Long>> seconds = Feeds.rows(Feeds.open(file, options, FeedScan.of(file, options, 1)));
        List<List<Long>> minutes = new ArrayList<>();
        for (List<Long> second : seconds) {
            long open = second.get(1) / 60_000_000_000L * 60_000_000_000L;
            List<Long> last = minutes.isEmpty() ? null : minutes.get(minutes.size() - 1);
            if (last == null || last.get(1) != open) {
                minutes.add(Feeds.row(0, open, second.get(2), second.get(3), second.get(4), second.get(5), second.get(6), 0, 0, 0, 0));
            } else {
                minutes.set(minutes.size() - 1, Feeds.row(0, open, last.get(2), Math.max(last.get(3), second.get(3)),
                    Math.min(last.get(4), second.get(4)), second.get(5), last.get(6) + second.get(6), 0, 0, 0, 0));
            }
        }
        assertThat(minutes).isEqualTo(plain(SharedData.lines(MINUTES), 2, QUANTITY_DECIMALS));
    }

    private static List<List<Long>> plain(List<String> lines, int priceDecimals, int quantityDecimals) {
        List<List<Long>> rows = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(",");
            long[] row = new long[11];
            row[1] = (DAY_MILLIS + Long.parseLong(parts[0])) * 1_000_000;
            for (int i = 1; i < parts.length; i++) {
                row[i + 1] = new BigDecimal(parts[i]).movePointRight(i < 5 ? priceDecimals : quantityDecimals).longValueExact();
            }
            rows.add(Feeds.row(row));
        }
        return rows;
    }

    private static int decimals(List<String> lines, int from, int to) {
        int decimals = 0;
        for (String line : lines) {
            String[] parts = line.split(",");
            for (int i = from; i < to; i++) {
                decimals = Math.max(decimals, new BigDecimal(parts[i]).stripTrailingZeros().scale());
            }
        }
        return decimals;
    }
}
