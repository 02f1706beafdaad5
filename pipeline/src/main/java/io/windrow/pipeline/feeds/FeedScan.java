package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One pass over a feed, to learn what is in it before memory is set aside: the symbols, the scales that the numbers of each
 * need, times and counts. A line that is a row here is a row for a {@link FileTradeSource}, {@link FileQuoteSource} or
 * {@link FileCandleSource} with these scales, and the other way round.
 */
public final class FeedScan {

    private final FeedReport report;
    private final InstrumentRegistry registry;
    private final List<SymbolSummary> symbols;

    private FeedScan(FeedReport report, ScanSink sink) {
        this.report = report;
        registry = sink.registry();
        symbols = sink.summaries(registry);
    }

    /**
     * Scans files.
     *
     * @param files          at least one.
     * @param options        how they are written; scales set there are kept. Passes do not matter.
     * @param maxInstruments most symbols to take; rows of any further one are bad.
     * @return what was found.
     * @throws IOException              if a file is missing or cannot be read; damaged content is in the report instead.
     * @throws IllegalArgumentException if there is no file, or the maximum is not positive.
     */
    public static FeedScan of(List<Path> files, FeedOptions options, int maxInstruments) throws IOException {
        return of(files, options, maxInstruments, new ReadProgress());
    }

    /**
     * Scans files, and says on the way how far it is.
     *
     * @param files          at least one.
     * @param options        how they are written; scales set there are kept. Passes do not matter.
     * @param maxInstruments most symbols to take; rows of any further one are bad.
     * @param progress       for another thread to look at.
     * @return what was found.
     * @throws IOException              if a file is missing or cannot be read; damaged content is in the report instead.
     * @throws IllegalArgumentException if there is no file, or the maximum is not positive.
     */
    public static FeedScan of(List<Path> files, FeedOptions options, int maxInstruments, ReadProgress progress) throws IOException {
        FeedReader reader = new FeedReader(files, options, progress);
        ScanSink sink = new ScanSink(options, maxInstruments);
        FeedReport report = new FeedReport();
        reader.begin(1);
        reader.read(report, sink);
        return new FeedScan(report, sink);
    }

    /**
     * The symbols with their scales, in the order in which they came.
     *
     * @return a registry that is full; empty only if there was no row.
     */
    public InstrumentRegistry registry() {
        return registry;
    }

    /**
     * What became of every line.
     *
     * @return the report.
     */
    public FeedReport report() {
        return report;
    }

    /**
     * What was found of each symbol.
     *
     * @return one summary per symbol, by id.
     */
    public List<SymbolSummary> symbols() {
        return symbols;
    }

    /**
     * Scale of the quote volumes of an instrument.
     *
     * @param instrumentId id of the instrument in the {@link #registry()}.
     * @return as {@link io.windrow.buffers.Instrument#quoteDecimals()}: what its candles need or the options set, and where the feed has no
     *         quote volumes what is exact for price times quantity.
     * @throws IndexOutOfBoundsException if there is no such instrument.
     */
    public int quoteDecimals(int instrumentId) {
        return registry.get(instrumentId).quoteDecimals();
    }

    /**
     * Earliest time of all rows.
     *
     * @return nanoseconds since 1970-01-01 UTC, 0 if there was no row.
     */
    public long firstTimeNanos() {
        long first = symbols.isEmpty() ? 0 : Long.MAX_VALUE;
        for (SymbolSummary symbol : symbols) {
            first = Math.min(first, symbol.firstTimeNanos());
        }
        return first;
    }

    /**
     * Latest time of all rows.
     *
     * @return nanoseconds since 1970-01-01 UTC, 0 if there was no row.
     */
    public long lastTimeNanos() {
        long last = 0;
        for (SymbolSummary symbol : symbols) {
            last = Math.max(last, symbol.lastTimeNanos());
        }
        return last;
    }
}
