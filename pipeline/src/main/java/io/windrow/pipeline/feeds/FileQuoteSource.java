package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Quotes from files, one file after another, each line decoded anew in every replay. Nothing is allocated per line. What a line lacks
 * to be a quote is in the {@link #report()}, not in an exception. A crossed quote, whose ask is below its bid, is a quote: real
 * data has them.
 *
 * <p>One thread replays; {@link #progress()} may be looked at from any.
 */
public final class FileQuoteSource extends FileSource {

    /**
     * Creates a source.
     *
     * @param files    at least one, read in this order.
     * @param options  how they are written.
     * @param registry the instruments to be taken, such as {@link FeedScan#registry()}; complete before the replay.
     * @throws IllegalArgumentException if there is no file, or the options are not those of quotes.
     */
    public FileQuoteSource(List<Path> files, FeedOptions options, InstrumentRegistry registry) {
        super(FeedContent.QUOTES, files, options, registry);
    }

    /**
     * Pushes every quote once, in order, on the calling thread, and returns when there are no more. A second call pushes the same
     * quotes again.
     *
     * @param listener receives the quotes; what it throws ends the replay and reaches the caller.
     * @throws IOException           if a file is missing or cannot be read; damaged content is in the report instead.
     * @throws IllegalStateException if so many passes would reach the year 2200.
     */
    public void replay(QuoteListener listener) throws IOException {
        Objects.requireNonNull(listener, "listener");
        replayRows(new MarketListener() {
            @Override
            public void onQuote(int instrumentId, long timeNanos, long bid, long bidSize, long ask, long askSize) {
                listener.onQuote(instrumentId, timeNanos, bid, bidSize, ask, askSize);
            }
        });
    }
}
