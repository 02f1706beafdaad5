package io.windrow.examples.input;

import static io.windrow.examples.input.Rules.require;

import io.windrow.buffers.Instrument;
import io.windrow.pipeline.feeds.FeedColumn;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.SymbolSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that were looked through, and the one symbol of them that is asked for.
 *
 * @param files to read.
 * @param feed  how.
 * @param scan  what is in them; at least one row.
 * @param id    the symbol's number in the scan.
 */
public record SymbolInput(List<Path> files, FeedOptions feed, FeedScan scan, int id) {

    private static final int MOST_INSTRUMENTS = 10_000;
    private static final int SHOWN_SYMBOLS = 20;

    /**
     * Looks through the files, and says how far it is.
     *
     * @param input as given, at least one file.
     * @param feed  its {@link FeedSettings#options}.
     * @return what was found.
     * @throws IllegalArgumentException if a file cannot be read, or there are several symbols and none was chosen.
     * @throws NoRowException           if there is no row in the files.
     */
    public static SymbolInput of(FileOptions input, FeedOptions feed) throws NoRowException {
        input.checkFiles();
        List<Path> files = FeedSettings.files(input.settings());
        FeedScan scan = InputProgress.scan(files, feed, MOST_INSTRUMENTS);
        if (scan.report().rows() == 0) {
            throw new NoRowException(scan.report(), feed.content());
        }
        return new SymbolInput(files, feed, scan, choose(scan, feed, input.symbol()));
    }

    /**
     * The symbol with the scales that its numbers need.
     *
     * @return the instrument.
     */
    public Instrument instrument() {
        return scan.registry().get(id);
    }

    private static int choose(FeedScan scan, FeedOptions feed, String symbol) {
        if (symbol != null && feed.has(FeedColumn.SYMBOL)) {
            int id = scan.registry().idOf(symbol);
            require(id >= 0, "no such symbol in the input, there are " + symbols(scan), "symbol", symbol);
            return id;
        }
        String hint = feed.has(FeedColumn.SYMBOL) ? "choose one with --symbol" : "the files' names differ, --symbol says what all are";
        require(scan.registry().size() == 1, "only one symbol can be taken, " + hint, "symbols", symbols(scan));
        return 0;
    }

    private static String symbols(FeedScan scan) {
        int all = scan.symbols().size();
        String shown = scan.symbols().stream().limit(SHOWN_SYMBOLS).map(SymbolSummary::instrument).map(Instrument::symbol)
            .collect(Collectors.joining(", "));
        return all > SHOWN_SYMBOLS ? shown + " and " + (all - SHOWN_SYMBOLS) + " more" : shown;
    }
}
