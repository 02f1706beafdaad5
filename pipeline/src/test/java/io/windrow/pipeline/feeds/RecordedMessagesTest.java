package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every value of every recorded message, as the decoders and as Jackson's tree with {@code BigDecimal} read it. */
class RecordedMessagesTest {

    /** A recorder's time, and the message. */
    private static final Pattern LINE = Pattern.compile("([0-9.]+):? (.*)");

    @Test
    void shouldReadSpotAsJacksonDoes() throws IOException {
        assertThat(assertReads("binance-ws/spot_btcusdt_20240808.gz", FeedFormat.BINANCE_WS, "BTCUSDT"))
            .containsEntry("TRADES", 9757).containsEntry("QUOTES", 28_040).containsKey("DEPTH").hasSize(3);
    }

    @Test
    void shouldReadCoinFuturesAsJacksonDoes() throws IOException {
        assertThat(assertReads("binance-ws/cm_btcusd_perp_20240808.gz", FeedFormat.BINANCE_WS, "NONE"))
            .containsEntry("TRADES", 2286).containsEntry("QUOTES", 19_136).containsKey("DEPTH").hasSize(3);
    }

    @Test
    void shouldReadUsdFuturesAsJacksonDoes() throws IOException {
        assertThat(assertReads("exchange-ws/BINANCE_FUTURES.ws.1.0.gz", FeedFormat.BINANCE_WS, "NONE"))
            .containsEntry("TRADES", 91).containsEntry("QUOTES", 613).containsEntry("CANDLES", 4).containsKey("DEPTH").hasSize(4);
    }

    @Test
    void shouldReadCoinbaseAsJacksonDoes() throws IOException {
        assertThat(assertReads("exchange-ws/COINBASE.ws.28.0.gz", FeedFormat.COINBASE_WS, "NONE"))
            .containsEntry("TRADES", 107).containsEntry("QUOTES", 107).containsKey("DEPTH").hasSize(3);
    }

    @Test
    void shouldReadKrakenAsJacksonDoes() throws IOException {
        assertThat(assertReads("exchange-ws/KRAKEN.ws.48.0.gz", FeedFormat.KRAKEN_WS, "NONE")).containsOnly(Map.entry("TRADES", 10));
    }

    /** Reads all lines once with the scales that a scan finds, and returns how many rows of each content there are. */
    private static Map<String, Integer> assertReads(String name, FeedFormat format, String symbol) throws IOException {
        FeedOptions options = FeedOptions.builder(format).symbol(symbol).contents(format.contents().toArray(new FeedContent[0])).build();
        FeedScan scan = FeedScan.of(List.of(SharedData.file(name)), options, 20);
        MarketRows rows = new MarketRows();
        MessageDecoder decoder = new MessageDecoder(options, scan.registry(), rows);
        TreeOracle oracle = TreeOracle.of(format, scan.registry(), symbol, Set.copyOf(format.contents()));
        Map<String, Integer> counts = new HashMap<>();
        List<String> lines = SharedData.lines(name);
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            List<String> expected = parts.matches() ? oracle.rows(parts.group(2), nanos(parts.group(1))) : List.of();
            byte[] text = line.getBytes(ISO_8859_1);
            assertThat(decoder.onMessage(text, 0, text.length, 0)).isEqualTo(expected.size());
            List<String> read = rows.take();
            assertThat(read).as(line).isEqualTo(expected).noneMatch(row -> row.contains("?"));
            read.forEach(row -> counts.merge(row.substring(0, row.indexOf(' ')), 1, Integer::sum));
            assertFlags(rows.takeFlags(), line);
        }
        assertThat(scan.report().rows()).isEqualTo(decoder.report().rows());
        assertThat(decoder.report().bad()).as("control lines").isEqualTo(lines.stream().filter(line -> line.startsWith("wss:")).count());
        assertThat(decoder.report().lines()).isEqualTo(lines.size());
        return counts;
    }

    /** The recorded messages have one book each. */
    private static void assertFlags(List<Integer> flags, String line) {
        for (int i = 0; i < flags.size(); i++) {
            int expected = (i == 0 ? MarketListener.DEPTH_FIRST : 0) | (i == flags.size() - 1 ? MarketListener.DEPTH_LAST : 0);
            assertThat(flags.get(i) & ~MarketListener.DEPTH_SNAPSHOT).as(line).isEqualTo(expected);
        }
    }

    private static long nanos(String stamp) {
        return stamp.contains(".") ? new BigDecimal(stamp).movePointRight(9).longValueExact() : Long.parseLong(stamp);
    }
}
