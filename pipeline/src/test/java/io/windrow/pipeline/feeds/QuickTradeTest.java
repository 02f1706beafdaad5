package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.testing.Seeds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are read in one go, against the same lines with a space before them, which are split and looked at column by column. */
class QuickTradeTest {

    private static final int LINES = 20_000;
    private static final String[] ODD = {"", " ", "\"", "-", "+", ".", ",", "e5", "1e3", "00000000", "99999999999", "true",
        "\u0000", "\u00ff", ":", "/"};
    private static final String[] FLAGS = {"true", "True", "false", "False", "TRUE", "FALSE", "truf", "fals", "falsee", ""};
    private static final String[] TIMES = {"1723161255342", "1735689600000123", "1735689600000123456", "17356896", "9999999999999"};

    @ParameterizedTest
    @ValueSource(strings = {"binance-trades", "binance-aggtrades"})
    void shouldReadLinesAsColumnByColumn(String format) {
        Seeds.forEach(20, random -> {
            FeedOptions options = FeedOptions.builder(FeedFormat.of(format)).symbol("X").build();
            InstrumentRegistry registry = new InstrumentRegistry(1);
            // Wide scales too, at which most rows are good, so that a value that is wrong is seen.
            registry.register("X", random.nextInt(19), 9);
            List<String> quick = new ArrayList<>();
            List<String> plain = new ArrayList<>();
            MessageDecoder quickly = decoder(options, registry, quick);
            MessageDecoder plainly = decoder(options, registry, plain);
            for (int i = 0; i < LINES; i++) {
                String line = random.nextInt(3) == 0 ? damaged(random, line(random, format)) : line(random, format);
                decode(quickly, line);
                decode(plainly, " " + line);
                assertThat(quick).as(line).isEqualTo(plain);
                assertThat(quickly.report().toString()).as(line).isEqualTo(plainly.report().toString());
                quick.clear();
                plain.clear();
            }
            assertThat(Feeds.map(quickly.report().badByReason())).isEqualTo(Feeds.map(plainly.report().badByReason())).isNotEmpty();
            assertThat(quickly.report().rows()).isPositive();
        });
    }

    @Test
    void shouldReadInOneGoWhatBinanceWrites() {
        assertThat(isQuick(false, "3735683259,61837.63000000,0.02000000,1236.75260000,1723161255342,True,True")).isTrue();
        assertThat(isQuick(false, "3735683259,61837.63000000,0.02000000,1236.75260000,1735689600000123,False,True")).isTrue();
        assertThat(isQuick(false, "1,61837.6,12,123.6752,1723161255342,true")).isTrue();
        assertThat(isQuick(true, "12,0.01633102,4.70443515,27781,27781,1498793709153,true,true")).isTrue();
        assertThat(isQuick(true, "12,0.01633102,4.7,27781,27781,1498793709153,False")).isTrue();
        assertThat(isQuick(true, "12,0.01633102,4.7,27781,1498793709153,False")).isFalse();
        assertThat(isQuick(false, "12,-0.01633102,4.7,27781,1498793709153,False")).isFalse();
    }

    private static boolean isQuick(boolean aggregated, String line) {
        byte[] text = ("7," + line + "9\"").getBytes(ISO_8859_1);
        return new QuickTrade(aggregated).read(text, 2, 2 + line.length(), new RowFields());
    }

    private static MessageDecoder decoder(FeedOptions options, InstrumentRegistry registry, List<String> into) {
        return new MessageDecoder(options, registry, new MarketListener() {
            @Override
            public void onTrade(int id, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
                into.add(id + " " + timeNanos + " " + price + " " + quantity + " " + tradeId + " " + sideCode);
            }
        });
    }

    /** Bytes before and behind, so that reading on is seen. */
    private static void decode(MessageDecoder decoder, String line) {
        byte[] text = ("12," + line + "9").getBytes(ISO_8859_1);
        decoder.onMessage(text, 3, 3 + line.length(), 0);
    }

    private static String line(Random random, String format) {
        String between = format.equals("binance-trades") ? amount(random) : id(random) + "," + id(random);
        String time = TIMES[random.nextInt(10) == 0 ? random.nextInt(TIMES.length) : 0];
        String flag = FLAGS[random.nextInt(random.nextInt(10) == 0 ? FLAGS.length : 4)];
        String rest = random.nextInt(3) == 0 ? "" : "," + FLAGS[random.nextInt(FLAGS.length)];
        return id(random) + "," + amount(random) + "," + amount(random) + "," + between + "," + time + "," + flag + rest;
    }

    private static String id(Random random) {
        return Long.toString(random.nextLong() >>> 1 + random.nextInt(62));
    }

    private static String amount(Random random) {
        String plain = BigDecimal.valueOf(random.nextLong() >>> 10 + random.nextInt(50), random.nextInt(10)).toPlainString();
        return plain.indexOf('.') < 0 ? plain : plain + "0".repeat(random.nextInt(4));
    }

    private static String damaged(Random random, String line) {
        int at = random.nextInt(line.length());
        int end = Math.min(line.length(), at + random.nextInt(3));
        return line.substring(0, at) + ODD[random.nextInt(ODD.length)] + line.substring(end);
    }
}
