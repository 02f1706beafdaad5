package io.windrow.pipeline.feeds;

import io.windrow.buffers.InstrumentRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What all sources that read files share: only the listener is different. */
abstract class FileSource {

    private final List<Path> files;
    private final FeedOptions options;
    private final InstrumentRegistry registry;
    private final ReadProgress progress = new ReadProgress();
    private FeedReport report = new FeedReport();

    FileSource(FeedContent content, List<Path> files, FeedOptions options, InstrumentRegistry registry) {
        this.options = Objects.requireNonNull(options, "options");
        this.registry = Objects.requireNonNull(registry, "registry");
        if (options.content() != content) {
            throw new IllegalArgumentException("a source of " + content.label() + " needs a feed of " + content.label() + ": content="
                + options.content().label());
        }
        this.files = FeedReader.checked(files);
    }

    final void replayRows(MarketListener listener) throws IOException {
        try (FileCursor cursor = new FileCursor(files, options, registry, 0, progress)) {
            report = cursor.report();
            while (cursor.next()) {
                cursor.deliver(listener);
            }
        }
    }

    /**
     * Whether the lines hold a column. Where they do not, the listener is given 0, which is not to be taken for a value.
     *
     * @param column any.
     * @return true if every row has it.
     */
    public final boolean has(FeedColumn column) {
        return options.has(column);
    }

    /**
     * What became of every line in the last replay, all passes together.
     *
     * @return the report; empty before the first replay.
     */
    public final FeedReport report() {
        return report;
    }

    /**
     * How far the replay is.
     *
     * @return the progress, for any thread.
     */
    public final ReadProgress progress() {
        return progress;
    }
}
