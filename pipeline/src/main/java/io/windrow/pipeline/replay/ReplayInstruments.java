package io.windrow.pipeline.replay;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes one registry out of those of several feeds, so that they can be replayed together. */
public final class ReplayInstruments {

    private ReplayInstruments() {
    }

    /**
     * The instruments of several feeds, in the order in which they first come. A symbol that several feeds have is one instrument, with
     * the finest of their scales, and with a tick and lot size of 1 if they do not agree.
     *
     * @param feeds such as {@link io.windrow.pipeline.feeds.FeedScan#registry()} of each.
     * @return a new registry that is full.
     */
    public static InstrumentRegistry of(InstrumentRegistry... feeds) {
        Map<String, Instrument> found = new LinkedHashMap<>();
        for (InstrumentRegistry feed : feeds) {
            for (int id = 0; id < feed.size(); id++) {
                found.merge(feed.get(id).symbol(), feed.get(id), ReplayInstruments::finest);
            }
        }
        InstrumentRegistry all = new InstrumentRegistry(Math.max(1, found.size()));
        for (Instrument one : found.values()) {
            all.register(one.symbol(), one.priceDecimals(), one.quantityDecimals(), one.quoteDecimals(), one.tickSize(), one.lotSize());
        }
        return all;
    }

    private static Instrument finest(Instrument one, Instrument other) {
        int price = Math.max(one.priceDecimals(), other.priceDecimals());
        int quantity = Math.max(one.quantityDecimals(), other.quantityDecimals());
        // Price times quantity is to stay exact, though each came from another feed.
        int exact = Math.min(Decimals.MAX_SCALE, price + quantity);
        int quote = Math.max(exact, Math.max(one.quoteDecimals(), other.quoteDecimals()));
        boolean sameTick = one.priceDecimals() == other.priceDecimals() && one.tickSize() == other.tickSize();
        boolean sameLot = one.quantityDecimals() == other.quantityDecimals() && one.lotSize() == other.lotSize();
        return new Instrument(one.id(), one.symbol(), price, quantity, quote, sameTick ? one.tickSize() : 1, sameLot ? one.lotSize() : 1);
    }
}
