package io.windrow.pipeline.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import java.util.Set;

/** Coinbase's messages as Jackson reads them. */
final class CoinbaseOracle extends TreeOracle {

    CoinbaseOracle(InstrumentRegistry registry, String symbol, Set<FeedContent> contents) {
        super(registry, symbol, contents);
    }

    @Override
    void read(JsonNode message) {
        if (message.has("channel")) {
            Long time = message.has("timestamp") ? iso(message.get("timestamp")) : Long.valueOf(received());
            message.path("events").forEach(event -> event(message.get("channel").asText(), event, time));
            return;
        }
        JsonNode symbol = message.get("product_id");
        Instrument instrument = instrument(symbol);
        Long time = message.has("time") ? iso(message.get("time")) : Long.valueOf(received());
        switch (message.path("type").asText()) {
            case "match", "last_match" -> trade(message, time);
            case "ticker" -> quote(symbol, time, message.get("best_bid"), message.get("best_bid_size"), message.get("best_ask"),
                message.get("best_ask_size"));
            case "snapshot" -> {
                levels(message.get("bids"), instrument, time, 1, null, true);
                levels(message.get("asks"), instrument, time, -1, null, true);
            }
            case "l2update" -> message.path("changes").forEach(change ->
                level(instrument, time, side(change.get(0)), change.get(1), change.get(2), null, false));
            default -> {
                // Not ours.
            }
        }
    }

    private void event(String channel, JsonNode event, Long time) {
        switch (channel) {
            case "market_trades" -> event.path("trades").forEach(each -> trade(each, iso(each.get("time"))));
            case "ticker" -> event.path("tickers").forEach(each -> quote(each.get("product_id"), time, each.get("best_bid"),
                each.get("best_bid_quantity"), each.get("best_ask"), each.get("best_ask_quantity")));
            case "l2_data" -> event.path("updates").forEach(each -> level(instrument(event.get("product_id")), time, side(each.get("side")),
                each.get("price_level"), each.get("new_quantity"), null, event.path("type").asText().equals("snapshot")));
            default -> {
                // Not ours.
            }
        }
    }

    /** What is written is the side of the order that was resting. */
    private void trade(JsonNode trade, Long time) {
        trade(trade.get("product_id"), time, trade.get("price"), trade.get("size"), trade.get("trade_id"), -side(trade.get("side")));
    }
}
