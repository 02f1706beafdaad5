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
public final class FileTradeSource implements TradeSource {

    private final FeedReader reader;
    private final FeedOptions options;
    private final InstrumentRegistry registry;
    private final ReadProgress progress = new ReadProgress();
    private FeedReport report = new FeedReport();

    /**
     * Creates a source.
     *
     * @param files    at least one, read in this order.
     * @param options  how they are written.
     * @param registry the instruments to be taken, such as {@link FeedScan#registry()}; complete before the replay.
     * @throws IllegalArgumentException if there is no file.
     */
    public FileTradeSource(List<Path> files, FeedOptions options, InstrumentRegistry registry) {
        this.options = Objects.requireNonNull(options, "options");
        this.registry = Objects.requireNonNull(registry, "registry");
        reader = new FeedReader(files, options, progress);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException           if a file is missing or cannot be read; damaged content is in the report instead.
     * @throws IllegalStateException if so many passes would reach the year 2200.
     */
    @Override
    public void replay(TradeListener listener) throws IOException {
        report = new FeedReport();
        ReplaySink sink = new ReplaySink(registry, options, Objects.requireNonNull(listener, "listener"));
        reader.begin(options.passes());
        for (int pass = 0; pass < options.passes(); pass++) {
            if (pass > 0) {
                sink.nextPass();
            }
            reader.read(report, sink);
        }
    }

    /**
     * What became of every line in the last replay, all passes together.
     *
     * @return the report; empty before the first replay.
     */
    public FeedReport report() {
        return report;
    }

    /**
     * How far the replay is.
     *
     * @return the progress, for any thread.
     */
    public ReadProgress progress() {
        return progress;
    }
}
