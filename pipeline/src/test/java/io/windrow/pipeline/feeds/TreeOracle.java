package io.windrow.pipeline.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the messages of exchanges in the plainest way there is, Jackson's tree and {@link BigDecimal}, and takes all that could be meant:
 * the decoders may refuse what is taken here, but must not take anything else. Knows nothing of the code that it judges.
 */
abstract class TreeOracle {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    static {
        MAPPER.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNumberLength(100_000).build());
    }

    private static final int LARGEST_EXPONENT = 100;

    private final InstrumentRegistry registry;
    private final String symbol;
    private final Set<FeedContent> contents;
    private List<String> rows;
    private long receivedNanos;

    TreeOracle(InstrumentRegistry registry, String symbol, Set<FeedContent> contents) {
        this.registry = registry;
        this.symbol = symbol;
        this.contents = contents;
    }

    static TreeOracle of(FeedFormat format, InstrumentRegistry registry, String symbol, Set<FeedContent> contents) {
        return switch (format) {
            case BINANCE_WS -> new BinanceOracle(registry, symbol, contents);
            case COINBASE_WS -> new CoinbaseOracle(registry, symbol, contents);
            default -> new KrakenOracle(registry, symbol, contents);
        };
    }

    /**
     * The rows of a message, each as a text that says all of it; none if it is no JSON, null if a number in it is too large for Jackson,
     * which JSON allows.
     */
    List<String> rows(String message, long received) {
        rows = new ArrayList<>();
        receivedNanos = received;
        try {
            read(MAPPER.readTree(message));
        } catch (JsonProcessingException e) {
            // No message, no rows.
        } catch (NumberFormatException e) {
            return null;
        }
        return rows;
    }

    abstract void read(JsonNode message);

    final long received() {
        return receivedNanos;
    }

    final String ownSymbol() {
        return symbol;
    }

    final void trade(JsonNode symbolNode, Long nanos, JsonNode price, JsonNode quantity, JsonNode id, int side) {
        Instrument instrument = instrument(symbolNode);
        if (contents.contains(FeedContent.TRADES) && instrument != null && nanos != null && side != 0) {
            add("TRADES", instrument, nanos, mantissa(price, instrument.priceDecimals()), mantissa(quantity, instrument.quantityDecimals()),
                id == null ? "0" : mantissa(id, 0), side);
        }
    }

    final void quote(JsonNode symbolNode, Long nanos, JsonNode bid, JsonNode bidSize, JsonNode ask, JsonNode askSize) {
        Instrument instrument = instrument(symbolNode);
        if (contents.contains(FeedContent.QUOTES) && instrument != null && nanos != null) {
            boolean sizes = bidSize != null && askSize != null;
            add("QUOTES", instrument, nanos, mantissa(bid, instrument.priceDecimals()),
                sizes ? mantissa(bidSize, instrument.quantityDecimals()) : "0", mantissa(ask, instrument.priceDecimals()),
                sizes ? mantissa(askSize, instrument.quantityDecimals()) : "0");
        }
    }

    final void candle(JsonNode symbolNode, Long nanos, JsonNode k) {
        Instrument instrument = instrument(symbolNode);
        if (contents.contains(FeedContent.CANDLES) && instrument != null && nanos != null) {
            int price = instrument.priceDecimals();
            int quantity = instrument.quantityDecimals();
            int quote = instrument.quoteDecimals();
            add("CANDLES", instrument, nanos, mantissa(k.get("o"), price), mantissa(k.get("h"), price), mantissa(k.get("l"), price),
                mantissa(k.get("c"), price), mantissa(k.get("v"), quantity), mantissa(k.get("q"), quote), mantissa(k.get("n"), 0),
                mantissa(k.get("V"), quantity), mantissa(k.get("Q"), quote));
        }
    }

    final void level(Instrument instrument, Long nanos, int side, JsonNode price, JsonNode quantity, JsonNode id, boolean snapshot) {
        if (contents.contains(FeedContent.DEPTH) && instrument != null && nanos != null && side != 0) {
            add("DEPTH", instrument, nanos, side, mantissa(price, instrument.priceDecimals()),
                mantissa(quantity, instrument.quantityDecimals()), id == null ? "0" : mantissa(id, 0),
                snapshot ? MarketListener.DEPTH_SNAPSHOT : 0);
        }
    }

    /** Levels written as arrays. */
    final void levels(JsonNode array, Instrument instrument, Long nanos, int side, JsonNode id, boolean snapshot) {
        if (array != null && array.isArray()) {
            array.forEach(level -> level(instrument, nanos, side, level.get(0), level.get(1), id, snapshot));
        }
    }

    final Instrument instrument(JsonNode node) {
        return node == null || !node.isTextual() ? null : instrument(node.textValue());
    }

    final Instrument instrument(String name) {
        int id = registry.idOf(name);
        return id == InstrumentRegistry.UNKNOWN ? null : registry.get(id);
    }

    static int side(JsonNode node) {
        return switch (node == null ? "" : node.asText().toLowerCase()) {
            case "buy", "bid", "b" -> 1;
            case "sell", "offer", "s" -> -1;
            default -> 0;
        };
    }

    /** Milliseconds, microseconds or nanoseconds, told by the digits. */
    static Long epoch(JsonNode node) {
        String text = node == null ? "" : node.asText();
        try {
            return switch (text.length()) {
                case 13 -> Math.multiplyExact(Long.parseLong(text), 1_000_000L);
                case 16 -> Math.multiplyExact(Long.parseLong(text), 1_000L);
                case 19 -> Long.parseLong(text);
                default -> null;
            };
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    static Long seconds(JsonNode node) {
        BigDecimal value = decimal(node);
        return value == null || value.precision() - value.scale() > 12 ? null : exact(value, 9);
    }

    static Long iso(JsonNode node) {
        try {
            // Zeros beyond the nanosecond say nothing, and java.time does not bear them.
            String text = node == null || !node.isTextual() ? "" : node.textValue().replaceFirst("([.][0-9]{9})0+", "$1");
            return Instant.EPOCH.until(OffsetDateTime.parse(text).toInstant(), ChronoUnit.NANOS);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Null if the number does not fit, "?" being equal to nothing. */
    private static String mantissa(JsonNode node, int scale) {
        BigDecimal value = decimal(node);
        Long exact = value == null ? null : exact(value, scale);
        return exact == null ? "?" : exact.toString();
    }

    private static Long exact(BigDecimal value, int scale) {
        try {
            return value.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static BigDecimal decimal(JsonNode node) {
        if (node == null || !node.isTextual() && !node.isNumber()) {
            return null;
        }
        try {
            BigDecimal value = node.isNumber() ? node.decimalValue() : new BigDecimal(node.textValue());
            return Math.abs(value.scale()) > LARGEST_EXPONENT ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void add(String content, Instrument instrument, long nanos, Object... values) {
        StringBuilder row = new StringBuilder(content).append(' ').append(instrument.id()).append(' ').append(nanos);
        for (Object value : values) {
            row.append(' ').append(value);
        }
        rows.add(row.toString());
    }
}
