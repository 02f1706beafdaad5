package io.windrow.examples.prove;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.input.FeedSettings;
import io.windrow.examples.input.InputProgress;
import io.windrow.examples.prove.child.InputSpec;
import io.windrow.examples.prove.report.InputSummary;
import io.windrow.pipeline.feeds.BadLine;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedReport;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.ReasonCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The input as it was planned: checked, and if it is recorded read once, so that the number of trades and the instruments
 * are known before an engine starts.
 *
 * @param spec    what the engines' JVMs are told.
 * @param summary what the report says.
 */
record ProveInput(InputSpec spec, InputSummary summary) {

    private static final int MOST_INSTRUMENTS = 100_000;

    /**
     * Plans.
     *
     * @throws IllegalArgumentException if an option is wrong or a file cannot be read.
     * @throws RunFailedException       if there is no trade in the files.
     */
    static ProveInput plan(InputOptions options) throws RunFailedException {
        require(options.instruments() >= 1 && options.instruments() <= MOST_INSTRUMENTS,
            "instruments must be 1 to " + MOST_INSTRUMENTS, "instruments", options.instruments());
        return options.recorded.files().isEmpty() ? generated(options) : recorded(options);
    }

    /** The same input; the report also shows these options of the run. */
    ProveInput with(Map<String, String> options) {
        Map<String, String> settings = new LinkedHashMap<>(summary.settings());
        settings.putAll(options);
        return new ProveInput(spec, new InputSummary(summary.description(), settings, summary.trades(), summary.instruments(),
            summary.lines(), summary.skipped(), summary.bad(), summary.badLines()));
    }

    long trades() {
        return summary.trades();
    }

    private static ProveInput generated(InputOptions options) {
        require(options.recorded.format() == null, "a format needs files, give --input", "format", options.recorded.format());
        require(options.trades >= 1, "trades must be positive", "trades", options.trades);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("trades", Long.toString(options.trades));
        settings.put("instruments", Integer.toString(options.instruments()));
        settings.put("seed", Long.toString(options.seed));
        String description = "generated trades, seed " + options.seed;
        return new ProveInput(new InputSpec(settings),
            new InputSummary(description, settings, options.trades, options.instruments(), 0, Map.of(), Map.of(), List.of()));
    }

    private static ProveInput recorded(InputOptions options) throws RunFailedException {
        Map<String, String> settings = options.recorded.settings();
        settings.put("passes", Integer.toString(options.passes));
        InputSpec spec = new InputSpec(settings);
        FeedOptions feed = spec.feedOptions();
        require(feed.content() == FeedContent.TRADES, "prove needs a feed of trades", "content", feed.content().label());
        options.recorded.checkFiles();
        FeedScan scan = InputProgress.scan(spec.files(), feed, options.instruments());
        FeedReport found = scan.report();
        long trades = found.rows() * options.passes;
        if (trades == 0) {
            throw new RunFailedException("no trade in the input: lines=" + found.lines() + ", skipped=" + counts(found.skippedByReason())
                + ", bad=" + counts(found.badByReason()));
        }
        return new ProveInput(spec.with(scan.registry()), summary(settings, scan, trades));
    }

    private static InputSummary summary(Map<String, String> settings, FeedScan scan, long trades) {
        FeedReport found = scan.report();
        String names = FeedSettings.files(settings).stream().map(file -> file.getFileName().toString())
            .collect(Collectors.joining(", "));
        List<InputSummary.BadLine> badLines = new ArrayList<>();
        for (BadLine line : found.firstBadLines()) {
            badLines.add(new InputSummary.BadLine(line.source(), line.line(), line.reason(), line.excerpt()));
        }
        return new InputSummary("recorded trades, " + names, settings, trades, scan.registry().size(), found.lines(),
            counts(found.skippedByReason()), counts(found.badByReason()), badLines);
    }

    private static Map<String, Long> counts(List<ReasonCount> reasons) {
        Map<String, Long> counts = new LinkedHashMap<>();
        reasons.forEach(reason -> counts.put(reason.reason(), reason.count()));
        return counts;
    }
}
