package io.windrow.pipeline.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import java.util.Set;

/** Kraken's messages as Jackson reads them, both versions. */
final class KrakenOracle extends TreeOracle {

    KrakenOracle(InstrumentRegistry registry, String symbol, Set<FeedContent> contents) {
        super(registry, symbol, contents);
    }

    @Override
    void read(JsonNode message) {
        if (message.isArray() && message.size() >= 4) {
            array(message, message.get(message.size() - 2).asText(), message.get(message.size() - 1));
        } else if (message.isObject()) {
            boolean snapshot = message.path("type").asText().equals("snapshot");
            message.path("data").forEach(each -> object(message.path("channel").asText(), each, snapshot));
        }
    }

    private void array(JsonNode message, String channel, JsonNode pair) {
        JsonNode data = message.get(1);
        switch (channel) {
            case "trade" -> data.forEach(each -> trade(pair, seconds(each.get(2)), each.get(0), each.get(1), null, side(each.get(3))));
            case "spread" -> quote(pair, seconds(data.get(2)), data.get(0), data.get(3), data.get(1), data.get(4));
            case "ticker" -> quote(pair, received(), data.path("b").get(0), data.path("b").get(2), data.path("a").get(0),
                data.path("a").get(2));
            default -> {
                if (channel.startsWith("book-")) {
                    book(message, pair);
                }
            }
        }
    }

    private void book(JsonNode message, JsonNode pair) {
        Long latest = null;
        for (int i = 1; i < message.size() - 2; i++) {
            for (String key : new String[] {"a", "b", "as", "bs"}) {
                for (JsonNode level : message.get(i).path(key)) {
                    Long time = seconds(level.get(2));
                    latest = time == null || latest != null && latest > time ? latest : time;
                }
            }
        }
        Instrument instrument = instrument(pair);
        for (int i = 1; i < message.size() - 2; i++) {
            boolean whole = message.get(i).has("as") || message.get(i).has("bs");
            levels(message.get(i).get(whole ? "bs" : "b"), instrument, latest, 1, null, whole);
            levels(message.get(i).get(whole ? "as" : "a"), instrument, latest, -1, null, whole);
        }
    }

    private void object(String channel, JsonNode each, boolean snapshot) {
        Long time = each.has("timestamp") ? iso(each.get("timestamp")) : Long.valueOf(received());
        switch (channel) {
            case "trade" -> trade(each.get("symbol"), iso(each.get("timestamp")), each.get("price"), each.get("qty"), each.get("trade_id"),
                side(each.get("side")));
            case "ticker" -> quote(each.get("symbol"), time, each.get("bid"), each.get("bid_qty"), each.get("ask"), each.get("ask_qty"));
            case "book" -> {
                Instrument instrument = instrument(each.get("symbol"));
                each.path("bids").forEach(level -> level(instrument, time, 1, level.get("price"), level.get("qty"), null, snapshot));
                each.path("asks").forEach(level -> level(instrument, time, -1, level.get("price"), level.get("qty"), null, snapshot));
            }
            default -> {
                // Not ours.
            }
        }
    }
}
