package io.windrow.examples.candles;

import static io.windrow.examples.input.Rules.require;

import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleLayout;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.QuoteSide;
import io.windrow.examples.input.FeedSettings;
import io.windrow.examples.input.FileOptions;
import io.windrow.examples.input.NoRowException;
import io.windrow.examples.input.SymbolInput;
import io.windrow.pipeline.feeds.FeedColumn;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedOptions;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What is to be made of what: the call checked, and the input looked through.
 *
 * @param input  the files, and the symbol in them.
 * @param scales the instrument as its candles are written.
 * @param side   of quotes.
 * @param label  of the candles, for people.
 * @param spec   of the candles.
 * @param policy about late trades.
 */
record CandlePlan(SymbolInput input, Instrument scales, QuoteSide side, String label, CandleSpec spec, CandlePolicy policy) {

    private static final Map<CandleField, FeedColumn> CANDLE_COLUMNS = new EnumMap<>(Map.of(
        CandleField.QUOTE_VOLUME, FeedColumn.QUOTE_VOLUME, CandleField.TRADE_COUNT, FeedColumn.COUNT,
        CandleField.TAKER_BUY_VOLUME, FeedColumn.TAKER_BUY_VOLUME,
        CandleField.TAKER_BUY_QUOTE_VOLUME, FeedColumn.TAKER_BUY_QUOTE_VOLUME));

    /**
     * Plans.
     *
     * @throws IllegalArgumentException if an option is wrong, a file cannot be read, or there are several symbols and none was chosen.
     * @throws NoRowException           if there is no row in the files.
     */
    static CandlePlan of(FileOptions input, CandleOptions options) throws NoRowException {
        require(!input.files().isEmpty(), "candles are made of recorded data, give --input", "input", input.files());
        FeedOptions feed = FeedSettings.options(input.settings());
        options.check(feed);
        SymbolInput found = SymbolInput.of(input, feed);
        Instrument scales = scales(found.instrument(), feed.content(), options.quoteSide());
        CandleSpec spec = options.spec(scales);
        checkQuoteVolumes(feed.content(), scales, spec.layout());
        return new CandlePlan(found, scales, options.quoteSide(), options.label(), spec, options.policy());
    }

    FeedOptions feed() {
        return input.feed();
    }

    /** The values that the candles have; the others are not to be written. */
    Set<CandleField> fields() {
        Set<CandleField> fields = EnumSet.range(CandleField.OPEN_TIME, CandleField.VOLUME);
        if (spec.layout() == CandleLayout.FULL) {
            switch (feed().content()) {
                case TRADES -> fields.addAll(feed().has(FeedColumn.SIDE) ? EnumSet.allOf(CandleField.class)
                    : EnumSet.of(CandleField.QUOTE_VOLUME, CandleField.TRADE_COUNT));
                case QUOTES -> fields.add(CandleField.TRADE_COUNT);
                case CANDLES -> CANDLE_COLUMNS.forEach((field, column) -> {
                    if (feed().has(column)) {
                        fields.add(field);
                    }
                });
                default -> throw new IllegalStateException("content must be known: content=" + feed().content());
            }
        }
        return fields;
    }

    private static void checkQuoteVolumes(FeedContent content, Instrument scales, CandleLayout layout) {
        int decimals = scales.priceDecimals() + scales.quantityDecimals();
        require(content != FeedContent.TRADES || layout != CandleLayout.FULL || decimals <= Decimals.MAX_SCALE, "quote volumes need the "
            + "decimals of price and quantity together, at most " + Decimals.MAX_SCALE + ", and --layout ohlcv keeps none", "decimals",
            decimals);
    }

    private static Instrument scales(Instrument found, FeedContent content, QuoteSide side) {
        if (content != FeedContent.QUOTES) {
            return found;
        }
        int decimals = side.decimals(found.priceDecimals());
        require(decimals <= Decimals.MAX_SCALE, "mid needs one decimal more than the prices, at most " + Decimals.MAX_SCALE, "decimals",
            decimals);
        return new Instrument(found.id(), found.symbol(), decimals, 0);
    }
}
