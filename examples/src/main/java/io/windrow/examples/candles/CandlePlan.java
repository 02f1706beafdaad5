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
import io.windrow.examples.input.InputProgress;
import io.windrow.pipeline.feeds.FeedColumn;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.SymbolSummary;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be made of what: the call checked, and the input looked through.
 *
 * @param files  to read.
 * @param feed   how.
 * @param scan   what is in them.
 * @param id     the instrument's number in the scan.
 * @param scales the instrument as its candles are written.
 * @param side   of quotes.
 * @param label  of the candles, for people.
 * @param spec   of the candles.
 * @param policy about late trades.
 */
record CandlePlan(List<Path> files, FeedOptions feed, FeedScan scan, int id, Instrument scales, QuoteSide side, String label,
    CandleSpec spec, CandlePolicy policy) {

    private static final int MOST_INSTRUMENTS = 10_000;
    private static final int SHOWN_SYMBOLS = 20;
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
        input.checkFiles();
        List<Path> files = FeedSettings.files(input.settings());
        FeedScan scan = InputProgress.scan(files, feed, MOST_INSTRUMENTS);
        if (scan.report().rows() == 0) {
            throw new NoRowException(scan.report(), feed.content());
        }
        int id = choose(scan, feed, input.symbol());
        Instrument scales = scales(scan.registry().get(id), feed.content(), options.quoteSide());
        CandleSpec spec = options.spec(scales);
        checkQuoteVolumes(feed.content(), scales, spec.layout());
        return new CandlePlan(files, feed, scan, id, scales, options.quoteSide(), options.label(), spec, options.policy());
    }

    /** The values that the candles have; the others are not to be written. */
    Set<CandleField> fields() {
        Set<CandleField> fields = EnumSet.range(CandleField.OPEN_TIME, CandleField.VOLUME);
        if (spec.layout() == CandleLayout.FULL) {
            switch (feed.content()) {
                case TRADES -> fields.addAll(feed.has(FeedColumn.SIDE) ? EnumSet.allOf(CandleField.class)
                    : EnumSet.of(CandleField.QUOTE_VOLUME, CandleField.TRADE_COUNT));
                case QUOTES -> fields.add(CandleField.TRADE_COUNT);
                case CANDLES -> CANDLE_COLUMNS.forEach((field, column) -> {
                    if (feed.has(column)) {
                        fields.add(field);
                    }
                });
                default -> throw new IllegalStateException("content must be known: content=" + feed.content());
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

    private static int choose(FeedScan scan, FeedOptions feed, String symbol) {
        if (symbol != null && feed.has(FeedColumn.SYMBOL)) {
            int id = scan.registry().idOf(symbol);
            require(id >= 0, "no such symbol in the input, there are " + symbols(scan), "symbol", symbol);
            return id;
        }
        String hint = feed.has(FeedColumn.SYMBOL) ? "choose one with --symbol" : "the files' names differ, --symbol says what all are";
        require(scan.registry().size() == 1, "candles are made of one symbol, " + hint, "symbols", symbols(scan));
        return 0;
    }

    private static String symbols(FeedScan scan) {
        int all = scan.symbols().size();
        String shown = scan.symbols().stream().limit(SHOWN_SYMBOLS).map(SymbolSummary::instrument).map(Instrument::symbol)
            .collect(Collectors.joining(", "));
        return all > SHOWN_SYMBOLS ? shown + " and " + (all - SHOWN_SYMBOLS) + " more" : shown;
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
