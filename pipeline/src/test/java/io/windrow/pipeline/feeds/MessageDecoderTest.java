package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.testing.Allocations;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageDecoderTest {

    private final MarketRows rows = new MarketRows();

    @ParameterizedTest
    @EnumSource(names = {"BINANCE_WS", "COINBASE_WS", "KRAKEN_WS"})
    void shouldReadEveryKindAsJacksonDoes(FeedFormat format) {
        MessageDecoder decoder = decoder(format);
        TreeOracle oracle = TreeOracle.of(format, Messages.registry(), "BTCUSDT", Set.copyOf(format.contents()));
        for (String message : Messages.of(format)) {
            List<String> expected = oracle.rows(message, Messages.RECEIVED_NANOS);
            assertThat(decode(decoder, message)).as(message).isEqualTo(expected).isNotEmpty().noneMatch(row -> row.contains("?"));
        }
        assertThat(decoder.report().bad() + decoder.report().skipped()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE_WS", "COINBASE_WS", "KRAKEN_WS"})
    void shouldTakeNothingOfAMessageThatWasCut(FeedFormat format) {
        MessageDecoder decoder = decoder(format);
        for (String message : Messages.of(format)) {
            for (int length = 0; length < message.length(); length++) {
                assertThat(decode(decoder, message.substring(0, length))).as(message.substring(0, length)).isEmpty();
            }
        }
        assertThat(decoder.report().rows()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE_WS", "COINBASE_WS", "KRAKEN_WS"})
    void shouldAllocateNothingPerMessage(FeedFormat format) {
        MessageDecoder decoder = new MessageDecoder(Messages.options(format), Messages.registry(), new MarketListener() { });
        String[] texts = Messages.of(format);
        byte[][] messages = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            messages[i] = texts[i].getBytes(ISO_8859_1);
        }
        ByteBuffer direct = ByteBuffer.allocateDirect(messages[0].length).put(messages[0]).flip();
        Allocations.assertNone(() -> {
            for (byte[] message : messages) {
                decoder.onMessage(message, 0, message.length, Messages.RECEIVED_NANOS);
            }
            decoder.onMessage(direct, Messages.RECEIVED_NANOS);
        });
        assertThat(decoder.report().bad()).isZero();
    }

    @Test
    void shouldCountWhatItCannotTakeWithItsPosition() {
        MessageDecoder decoder = decoder(FeedFormat.BINANCE_WS);
        decode(decoder, Messages.BINANCE[0]);
        decode(decoder, Messages.BINANCE[0].replace("\"BTCUSDT\"", "\"XRPUSDT\""));
        decode(decoder, "{\"e\":\"trade\";");
        decode(decoder, "{\"e\":\"24hrTicker\"}");
        FeedReport report = decoder.report();
        assertThat(report).hasToString("lines=4, rows=1, skipped=1, bad=2");
        assertThat(Feeds.map(report.badByReason())).isEqualTo(Map.of("not JSON", 1L, "unknown symbol", 1L));
        assertThat(Feeds.map(report.skippedByReason())).isEqualTo(Map.of("other stream: 24hrTicker", 1L));
        assertThat(report.firstBadLines().get(0).line()).isEqualTo(2);
        assertThat(report.firstBadLines().get(1)).isEqualTo(new BadLine("binance-ws", 3, 12, "not JSON", "{\"e\":\"trade\";"));
    }

    @Test
    void shouldLeaveTheGoodRowsBesideABadOne() {
        MessageDecoder decoder = decoder(FeedFormat.BINANCE_WS);
        String message = "{\"e\":\"depthUpdate\",\"E\":1626992741037,\"s\":\"BTCUSDT\",\"u\":9,\"b\":[[\"x\",\"1\"],[\"2\",\"3\"],7],"
            + "\"a\":[[\"4\"],[\"5\",\"6\"]]}";
        assertThat(decode(decoder, message)).containsExactly("DEPTH 0 1626992741037000000 1 200000000 300000000 9 0",
            "DEPTH 0 1626992741037000000 -1 500000000 600000000 9 0");
        // The first that was taken begins the message, though one before it was bad.
        assertThat(rows.takeFlags()).containsExactly(MarketListener.DEPTH_FIRST, MarketListener.DEPTH_LAST);
        assertThat(Feeds.map(decoder.report().badByReason()))
            .isEqualTo(Map.of("level is not price and quantity", 2L, "price is not a number", 1L));
    }

    @Test
    void shouldMarkAWholeBook() {
        assertThat(decode(decoder(FeedFormat.BINANCE_WS), Messages.BINANCE[5])).hasSize(3);
        assertThat(rows.takeFlags()).containsExactly(5, 4, 6);
        assertThat(decode(decoder(FeedFormat.KRAKEN_WS), Messages.KRAKEN[7])).hasSize(2);
        assertThat(rows.takeFlags()).containsExactly(5, 6);
        assertThat(decode(decoder(FeedFormat.COINBASE_WS), Messages.COINBASE[5])).hasSize(2);
        assertThat(rows.takeFlags()).containsExactly(5, 6);
    }

    @Test
    void shouldTurnTheMakersSideOfCoinbaseAround() {
        assertThat(decode(decoder(FeedFormat.COINBASE_WS), Messages.COINBASE[0]).get(0)).endsWith(" 280232 1");
        assertThat(decode(decoder(FeedFormat.COINBASE_WS), Messages.COINBASE[4])).element(0).asString().endsWith(" 12345 -1");
        assertThat(decode(decoder(FeedFormat.KRAKEN_WS), Messages.KRAKEN[0])).element(0).asString()
            .isEqualTo("TRADES 2 1618678150826417000 35404000000 28245396 0 -1");
    }

    @Test
    void shouldTakeOnlyTheContentsChosen() {
        MessageDecoder trades = new MessageDecoder(FeedOptions.builder(FeedFormat.COINBASE_WS).build(), Messages.registry(), rows);
        for (String message : Messages.COINBASE) {
            assertThat(decode(trades, message)).allMatch(row -> row.startsWith("TRADES"));
        }
        assertThat(Feeds.map(trades.report().skippedByReason())).isEqualTo(Map.of("other stream: ticker", 2L, "other stream: snapshot", 1L,
            "other stream: l2update", 1L, "other stream: l2_data", 1L));
    }

    @Test
    void shouldRefuseWhatHasNoTimeAndNoSymbol() {
        MessageDecoder decoder = new MessageDecoder(FeedOptions.builder(FeedFormat.BINANCE_WS)
            .contents(FeedContent.QUOTES, FeedContent.DEPTH, FeedContent.CANDLES).build(), Messages.registry(), rows);
        byte[] quote = Messages.BINANCE[2].getBytes(ISO_8859_1);
        assertThat(decoder.onMessage(quote, 0, quote.length, 0)).isZero();
        assertThat(decode(decoder, Messages.BINANCE[5])).isEmpty();
        assertThat(decode(decoder, "{\"stream\":\"ethusdt@depth5\",\"data\":" + Messages.BINANCE[5] + "}")).isEmpty();
        assertThat(decode(decoder, Messages.BINANCE[6].replace("\"x\":true", "\"x\":false"))).isEmpty();
        assertThat(Feeds.map(decoder.report().badByReason())).isEqualTo(Map.of("no time in the message, and none of its arrival", 1L,
            "unknown symbol", 3L, "symbol is only in the stream's name", 1L));
        assertThat(Feeds.map(decoder.report().skippedByReason())).isEqualTo(Map.of("candle not closed", 1L));
    }

    @Test
    void shouldReadAtEachInstrumentsOwnScale() {
        InstrumentRegistry registry = new InstrumentRegistry(1);
        registry.register("BTCUSDT", 2, 5);
        MessageDecoder decoder = new MessageDecoder(Messages.options(FeedFormat.BINANCE_WS), registry, rows);
        assertThat(decode(decoder, Messages.BINANCE[0])).containsExactly("TRADES 0 1723161255342000000 6183763 2000 3735683259 -1");
        assertThat(decode(decoder, Messages.BINANCE[0].replace("37.63", "37.637"))).isEmpty();
        assertThat(Feeds.map(decoder.report().badByReason())).isEqualTo(Map.of("price has more decimals than its scale", 1L));
    }

    @Test
    void shouldReadABufferWhereItStands() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
        buffer.put("xx".getBytes(ISO_8859_1)).put(Messages.BINANCE[0].getBytes(ISO_8859_1)).put((byte) '}');
        buffer.flip().position(2).limit(2 + Messages.BINANCE[0].length());
        MessageDecoder decoder = decoder(FeedFormat.BINANCE_WS);
        assertThat(decoder.onMessage(buffer, 0)).isEqualTo(1);
        assertThat(buffer.position()).isEqualTo(2);
        assertThat(decoder.onMessage(ByteBuffer.allocate(LineReader.MAX_LINE_BYTES + 1), 0)).isZero();
        assertThat(decoder.report().firstBadLines().get(0).reason()).isEqualTo("line longer than 1048576 bytes");
    }

    private MessageDecoder decoder(FeedFormat format) {
        return new MessageDecoder(Messages.options(format), Messages.registry(), rows);
    }

    private List<String> decode(MessageDecoder decoder, String message) {
        byte[] text = message.getBytes(ISO_8859_1);
        decoder.onMessage(text, 0, text.length, Messages.RECEIVED_NANOS);
        return rows.take();
    }
}
