package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gathers the symbols of a feed, up to a number, and what scales they need. */
final class ScanSink implements RowSink {

    private final FeedOptions options;
    private final int maxInstruments;
    private final String tooMany;
    /** Finds symbols only: the scales are known at the end. */
    private final InstrumentRegistry symbols;
    private final List<SymbolTally> tallies = new ArrayList<>();
    private final KindGuard kinds;
    private final RowValues values;
    private SymbolTally spare;
    private byte[] fileSymbol;

    ScanSink(FeedOptions options, int maxInstruments) {
        symbols = new InstrumentRegistry(maxInstruments);
        this.options = options;
        this.maxInstruments = maxInstruments;
        tooMany = "more than " + maxInstruments + " instruments";
        kinds = new KindGuard(maxInstruments);
        values = new RowValues(options);
        spare = new SymbolTally(options);
    }

    @Override
    public void begin(byte[] symbol) {
        fileSymbol = symbol;
    }

    @Override
    public LineStatus accept(byte[] text, RowFields fields) {
        int id = fields.hasSymbol() ? symbols.idOf(text, fields.from(FeedColumn.SYMBOL), fields.to(FeedColumn.SYMBOL))
            : symbols.idOf(fileSymbol, 0, fileSymbol.length);
        boolean known = id != InstrumentRegistry.UNKNOWN;
        if (known && kinds.isOther(id, fields)) {
            return KindGuard.leaveOut(fields);
        }
        // A symbol is one only from its first good row on; until then its tally stays spare.
        String fault = known ? tallies.get(id).take(text, fields, values) : takeFirst(text, fields);
        if (fault != null) {
            return fields.bad(fault);
        }
        kinds.take(known ? id : tallies.size() - 1, fields);
        return LineStatus.ROW;
    }

    private String takeFirst(byte[] text, RowFields fields) {
        if (tallies.size() == maxInstruments) {
            return tooMany;
        }
        String fault = spare.take(text, fields, values);
        if (fault == null) {
            String symbol = fields.hasSymbol()
                ? text(text, fields.from(FeedColumn.SYMBOL), fields.to(FeedColumn.SYMBOL)) : text(fileSymbol, 0, fileSymbol.length);
            symbols.register(symbol, 0, 0);
            tallies.add(spare);
            spare = new SymbolTally(options);
        }
        return fault;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    InstrumentRegistry registry() {
        InstrumentRegistry registry = new InstrumentRegistry(Math.max(1, tallies.size()));
        for (int id = 0; id < tallies.size(); id++) {
            register(registry, symbols.get(id).symbol(), tallies.get(id));
        }
        return registry;
    }

    /**
     * The scale of quote volumes is what the feed's own need; where it has none, what is exact for price times quantity. Where it has both
     * candles and trades it is what does for both.
     */
    private void register(InstrumentRegistry registry, String symbol, SymbolTally tally) {
        int price = tally.decimals(AmountKind.PRICE);
        int quantity = tally.decimals(AmountKind.QUANTITY);
        if (options.has(FeedColumn.QUOTE_VOLUME) || options.has(FeedColumn.TAKER_BUY_QUOTE_VOLUME)) {
            boolean mixed = options.contents().size() > 1 && options.quoteDecimals() == FeedOptions.FROM_DATA;
            int least = mixed ? Math.min(Decimals.MAX_SCALE, price + quantity) : 0;
            registry.register(symbol, price, quantity, Math.max(least, tally.decimals(AmountKind.QUOTE)), 1, 1);
        } else {
            registry.register(symbol, price, quantity);
        }
    }

    List<SymbolSummary> summaries(InstrumentRegistry registry) {
        List<SymbolSummary> summaries = new ArrayList<>();
        for (int id = 0; id < tallies.size(); id++) {
            SymbolTally tally = tallies.get(id);
            Instrument instrument = registry.get(id);
            summaries.add(new SymbolSummary(instrument, tally.rows(), tally.firstTimeNanos(), tally.lastTimeNanos()));
        }
        return List.copyOf(summaries);
    }
}
