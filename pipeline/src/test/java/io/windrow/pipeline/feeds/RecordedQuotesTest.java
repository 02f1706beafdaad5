package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recorded quotes against the second bars that others made of them, and against the same lines split in the plainest way there is. */
class RecordedQuotesTest {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String[] DAYS = {"2014-05-01", "2014-05-02", "2014-05-04", "2014-05-05", "2014-05-06"};

    @Test
    void shouldMakeTheSecondBarsOfFiveDaysOfTicks() throws IOException {
        for (String day : DAYS) {
            String name = day.replace("-", "") + "_quote.zip";
            List<List<Long>> quotes = read(SharedData.file("fx-eurusd/tick/" + name), Feeds.csv("time,bid,ask", "ms"), day);
            Path seconds = SharedData.file("fx-eurusd/second/" + name);
            List<List<Long>> bids = read(seconds, Feeds.csvCandles("time,open,high,low,close,volume", "ms"), day);
            List<List<Long>> asks = read(seconds, Feeds.csvCandles("time,-,-,-,-,-,open,high,low,close,volume", "ms"), day);
            assertThat(bars(quotes, 2)).as("bids of " + day).isEqualTo(bids).hasSizeGreaterThan(1_000);
            assertThat(bars(quotes, 4)).as("asks of " + day).isEqualTo(asks);
        }
    }

    private static List<List<Long>> read(Path file, FeedOptions.Builder builder, String day) throws IOException {
        FeedOptions options = builder.day(LocalDate.parse(day)).zone(NEW_YORK).priceDecimals(5).symbol("EURUSD").build();
        FeedScan scan = FeedScan.of(List.of(file), options, 1);
        FileSource source = Feeds.open(List.of(file), options, scan);
        List<List<Long>> rows = Feeds.rows(source);
        assertThat(source.report()).hasToString("lines=%1$d, rows=%1$d, skipped=0, bad=0".formatted(rows.size()))
            .hasToString(scan.report().toString());
        return rows;
    }

    /** Bars of one column of the quotes, as the rows of a candle feed without volume. */
    private static List<List<Long>> bars(List<List<Long>> quotes, int column) {
        List<List<Long>> bars = new ArrayList<>();
        long[] bar = {0, Long.MIN_VALUE, 0, 0, 0, 0};
        for (List<Long> quote : quotes) {
            long open = quote.get(1) / SECOND_NANOS * SECOND_NANOS;
            long price = quote.get(column);
            if (open != bar[1]) {
                close(bar, bars);
                bar = new long[] {0, open, price, price, price, price};
            }
            bar[3] = Math.max(bar[3], price);
            bar[4] = Math.min(bar[4], price);
            bar[5] = price;
        }
        close(bar, bars);
        return bars;
    }

    private static void close(long[] bar, List<List<Long>> bars) {
        if (bar[1] != Long.MIN_VALUE) {
            bars.add(Feeds.row(bar[0], bar[1], bar[2], bar[3], bar[4], bar[5], 0, 0, 0, 0, 0));
        }
    }

    @Test
    void shouldReadADayOfShareQuotes() throws IOException {
        Path file = SharedData.file("us-equity-ticks/aig_20131008_quote.zip");
        LocalDate day = LocalDate.of(2013, 10, 8);
        FeedOptions options = Feeds.csv("time,bid,bid_size,ask,ask_size,-,-,-", "ms").day(day).zone(NEW_YORK).priceScale(10_000)
            .priceDecimals(4).build();
        FeedScan scan = FeedScan.of(List.of(file), options, 10);
        assertThat(scan.registry().get(0)).isEqualTo(new Instrument(0, "aig", 4, 0));
        FileQuoteSource source = new FileQuoteSource(List.of(file), options, scan.registry());
        long midnightNanos = day.atStartOfDay(NEW_YORK).toEpochSecond() * SECOND_NANOS;
        List<String> lines = SharedData.lines("us-equity-ticks/aig_20131008_quote.zip");
        int[] row = new int[1];
        source.replay((id, timeNanos, bid, bidSize, ask, askSize) -> {
            String[] parts = lines.get(row[0]++).split(",");
            boolean equal = id == 0 && timeNanos == midnightNanos + Long.parseLong(parts[0]) * 1_000_000 && bid == Long.parseLong(parts[1])
                && bidSize == Long.parseLong(parts[2]) && ask == Long.parseLong(parts[3]) && askSize == Long.parseLong(parts[4]);
            assertThat(equal).as("line %s", row[0]).isTrue();
        });
        assertThat(row[0]).isEqualTo(lines.size());
        String report = "lines=%1$d, rows=%1$d, skipped=0, bad=0".formatted(lines.size());
        assertThat(source.report()).hasToString(report).hasToString(scan.report().toString());
    }
}
