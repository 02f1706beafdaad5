package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with bytes turned over, cut off or put in: never an exception, every line counted once, scan and replay of one mind. */
class DamagedFeedTest {

    private static final int ROUNDS = 150;

    @TempDir
    private Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void shouldBearDamagedWebsocketRecordings() throws IOException {
        String trade = "{\"stream\":\"a@trade\",\"data\":{\"e\":\"trade\",\"s\":\"A%s\",\"t\":%d,\"p\":\"1.%d\","
            + "\"q\":\"2\",\"T\":1723161255342,\"m\":true}}\n";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(trade.formatted(i % 7, i, i)).append("17 {\"stream\":\"a@bookTicker\",\"data\":{\"u\":").append(i).append("}}\n");
        }
        damageAll(text.toString(), Feeds.options("binance-ws"));
    }

    @Test
    void shouldBearDamagedColumns() throws IOException {
        StringBuilder text = new StringBuilder("time,price,quantity,symbol\r\n");
        for (int i = 0; i < 500; i++) {
            text.append(i).append(".5,").append(i * 7 % 100).append('.').append(i).append(",\"").append(i).append("\",S").append(i % 5)
                .append("\r\n");
        }
        damageAll(text.toString(), Feeds.csv("time,price,quantity,symbol", "s").build());
    }

    @Test
    void shouldBearDamagedQuotes() throws IOException {
        StringBuilder text = new StringBuilder("bid,bid_size,time,ask,symbol\n");
        for (int i = 0; i < 500; i++) {
            text.append(i).append(".5,").append(i).append(',').append(i).append(',').append(i).append(".75,S").append(i % 5).append('\n');
        }
        damageAll(text.toString(), Feeds.csv("bid,bid_size,time,ask,symbol", "s").build());
    }

    @Test
    void shouldBearDamagedCandles() throws IOException {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume,quote_volume,count\n");
        for (int i = 0; i < 500; i++) {
            text.append(i).append(',').append(candle(i)).append(",1.25,").append(i).append(".125,7\n");
        }
        damageAll(text.toString(), Feeds.csvCandles("time,open,high,low,close,volume,quote_volume,count", "s").build());
    }

    @Test
    void shouldBearDamagedKlines() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            long time = 1_723_161_255_000L + i * 1_000L;
            text.append(time).append(',').append(candle(i)).append(",1.25,").append(time + 999).append(",2.5,3,0.5,1.125,0\n");
        }
        damageAll(text.toString(), Feeds.options("binance-klines"));
    }

    private static String candle(int i) {
        return i + ".5," + (i + 1) + ".25," + i + "," + i + "." + i;
    }

    @Test
    void shouldBearADamagedRecordingOfARealDay() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file("binance-ws/spot_btcusdt_20240808.gz"));
        for (int round = 0; round < 5; round++) {
            assertBears(Arrays.copyOf(damage(whole), whole.length / 3), Feeds.options("binance-ws"));
        }
    }

    private void damageAll(String text, FeedOptions options) throws IOException {
        byte[] plain = text.getBytes(ISO_8859_1);
        byte[] gzip = Feeds.gzip(plain);
        byte[] zip = Feeds.zip("one.csv", text, "two.csv", text);
        for (int round = 0; round < ROUNDS; round++) {
            assertBears(damage(plain), options);
            assertBears(damage(gzip), options);
            assertBears(damage(zip), options);
        }
    }

    private void assertBears(byte[] content, FeedOptions options) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), content);
        FeedScan scan = FeedScan.of(List.of(file), options, 4);
        FileSource source = Feeds.open(List.of(file), options, scan);
        int count = Feeds.rows(source).size();
        for (FeedReport report : List.of(scan.report(), source.report())) {
            assertThat(report.rows()).as("seed=%s", seed).isEqualTo(count);
            assertThat(report.rows() + report.skipped() + report.bad()).as("seed=%s", seed).isEqualTo(report.lines());
            assertThat(sum(report.skippedByReason()) + sum(report.badByReason())).as("seed=%s", seed)
                .isEqualTo(report.skipped() + report.bad());
            assertThat(report.firstBadLines().size()).as("seed=%s", seed)
                .isEqualTo((int) Math.min(report.bad(), FeedReport.KEPT_BAD_LINES));
        }
    }

    private static long sum(List<ReasonCount> counts) {
        return counts.stream().mapToLong(ReasonCount::count).sum();
    }

    private byte[] damage(byte[] whole) {
        byte[] bytes = random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        for (int i = random.nextInt(20); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) (bytes[at] ^ 1 << random.nextInt(8)) : (byte) random.nextInt(256);
        }
        return bytes;
    }
}
