package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Candles from files, one file after another, each line decoded anew in every replay. Nothing is allocated per line. What a line
 * lacks to be a candle is in the {@link #report()}, not in an exception. {@link #has} says which of quote volume, count and the taker's
 * share the feed holds.
 *
 * <p>One thread replays; {@link #progress()} may be looked at from any.
 */
public final class FileCandleSource extends FileSource {

    /**
     * Creates a source.
     *
     * @param files    at least one, read in this order.
     * @param options  how they are written.
     * @param registry the instruments to be taken, such as {@link FeedScan#registry()}; complete before the replay.
     * @throws IllegalArgumentException if there is no file, or the options are not those of candles.
     */
    public FileCandleSource(List<Path> files, FeedOptions options, InstrumentRegistry registry) {
        super(FeedContent.CANDLES, files, options, registry);
    }

    /**
     * Pushes every candle once, in order, on the calling thread, and returns when there are no more. A second call pushes the same
     * candles again.
     *
     * @param listener receives the candles; what it throws ends the replay and reaches the caller.
     * @throws IOException           if a file is missing or cannot be read; damaged content is in the report instead.
     * @throws IllegalStateException if so many passes would reach the year 2200.
     */
    public void replay(FeedCandleListener listener) throws IOException {
        Objects.requireNonNull(listener, "listener");
        replayRows(new MarketListener() {
            @Override
            public void onCandle(int instrumentId, long openTimeNanos, long open, long high, long low, long close, long volume,
                long quoteVolume, long count, long takerBuyVolume, long takerBuyQuoteVolume) {
                listener.onCandle(instrumentId, openTimeNanos, open, high, low, close, volume, quoteVolume, count, takerBuyVolume,
                    takerBuyQuoteVolume);
            }
        });
    }
}
