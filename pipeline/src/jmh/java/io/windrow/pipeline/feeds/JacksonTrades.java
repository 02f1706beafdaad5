package io.windrow.pipeline.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads Binance's trade messages with Jackson, as it is used by those who want exact values. */
final class JacksonTrades {

    private static final long MILLI_NANOS = 1_000_000;

    private JacksonTrades() {
    }

    static void tree(ObjectMapper mapper, byte[] message, InstrumentRegistry registry, TradeListener listener) throws IOException {
        JsonNode data = mapper.readTree(message).get("data");
        if (!data.get("e").textValue().equals("trade")) {
            throw new IllegalStateException("message must be a trade: message=" + data);
        }
        trade(registry, data.get("s").textValue(), data.get("T").longValue(), new BigDecimal(data.get("p").textValue()),
            new BigDecimal(data.get("q").textValue()), data.get("t").longValue(), data.get("m").booleanValue(), listener);
    }

    static void streaming(JsonFactory factory, byte[] message, InstrumentRegistry registry, TradeListener listener) throws IOException {
        String symbol = null;
        BigDecimal price = null;
        BigDecimal quantity = null;
        long millis = 0;
        long id = 0;
        boolean maker = false;
        try (JsonParser parser = factory.createParser(message)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (key) {
                    case "e" -> requireTrade(parser.getText());
                    case "s" -> symbol = parser.getText();
                    case "p" -> price = new BigDecimal(parser.getText());
                    case "q" -> quantity = new BigDecimal(parser.getText());
                    case "T" -> millis = parser.getLongValue();
                    case "t" -> id = parser.getLongValue();
                    case "m" -> maker = value == JsonToken.VALUE_TRUE;
                    default -> {
                        // What it holds comes as tokens of its own.
                    }
                }
            }
        }
        trade(registry, symbol, millis, price, quantity, id, maker, listener);
    }

    private static void requireTrade(String event) {
        if (!event.equals("trade")) {
            throw new IllegalStateException("message must be a trade: event=" + event);
        }
    }

    private static void trade(InstrumentRegistry registry, String symbol, long millis, BigDecimal price, BigDecimal quantity, long id,
        boolean maker, TradeListener listener) {
        Instrument instrument = registry.get(registry.idOf(symbol));
        listener.onTrade(instrument.id(), millis * MILLI_NANOS, mantissa(price, instrument.priceDecimals()),
            mantissa(quantity, instrument.quantityDecimals()), id, maker ? Side.SELL.code() : Side.BUY.code());
    }

    static long mantissa(BigDecimal amount, int scale) {
        return amount.setScale(scale).unscaledValue().longValueExact();
    }
}
