package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinanceWsDecoderTest {

    private static final String SPOT = "{\"e\":\"trade\",\"E\":1723161255343,\"s\":\"BTCUSDT\",\"t\":3735683259,\"p\":\"61837.63000000\","
        + "\"q\":\"0.02000000\",\"T\":1723161255342,\"m\":true,\"M\":true}";
    private static final String SPOT_TRADE = "BTCUSDT 1723161255342000000 61837.63000000 x 0.02000000 #3735683259 -1";

    private final LineDecoder decoder = new BinanceWsDecoder(EnumSet.of(FeedContent.TRADES));

    @Test
    void shouldReadATradeBareOrCombinedWithAndWithoutALocalTime() {
        String combined = "{\"stream\":\"btcusdt@trade\",\"data\":" + SPOT + "}";
        for (String line : new String[] {SPOT, combined, "1723161254087896568 " + combined, "1626992741.06217: " + combined,
            " 1626992741.06217:\t" + SPOT, "{\"data\":" + SPOT + ",\"stream\":\"btcusdt@trade\"}"}) {
            assertThat(Feeds.decode(decoder, line)).isEqualTo(SPOT_TRADE);
        }
    }

    @Test
    void shouldReadKeysInAnyOrderAndPassOverOthers() {
        String line = "{ \"x\":[{\"p\":\"1\"},{\"data\":{\"q\":9}}] , \"m\" : false, \"T\":1723161255342, "
            + "\"q\":\"5\", \"nested\":{\"t\":7,\"s\":\"NO\"},"
            + "\"p\":\"-0.5\", \"t\":12, \"s\":\"A\\u0042\", \"s\":\"AB\", \"e\":\"trade\" }";
        assertThat(Feeds.decode(decoder, line)).isEqualTo("AB 1723161255342000000 -0.5 x 5 #12 1");
    }

    @Test
    void shouldReadAnAggregateAndMicroseconds() {
        assertThat(Feeds.decode(decoder, "{\"e\":\"aggTrade\",\"E\":1626992741575,\"a\":16599292,\"s\":\"CTKUSDT\","
            + "\"p\":\"1.01100\",\"q\":\"10\","
            + "\"f\":23961322,\"l\":23961322,\"T\":1626992741421007,\"m\":false}"))
            .isEqualTo("CTKUSDT 1626992741421007000 1.01100 x 10 #16599292 1 sum");
    }

    @Test
    void shouldSkipOtherStreamsByName() {
        assertThat(Feeds.decode(decoder, "1 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":50093239212,\"s\":\"BTCUSDT\","
            + "\"b\":\"61837.6\",\"a\":\"1\"}}"))
            .isEqualTo("SKIPPED other stream: bookTicker");
        assertThat(Feeds.decode(decoder, "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"b\":[[\"1\",\"2\"]]}}"))
            .isEqualTo("SKIPPED other stream: depthUpdate");
        assertThat(Feeds.decode(decoder, "{\"stream\":\"!miniTicker@arr\",\"data\":[{\"e\":\"24hrMiniTicker\"}]}"))
            .isEqualTo("SKIPPED other stream: arr");
        assertThat(Feeds.decode(decoder, "{\"result\":null,\"id\":1}")).isEqualTo("SKIPPED no event type");
        assertThat(Feeds.decode(decoder, "")).isEqualTo("SKIPPED blank line");
        assertThat(Feeds.decode(decoder, "{\"e\":\"a\\u0000b\"}")).isEqualTo("SKIPPED other stream: other");
    }

    @Test
    void shouldTakeNoFieldFromTheLineBefore() {
        RowFields fields = new RowFields();
        byte[] whole = SPOT.getBytes(ISO_8859_1);
        for (String name : new String[] {"s", "p", "q", "t", "T", "m"}) {
            assertThat(decoder.decode(whole, 0, whole.length, fields)).isEqualTo(LineStatus.ROW);
            byte[] without = SPOT.replace("\"" + name + "\":", "\"?\":").getBytes(ISO_8859_1);
            assertThat(decoder.decode(without, 0, without.length, fields)).isEqualTo(LineStatus.BAD);
            assertThat(fields.reason()).isEqualTo("missing field: " + name);
        }
    }

    @Test
    void shouldSayWhatIsBad() {
        assertThat(Feeds.decode(decoder, "wss://fstream.binance.com <-> 1626992740.179554")).isEqualTo("BAD not JSON");
        assertThat(Feeds.decode(decoder, SPOT.substring(0, SPOT.length() - 1))).isEqualTo("BAD not JSON");
        assertThat(Feeds.decode(decoder, SPOT + "}")).isEqualTo("BAD not JSON");
        assertThat(Feeds.decode(decoder, "1723161254087896568")).isEqualTo("BAD not JSON");
        assertThat(Feeds.decode(decoder, "17" + SPOT)).isEqualTo("BAD not JSON");
        assertThat(Feeds.decode(decoder, "{\"stream\":\"btcusdt@trade\",\"data\":{}}")).isEqualTo("BAD missing field: e");
        for (String field : new String[] {"s", "t", "p", "q", "T", "m"}) {
            assertThat(Feeds.decode(decoder, SPOT.replace("\"" + field + "\":", "\"z\":"))).isEqualTo("BAD missing field: " + field);
        }
        assertThat(Feeds.decode(decoder, SPOT.replace("trade", "aggTrade"))).isEqualTo("BAD missing field: a");
        assertThat(Feeds.decode(decoder, SPOT.replace("BTCUSDT", "BTC\\u0055SDT"))).isEqualTo("BAD symbol holds an escape");
        assertThat(Feeds.decode(decoder, SPOT.replace("BTCUSDT", "B".repeat(65)))).isEqualTo("BAD symbol longer than 64 bytes");
        assertThat(Feeds.decode(decoder, SPOT.replace(":3735683259", ":-1"))).isEqualTo("BAD id is not a number");
        assertThat(Feeds.decode(decoder, SPOT.replace("1723161255342", "1.5e12"))).isEqualTo("BAD time is not a number");
        assertThat(Feeds.decode(decoder, SPOT.replace("1723161255342", "1723161255")))
            .isEqualTo("BAD time has neither 13, 16 nor 19 digits");
        assertThat(Feeds.decode(decoder, SPOT.replace("1723161255342", "9999999999999"))).isEqualTo("BAD time is out of range");
    }

    @Test
    void shouldNameThirtyTwoOtherStreamsAtMost() {
        Set<String> reasons = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            reasons.add(Feeds.decode(decoder, "{\"e\":\"stream" + i + "\"}"));
        }
        assertThat(reasons).hasSize(33).contains("SKIPPED other stream: other", "SKIPPED other stream: stream31");
    }

    @Test
    void shouldNotThrowOnMutatedLines() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RowFields fields = new RowFields();
        byte[] good = ("1723161254087896568 {\"stream\":\"btcusdt@trade\",\"data\":" + SPOT + "}").getBytes(ISO_8859_1);
        for (int i = 0; i < 100_000; i++) {
            byte[] text = good.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            LineStatus status = decoder.decode(text, random.nextInt(20), text.length - random.nextInt(20), fields);
            assertThat(fields.reason().isEmpty()).as("seed=%s", seed).isEqualTo(status == LineStatus.ROW);
        }
    }

    @Test
    void shouldAllocateNothingPerLine() {
        byte[] trade = ("1723161254087896568 {\"stream\":\"btcusdt@trade\",\"data\":" + SPOT + "}").getBytes(ISO_8859_1);
        byte[] other = "{\"stream\":\"x@bookTicker\",\"data\":{\"u\":1,\"s\":\"X\"}}".getBytes(ISO_8859_1);
        RowFields fields = new RowFields();
        Allocations.assertNone(() -> {
            decoder.decode(trade, 0, trade.length, fields);
            decoder.decode(other, 0, other.length, fields);
        });
    }
}
