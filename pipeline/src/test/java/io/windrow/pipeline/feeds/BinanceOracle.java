package io.windrow.pipeline.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.buffers.InstrumentRegistry;
import java.util.Set;

/** Binance's messages as Jackson reads them. */
final class BinanceOracle extends TreeOracle {

    BinanceOracle(InstrumentRegistry registry, String symbol, Set<FeedContent> contents) {
        super(registry, symbol, contents);
    }

    @Override
    void read(JsonNode message) {
        JsonNode data = message.has("data") && message.get("data").isObject() ? message.get("data") : message;
        String event = data.path("e").asText("");
        Long time = data.has("T") ? epoch(data.get("T")) : data.has("E") ? epoch(data.get("E")) : Long.valueOf(received());
        switch (event) {
            case "trade" -> trade(data, data.get("t"));
            case "aggTrade" -> trade(data, data.get("a"));
            case "depthUpdate" -> {
                levels(data.get("b"), instrument(data.get("s")), time, 1, data.get("u"), false);
                levels(data.get("a"), instrument(data.get("s")), time, -1, data.get("u"), false);
            }
            case "bookTicker" -> quote(data.get("s"), time, data.get("b"), data.get("B"), data.get("a"), data.get("A"));
            case "kline" -> {
                if (data.path("k").path("x").asBoolean()) {
                    candle(data.get("s"), epoch(data.get("k").get("t")), data.get("k"));
                }
            }
            default -> withoutEvent(data, time);
        }
    }

    private void trade(JsonNode data, JsonNode id) {
        trade(data.get("s"), epoch(data.get("T")), data.get("p"), data.get("q"), id, data.path("m").asBoolean() ? -1 : 1);
    }

    private void withoutEvent(JsonNode data, Long time) {
        if (data.has("lastUpdateId")) {
            String symbol = data.has("symbol") ? data.get("symbol").asText() : ownSymbol();
            JsonNode id = data.get("lastUpdateId");
            levels(data.get("bids"), instrument(symbol), time, 1, id, true);
            levels(data.get("asks"), instrument(symbol), time, -1, id, true);
        } else {
            quote(data.get("s"), time, data.get("b"), data.get("B"), data.get("a"), data.get("A"));
        }
    }
}
