package io.windrow.pipeline.feeds;

import java.util.ArrayList;
import java.util.List;

/** Keeps all that a listener is told, each as a text that says all of it, in the words of {@link TreeOracle}. */
final class MarketRows implements MarketListener {

    private final List<String> rows = new ArrayList<>();
    private final List<Integer> depthFlags = new ArrayList<>();

    /** The rows since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(rows);
        rows.clear();
        return taken;
    }

    /** The flags of the levels since the last call. */
    List<Integer> takeFlags() {
        List<Integer> taken = List.copyOf(depthFlags);
        depthFlags.clear();
        return taken;
    }

    @Override
    public void onTrade(int id, long nanos, long price, long quantity, long tradeId, int side) {
        add("TRADES", id, nanos, price, quantity, tradeId, side);
    }

    @Override
    public void onQuote(int id, long nanos, long bid, long bidSize, long ask, long askSize) {
        add("QUOTES", id, nanos, bid, bidSize, ask, askSize);
    }

    @Override
    public void onCandle(int id, long nanos, long open, long high, long low, long close, long volume, long quoteVolume, long count,
        long takerBuyVolume, long takerBuyQuoteVolume) {
        add("CANDLES", id, nanos, open, high, low, close, volume, quoteVolume, count, takerBuyVolume, takerBuyQuoteVolume);
    }

    @Override
    public void onDepth(int id, long nanos, int side, long price, long quantity, long updateId, int flags) {
        add("DEPTH", id, nanos, side, price, quantity, updateId, flags & DEPTH_SNAPSHOT);
        depthFlags.add(flags);
    }

    private void add(String content, long... values) {
        StringBuilder row = new StringBuilder(content);
        for (long value : values) {
            row.append(' ').append(value);
        }
        rows.add(row.toString());
    }
}
