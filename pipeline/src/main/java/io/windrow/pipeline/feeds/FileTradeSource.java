package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Trades from files, one file after another, each line decoded anew in every replay. Nothing is allocated per line. What a line
 * lacks to be a trade is in the {@link #report()}, not in an exception.
 *
 * <p>One thread replays; {@link #progress()} may be looked at from any.
 */
public final class FileTradeSource extends FileSource implements TradeSource {

    /**
     * Creates a source.
     *
     * @param files    at least one, read in this order.
     * @param options  how they are written.
     * @param registry the instruments to be taken, such as {@link FeedScan#registry()}; complete before the replay.
     * @throws IllegalArgumentException if there is no file, or the options are not those of trades.
     */
    public FileTradeSource(List<Path> files, FeedOptions options, InstrumentRegistry registry) {
        super(FeedContent.TRADES, files, options, registry);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException           if a file is missing or cannot be read; damaged content is in the report instead.
     * @throws IllegalStateException if so many passes would reach the year 2200.
     */
    @Override
    public void replay(TradeListener listener) throws IOException {
        Objects.requireNonNull(listener, "listener");
        replayRows(new MarketListener() {
            @Override
            public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
                listener.onTrade(instrumentId, timeNanos, price, quantity, tradeId, sideCode);
            }
        });
    }
}
